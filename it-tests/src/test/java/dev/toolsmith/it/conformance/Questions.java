package dev.toolsmith.it.conformance;

import dev.toolsmith.it.Json;
import dev.toolsmith.runtime.tool.InputRequest;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** What clients are asked. */
final class Questions {

    private Questions() {}

    /** A form with one field that has to be filled in. */
    static InputRequest form(String message, String field, String type) {
        return form(message, schema -> {
            schema.withObject("/properties").putObject(field).put("type", type);
            schema.putArray("required").add(field);
        });
    }

    static InputRequest form(String message, Consumer<ObjectNode> fields) {
        ObjectNode schema = Json.object().put("type", "object");
        fields.accept(schema);
        return InputRequest.form(message, utf8(schema));
    }

    /** A question to the client's model. */
    static InputRequest sampling(String text) {
        ObjectNode params = Json.object().put("maxTokens", 100);
        params.putArray("messages")
                .addObject()
                .put("role", "user")
                .putObject("content")
                .put("type", "text")
                .put("text", text);
        return new InputRequest("sampling/createMessage", utf8(params));
    }

    static InputRequest roots() {
        return new InputRequest("roots/list", utf8(Json.object()));
    }

    private static byte[] utf8(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
