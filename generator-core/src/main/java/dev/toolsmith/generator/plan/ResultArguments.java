package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.tool.ArgumentBinding.ServerArgument;
import dev.toolsmith.generator.tool.JsonSchema;
import java.util.ArrayList;
import java.util.List;

/** The arguments by which callers say how much they want to see of an answer. They are the server's own. */
final class ResultArguments {

    private static final int LONGEST_FIELDS = 2_000;
    private static final List<String> VIEWS = List.of("full", "compact", "text");

    private ResultArguments() {}

    /** Whether a tool has them: it lists or gets by its kind, or changes nothing. */
    static boolean areOf(String kind, boolean reads) {
        return reads || kind.equals("list") || kind.equals("get");
    }

    /** The arguments with those of them whose name the API leaves free. */
    static List<Argument> added(List<Argument> arguments) {
        List<Argument> more = new ArrayList<>(arguments);
        addMissing(more, ServerArgument.FIELDS, fields());
        addMissing(more, ServerArgument.VIEW, view());
        return more;
    }

    private static void addMissing(List<Argument> arguments, String name, ObjectNode schema) {
        if (arguments.stream().noneMatch(argument -> argument.name().equals(name))) {
            arguments.add(new Argument(new ServerArgument(name), schema));
        }
    }

    private static ObjectNode fields() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "string")
                .put("maxLength", LONGEST_FIELDS)
                .put(
                        "description",
                        "Answer with these fields only: names with commas between, a dot before a name inside another, such"
                                + " as id,owner.name. They are names in the answer, or in each item of its list; lists on the"
                                + " way are passed through.");
    }

    private static ObjectNode view() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "string");
        VIEWS.forEach(schema.putArray("enum")::add);
        return schema.put(
                "description",
                "How the answer is shown. full: as the API gives it. compact: the same JSON without what is seldom needed."
                        + " text: lines for people, with names and dates, not to be parsed.");
    }

    /** A listed schema without the texts and bounds of those that are the server's own: its instructions tell of them once. */
    static JsonSchema untold(JsonSchema listed, List<String> own) {
        ObjectNode schema = listed.node().deepCopy();
        for (String name : own) {
            if (schema.path("properties").path(name) instanceof ObjectNode argument) {
                argument.remove(List.of("description", "maxLength", "minimum"));
            }
        }
        return new JsonSchema(schema);
    }
}
