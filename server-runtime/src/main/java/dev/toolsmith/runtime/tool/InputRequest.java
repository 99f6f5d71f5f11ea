package dev.toolsmith.runtime.tool;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A request to a client.
 *
 * @param method the method, such as {@code elicitation/create}
 * @param params its {@code params}, a UTF-8 JSON object without line breaks
 */
public record InputRequest(String method, byte[] params) {

    /**
     * Asks the client's user by a form (MCP 2026-07-28, Elicitation, form mode).
     *
     * @param message what is asked and why, plain text
     * @param requestedSchema UTF-8 JSON without line breaks: a flat object schema with primitive properties
     */
    public static InputRequest form(String message, byte[] requestedSchema) {
        ByteArrayOutputStream params = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), params)) {
            json.writeStartObject();
            json.writeStringProperty("mode", "form");
            json.writeStringProperty("message", message);
            json.writeName("requestedSchema");
            json.writeRawValue(new String(requestedSchema, StandardCharsets.UTF_8));
            json.writeEndObject();
        }
        return new InputRequest("elicitation/create", params.toByteArray());
    }

    /** The capability that a client has to have declared to be asked this (MCP 2026-07-28, ClientCapabilities). */
    public String capability() {
        int slash = method.indexOf('/');
        return slash < 0 ? method : method.substring(0, slash);
    }
}
