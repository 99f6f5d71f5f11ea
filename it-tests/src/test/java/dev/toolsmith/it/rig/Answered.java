package dev.toolsmith.it.rig;

import dev.toolsmith.it.Json;
import tools.jackson.databind.JsonNode;

/**
 * What the management API answered.
 *
 * @param status the HTTP status
 * @param body the body; empty for none
 */
record Answered(int status, String body) {

    /** The body of a request that went well. */
    JsonNode ok() {
        if (status < 200 || status >= 300) {
            throw new AssertionError("Answered " + status + ": " + body);
        }
        return body.isEmpty() ? Json.object() : Json.parse(body);
    }
}
