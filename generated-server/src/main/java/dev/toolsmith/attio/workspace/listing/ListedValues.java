package dev.toolsmith.attio.workspace.listing;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.Choice;
import dev.toolsmith.attio.workspace.words.ListingWords;
import dev.toolsmith.runtime.json.JsonTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lists the attributes that a tool of one object writes, in at most 4,500 characters of JSON: each with its slug, title,
 * type and choices as long as there is room, the required ones first; then with the slug alone; then only how many more
 * there are.
 */
final class ListedValues {

    /** How long all attributes of one tool may be, in characters of JSON: about 1,300 tokens. */
    static final int MOST_CHARACTERS = 4500;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST_SLUG = 100;
    private static final int LONGEST_CHOICE = 100;
    private static final int MOST_CHOICES = 30;
    private static final String UUID = "^[0-9a-fA-F]{8}-";
    private static final String EMPTY = "\"\":{},";

    private final String object;
    private final KnownShape shape;
    private final boolean updates;
    private final ObjectNode properties = NODES.objectNode();
    private int left = MOST_CHARACTERS;

    private ListedValues(String object, KnownShape shape, boolean updates) {
        this.object = object;
        this.shape = shape;
        this.updates = updates;
    }

    /** Whether an attribute is one that calls write. */
    static boolean isListed(Attribute attribute) {
        return attribute.writable() && !attribute.archived() && ListedWords.isClean(attribute.slug(), LONGEST_SLUG);
    }

    /**
     * Puts an object's attributes into the schema of {@code data.values}, instead of published ones.
     *
     * @param values the published schema, changed
     * @param updates whether the tool changes a record that there is
     */
    static void into(ObjectNode values, String object, KnownShape shape, boolean updates) {
        List<Attribute> attributes = Optional.ofNullable(shape.attributes().get(object)).orElse(List.of()).stream()
                .filter(ListedValues::isListed)
                .sorted(Comparator.comparing(attribute -> !isNeeded(attribute)))
                .toList();
        if (attributes.isEmpty()) {
            return;
        }
        ListedValues listed = new ListedValues(object, shape, updates);
        int more = attributes.size() - listed.add(attributes);
        values.set("properties", listed.properties);
        if (more > 0) {
            String rest = " " + more + " more attributes, see list_all_attio_attributes.";
            values.put("description", (values.path("description").asString("") + rest).strip());
        }
    }

    private static boolean isNeeded(Attribute attribute) {
        return attribute.required() && !attribute.hasDefault();
    }

    /** What has to be sent is told first. Then every slug takes its room, and what is left is for what is told of them. */
    private int add(List<Attribute> attributes) {
        List<Attribute> others = new ArrayList<>();
        for (Attribute attribute : attributes) {
            int bare = EMPTY.length() + attribute.slug().length();
            if (bare > left) {
                break;
            }
            left -= bare;
            if (isNeeded(attribute)) {
                properties.set(attribute.slug(), told(attribute));
            } else {
                others.add(attribute);
            }
        }
        others.forEach(attribute -> properties.set(attribute.slug(), told(attribute)));
        return properties.size();
    }

    private ObjectNode told(Attribute attribute) {
        for (ObjectNode form : forms(attribute)) {
            int length = JsonTree.text(form).length();
            if (length <= left) {
                left -= length;
                return form;
            }
        }
        return NODES.objectNode();
    }

    /** From the longest to the shortest. */
    private List<ObjectNode> forms(Attribute attribute) {
        String words = ListedWords.of(attribute, shape.targets(attribute), updates);
        ObjectNode described = NODES.objectNode();
        if (!attribute.type().isChoice()) {
            return List.of(described.put("description", words));
        }
        described.put("description", words + ", see " + ListingWords.choices(attribute.type()));
        return shape.choices(object, attribute)
                .map(choices -> choices.stream()
                        .filter(choice -> !choice.archived())
                        .map(Choice::title)
                        .toList())
                .filter(titles -> !titles.isEmpty())
                .map(titles -> List.of(chosen(attribute, words, titles), described))
                .orElse(List.of(described));
    }

    /** With an enum of titles, which UUIDs and other forms than a string fit, too; or with the first of many titles. */
    private static ObjectNode chosen(Attribute attribute, String words, List<String> titles) {
        ObjectNode form = NODES.objectNode();
        List<String> clean = titles.stream()
                .filter(title -> ListedWords.isClean(title, LONGEST_CHOICE))
                .limit(MOST_CHOICES)
                .toList();
        if (clean.size() < titles.size()) {
            form.put(
                    "description",
                    words + ", " + (titles.size() - clean.size()) + " more than these examples, see "
                            + ListingWords.choices(attribute.type()));
            clean.forEach(form.putArray("examples")::add);
            return form;
        }
        form.put("description", words);
        ObjectNode one = attribute.multi() ? form.putObject("items") : form;
        var forms = one.putArray("anyOf");
        clean.forEach(forms.addObject().putArray("enum")::add);
        forms.addObject().put("pattern", UUID);
        return form;
    }
}
