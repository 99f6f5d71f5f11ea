package dev.toolsmith.attio.workspace.filters;

import dev.toolsmith.attio.workspace.facts.AttributeType;
import dev.toolsmith.attio.workspace.facts.Place;
import dev.toolsmith.attio.workspace.words.Said;
import dev.toolsmith.runtime.json.JsonTree;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * How the condition that is looked at is written: for examples in messages.
 *
 * @param steps the path to its attribute, as JSON without the outer brackets
 * @param before the JSON before what it asks
 * @param after the JSON after that
 */
record ConditionForm(String steps, String before, String after) {

    private static final int LONGEST_PATH = 300;

    /** A condition on an attribute of what the query is about. */
    static ConditionForm ofAttribute(Place start, String name) {
        String step = "[" + Said.quoted(start.slug()) + ", " + Said.quoted(name) + "]";
        return new ConditionForm(step, "{" + Said.quoted(name) + ": ", "}");
    }

    /** A condition on the end of a path. */
    static ConditionForm ofPath(JsonNode path) {
        String json = JsonTree.text(path);
        String steps = json.length() > LONGEST_PATH ? "..." : json.substring(1, json.length() - 1);
        return new ConditionForm(steps, "{\"path\": [" + steps + "], \"constraints\": ", "}");
    }

    /** The same condition on one property of its attribute. */
    ConditionForm on(FilterProperty property, AttributeType type) {
        return property.isMeant(type)
                ? this
                : new ConditionForm(steps, before + "{\"" + property.name() + "\": ", "}" + after);
    }

    /** The condition, as JSON, that asks what is given as JSON. */
    String asking(String constraint) {
        return before + constraint + after;
    }

    /** That a condition does not hold. */
    String not(String constraint) {
        return "{\"$not\": " + asking(constraint) + "}";
    }

    /** That one of several conditions holds. */
    String either(List<String> constraints) {
        return constraints.stream().map(this::asking).collect(Collectors.joining(", ", "{\"$or\": [", "]}"));
    }

    /** That none of several conditions holds. */
    String neither(List<String> constraints) {
        return constraints.stream().map(this::not).collect(Collectors.joining(", ", "{\"$and\": [", "]}"));
    }
}
