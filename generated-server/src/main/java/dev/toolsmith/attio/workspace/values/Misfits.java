package dev.toolsmith.attio.workspace.values;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Why what is written for one attribute is not what it takes, in words for a model. */
final class Misfits {

    private static final int MOST_ELEMENTS = 5;

    private final WriteTarget target;
    private final Written written;
    private final Attribute attribute;
    private final ValueWords words;
    private final Predicate<JsonNode> accepts;

    /**
     * Reasons for a value that a schema has refused.
     *
     * @param accepts whether the schema accepts another value
     */
    Misfits(WriteTarget target, Written written, ValueWords words, Predicate<JsonNode> accepts) {
        this.target = target;
        this.written = written;
        this.attribute = written.attribute();
        this.words = words;
        this.accepts = accepts;
    }

    /** The reasons, each a line; at least one. */
    List<String> all() {
        JsonNode value = written.value();
        String place = target.write().pointer(written.key());
        if (written.isNothing()) {
            return List.of(place + ": cannot be cleared. " + target.why(attribute) + " It takes "
                    + words.takes(attribute) + "." + words.listedBy(attribute));
        }
        if (attribute.multi() && !value.isArray()) {
            String example = accepts.test(array(value)) ? " Send [" + Said.value(value) + "]." : takes();
            return List.of(
                    place + ": " + title() + " holds several values, so it takes an array, also of one." + example);
        }
        if (!attribute.multi() && value.size() > 1 && value.isArray()) {
            return List.of(place + ": " + title() + " holds one value, got " + value.size() + ". Send one of them.");
        }
        return elements(place);
    }

    private List<String> elements(String place) {
        List<String> problems = new ArrayList<>();
        List<JsonNode> elements = written.elements();
        for (int i = 0; i < elements.size() && problems.size() < MOST_ELEMENTS; i++) {
            JsonNode element = elements.get(i);
            if (!accepts.test(array(element))) {
                String where = written.value().isArray() ? place + "/" + i : place;
                problems.add(where + ": " + new Misfit(attribute, words, this::fits).of(element));
            }
        }
        return problems.isEmpty()
                ? List.of(place + ": " + Said.value(written.value()) + " does not fit." + takes())
                : problems;
    }

    private boolean fits(JsonNode element) {
        return accepts.test(array(element));
    }

    private static ArrayNode array(JsonNode element) {
        return JsonNodeFactory.instance.arrayNode().add(element);
    }

    private String title() {
        return Said.name(attribute.title());
    }

    private String takes() {
        return " It takes " + words.takes(attribute) + ".";
    }
}
