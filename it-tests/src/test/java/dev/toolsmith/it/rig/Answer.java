package dev.toolsmith.it.rig;

import dev.toolsmith.it.Json;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a client got for a call.
 *
 * @param kind which sort of answer
 * @param status the HTTP status; 0 for none
 * @param code what a failure is called: a tool error's code, a JSON-RPC error's number; else empty
 * @param text what a model would read, or what is known of a failure
 * @param body the whole body
 */
record Answer(Kind kind, int status, String code, String text, String body) {

    /** The sorts of answers. */
    enum Kind {
        /** The tool's result. */
        RESULT,
        /** A failure told as the tool's result. */
        TOOL_ERROR,
        /** A JSON-RPC error. */
        RPC_ERROR,
        /** An HTTP status that is no JSON-RPC answer. */
        HTTP_ERROR,
        /** The connection ended before the answer was complete, or never came about. */
        BROKEN,
        /** No answer for as long as the client waits. */
        SILENT,
        /** The client went away without waiting. */
        ABANDONED
    }

    /** An answer without any message. */
    static Answer without(Kind kind, String why) {
        return new Answer(kind, 0, "", why, "");
    }

    /** The answer in an HTTP response. */
    static Answer of(int status, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        try {
            JsonNode message = Json.parse(text);
            if (message.has("result")) {
                return ofResult(status, message.required("result"), text);
            }
            if (message.has("error")) {
                JsonNode error = message.required("error");
                return new Answer(
                        Kind.RPC_ERROR,
                        status,
                        error.path("code").asString(""),
                        error.path("message").asString(""),
                        text);
            }
            return new Answer(Kind.HTTP_ERROR, status, message.path("code").asString(""), text, text);
        } catch (JacksonException e) {
            return new Answer(Kind.HTTP_ERROR, status, "", text, text);
        }
    }

    private static Answer ofResult(int status, JsonNode result, String body) {
        String text = result.path("content").path(0).path("text").asString("");
        if (!result.path("isError").asBoolean(false)) {
            return new Answer(Kind.RESULT, status, "", text, body);
        }
        String code =
                result.path("_meta").path("dev.toolsmith/error").path("code").asString("");
        return new Answer(Kind.TOOL_ERROR, status, code, text, body);
    }

    /** Whether it is the tool's result. */
    boolean isResult() {
        return kind == Kind.RESULT;
    }

    /** Whether a whole answer came, good or bad. */
    boolean came() {
        return kind != Kind.BROKEN && kind != Kind.SILENT && kind != Kind.ABANDONED;
    }

    @Override
    public String toString() {
        return kind + " " + status + " " + code + " " + (text.length() > 200 ? text.substring(0, 200) + "…" : text);
    }
}
