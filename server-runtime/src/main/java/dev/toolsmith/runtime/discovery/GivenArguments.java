package dev.toolsmith.runtime.discovery;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.text.ClosestNames;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The arguments of a call of one of the three tools, looked at one by one. */
final class GivenArguments {

    private static final int LONGEST = 1_000;

    private final String tool;
    private final JsonNode given;

    private GivenArguments(String tool, JsonNode given) {
        this.tool = tool;
        this.given = given;
    }

    /** Arguments that are not what the tool takes; its message is for a model. */
    static final class WrongArgumentsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongArgumentsException(String tool, String problem) {
            super("The arguments of " + tool + " are not right: " + problem, null, false, false);
        }

        ToolResult result() {
            return ToolResult.failure(
                    "invalid_arguments", String.valueOf(getMessage()), Optional.empty(), Optional.empty());
        }
    }

    /**
     * The arguments of a call.
     *
     * @param known the names of all that the tool takes
     */
    static GivenArguments of(ToolCall call, List<String> known) {
        JsonNode given = read(call);
        for (String name : given.propertyNames()) {
            if (!known.contains(name)) {
                String meant = ClosestNames.to(name, known)
                        .map(close -> " Did you mean \"" + close + "\"?")
                        .orElse("");
                throw new WrongArgumentsException(
                        call.name(),
                        "there is no \"" + DiscoveryText.cut(name) + "\"." + meant + " It takes "
                                + String.join(", ", known) + "." + DiscoveryText.whereArgumentsGo(call.name()));
            }
        }
        return new GivenArguments(call.name(), given);
    }

    private static JsonNode read(ToolCall call) {
        try {
            JsonNode given = JsonTree.read(call.arguments());
            return given.isObject() ? given : JsonNodeFactory.instance.objectNode();
        } catch (JacksonException e) {
            throw new WrongArgumentsException(call.name(), "they are no JSON that can be read.");
        }
    }

    /** The first thousand characters of a text that is needed. */
    String text(String name) {
        String text = needed(name);
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** A tool's name that is needed. */
    String toolName(String name) {
        return notLonger(name, needed(name));
    }

    private String notLonger(String argument, String name) {
        if (name.length() > LONGEST) {
            throw wrong("\"" + argument + "\" has a name of more than " + LONGEST + " characters, as no tool has.");
        }
        return name;
    }

    private String needed(String name) {
        JsonNode value = given.path(name);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw wrong("\"" + name + "\" is needed, a text.");
        }
        return value.stringValue();
    }

    int number(String name, int least, int most, int otherwise) {
        JsonNode value = given.path(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        boolean whole =
                value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
        if (!whole || value.doubleValue() < least || value.doubleValue() > most) {
            throw wrong("\"" + name + "\" is a whole number from " + least + " to " + most + ".");
        }
        return (int) value.doubleValue();
    }

    /** Tools' names of which at least one is needed. */
    List<String> toolNames(String name, int most) {
        JsonNode value = given.path(name);
        List<String> texts = new ArrayList<>();
        for (JsonNode each : value) {
            texts.add(each.isString() ? notLonger(name, each.stringValue()) : "");
        }
        if (!value.isArray() || texts.isEmpty() || texts.size() > most || texts.contains("")) {
            throw wrong("\"" + name + "\" is an array of 1 to " + most + " names, such as [\"" + "a_tool" + "\"].");
        }
        return texts;
    }

    /** Whether an object stands there; false where nothing does. */
    boolean hasObject(String name) {
        JsonNode value = given.path(name);
        if (!value.isMissingNode() && !value.isObject()) {
            throw wrong("\"" + name + "\" is an object, not "
                    + (value.isString() ? "a text that holds one" : value.isArray() ? "an array" : "a single value")
                    + ".");
        }
        return value.isObject();
    }

    private WrongArgumentsException wrong(String problem) {
        return new WrongArgumentsException(tool, problem);
    }
}
