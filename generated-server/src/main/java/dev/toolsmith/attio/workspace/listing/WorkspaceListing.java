package dev.toolsmith.attio.workspace.listing;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.attio.workspace.facts.Place;
import dev.toolsmith.attio.workspace.names.Names;
import dev.toolsmith.runtime.account.FactReader;
import dev.toolsmith.runtime.account.PublishedTools;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lists tools with what a workspace has: tools of one object with its attributes, others with the objects and lists that
 * they can be used for.
 */
public final class WorkspaceListing {

    /** How long the attributes are that another argument names, in characters: about 400 tokens. */
    private static final int MOST_CHARACTERS = 1500;

    private static final String ATTRIBUTES = "list_all_attio_attributes";

    private final PublishedTools tools;

    private WorkspaceListing(PublishedTools tools) {
        this.tools = tools;
    }

    /** The tools that are listed otherwise than published, by their names. */
    public static CompletableFuture<Map<String, ObjectNode>> of(PublishedTools tools, FactReader facts) {
        WorkspaceListing listing = new WorkspaceListing(tools);
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        Set<String> objects = new TreeSet<>();
        for (BundledTool tool : tools.all()) {
            ToolDescriptor operation = tool.descriptor();
            kinds.addAll(ListedNames.kinds(operation.method(), operation.path()));
            if (listing.tellsAttributes(tool)) {
                kinds.add(Kind.OBJECTS);
                Names.fixed(operation.path()).map(Place::slug).ifPresent(objects::add);
            }
        }
        return new ShapeReading(facts).read(kinds, objects).thenApply(listing::listed);
    }

    private boolean tellsAttributes(BundledTool tool) {
        ObjectNode listed = tools.listed(tool);
        return Names.fixed(tool.descriptor().path()).isPresent()
                && (!values(listed).isMissingNode()
                        || !filter(listed).isMissingNode()
                        || !argument(listed, "attribute").isMissingNode());
    }

    private static JsonNode values(ObjectNode listed) {
        return argument(listed, "data").path("properties").path("values");
    }

    private static JsonNode filter(ObjectNode listed) {
        return argument(listed, "filter");
    }

    private static JsonNode argument(ObjectNode listed, String name) {
        return listed.path("inputSchema").path("properties").path(name);
    }

    private Map<String, ObjectNode> listed(KnownShape shape) {
        Map<String, ObjectNode> changed = new TreeMap<>();
        for (BundledTool tool : tools.all()) {
            listed(tool, shape).ifPresent(listed -> changed.put(tool.name(), listed));
        }
        return changed;
    }

    private Optional<ObjectNode> listed(BundledTool tool, KnownShape shape) {
        ToolDescriptor operation = tool.descriptor();
        ObjectNode listed = tools.listed(tool);
        boolean changed = listed.path("inputSchema") instanceof ObjectNode schema
                && ListedNames.into(schema, operation.method(), operation.path(), shape);
        Optional<String> object = Names.fixed(operation.path()).map(Place::slug);
        if (object.filter(shape.attributes()::containsKey).isPresent()) {
            changed |= attributes(listed, object.get(), shape, operation.path().endsWith("}"));
        }
        return changed ? Optional.of(listed) : Optional.empty();
    }

    private static boolean attributes(ObjectNode listed, String object, KnownShape shape, boolean updates) {
        List<Attribute> attributes =
                Optional.ofNullable(shape.attributes().get(object)).orElse(List.of());
        boolean writes = values(listed) instanceof ObjectNode;
        if (values(listed) instanceof ObjectNode values) {
            ListedValues.into(values, object, shape, updates);
        }
        List<String> unique = slugs(attributes, attribute -> attribute.unique() && attribute.writable());
        String keys = unique.isEmpty() ? "none" : names(unique);
        boolean matches = described(argument(listed, "matching_attribute"), " Unique here: " + keys + ".");
        String all = " Attributes: " + names(slugs(attributes, attribute -> true)) + ".";
        boolean queries = described(filter(listed), all);
        boolean reads = described(argument(listed, "attribute"), all);
        return writes || matches || queries || reads;
    }

    private static List<String> slugs(List<Attribute> attributes, Predicate<Attribute> wanted) {
        return attributes.stream()
                .filter(attribute -> !attribute.archived() && ListedWords.isClean(attribute.slug(), MOST_CHARACTERS))
                .filter(wanted)
                .map(Attribute::slug)
                .toList();
    }

    private static String names(List<String> slugs) {
        return ListedWords.names(slugs, Integer.MAX_VALUE, MOST_CHARACTERS, ATTRIBUTES);
    }

    private static boolean described(JsonNode argument, String words) {
        if (argument instanceof ObjectNode described) {
            described.put("description", described.path("description").asString("") + words);
            return true;
        }
        return false;
    }
}
