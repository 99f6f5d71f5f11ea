package dev.toolsmith.runtime.tool;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The arguments that travel side by side in a request's body object. */
public final class BodyArguments {

    private final ToolArguments arguments;
    private final Map<String, String> propertyByArgument;

    BodyArguments(ToolArguments arguments) {
        this(arguments, Map.of());
    }

    private BodyArguments(ToolArguments arguments, Map<String, String> propertyByArgument) {
        this.arguments = arguments;
        this.propertyByArgument = propertyByArgument;
    }

    /** These arguments and one more, which is sent under another name. */
    public BodyArguments as(String argument, String property) {
        Map<String, String> more = new LinkedHashMap<>(propertyByArgument);
        more.put(argument, property);
        return new BodyArguments(arguments, more);
    }

    /** Those that were given, as one object in the order they were named. */
    public ObjectNode toObject() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        propertyByArgument.forEach(
                (argument, property) -> arguments.optional(argument).ifPresent(value -> body.set(property, value)));
        return body;
    }

    /** Whether any of them was given. */
    public boolean anyGiven() {
        return propertyByArgument.keySet().stream()
                .anyMatch(name -> arguments.optional(name).isPresent());
    }
}
