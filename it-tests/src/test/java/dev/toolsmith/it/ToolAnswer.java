package dev.toolsmith.it;

import tools.jackson.databind.JsonNode;

/**
 * What a tool call was answered.
 *
 * @param tool the tool
 * @param message the whole JSON-RPC message
 */
record ToolAnswer(String tool, JsonNode message) {

    static ToolAnswer of(String tool, JsonNode message) {
        return new ToolAnswer(tool, message);
    }

    /** Whether the call failed, as a tool failure or as a JSON-RPC error. */
    boolean failed() {
        return message.has("error") || message.path("result").path("isError").asBoolean(false);
    }

    /** Whether it failed in the way that a model gets to see. */
    boolean toolFailed() {
        return message.path("result").path("isError").asBoolean(false);
    }

    /** The text that a model gets to see. */
    String text() {
        JsonNode content = message.path("result").path("content");
        return content.isEmpty()
                ? message.path("error").path("message").asString("")
                : content.path(0).path("text").asString("");
    }

    /** The answer's JSON; a failed call fails the test with its message. */
    JsonNode json() {
        if (failed()) {
            throw new AssertionError(tool + " failed: " + message);
        }
        return Json.parse(text());
    }

    /** One value of the answer's JSON, which must be there. */
    String string(String pointer) {
        JsonNode value = json().at(pointer);
        if (value.isMissingNode() || value.isNull()) {
            throw new AssertionError(tool + " has nothing at " + pointer + ": " + text());
        }
        return value.asString();
    }
}
