package dev.toolsmith.runtime.tool;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The arguments of one call, accepted by the tool's input schema. An argument given as null is given. */
public final class ToolArguments {

    private final ObjectNode given;

    /** Arguments as a JSON object, which nobody changes afterwards. */
    public ToolArguments(ObjectNode given) {
        this.given = given;
    }

    /**
     * An argument that the schema requires.
     *
     * @throws IllegalStateException when it is missing, which the schema should have refused
     */
    public JsonNode required(String name) {
        return optional(name).orElseThrow(() -> new IllegalStateException("Argument is missing: " + name));
    }

    /** An argument that may have been left out. */
    public Optional<JsonNode> optional(String name) {
        @Nullable JsonNode value = given.get(name);
        return Optional.ofNullable(value);
    }

    /** Those of the named arguments that were given, as a request body of the same property names. */
    public BodyArguments only(String... names) {
        BodyArguments body = new BodyArguments(this);
        for (String name : names) {
            body = body.as(name, name);
        }
        return body;
    }

    /**
     * The name of the argument that holds this very value; for naming what is wrong with a request.
     *
     * @param likely the name to prefer when several arguments hold it
     */
    @SuppressWarnings("ReferenceEquality") // two arguments may be equal; what is asked for is this very one
    public Optional<String> nameOf(JsonNode value, String likely) {
        if (given.get(likely) == value) {
            return Optional.of(likely);
        }
        return given.properties().stream()
                .filter(argument -> argument.getValue() == value)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
