package dev.toolsmith.it;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One request that went upstream, and its answer.
 *
 * @param method upper case
 * @param target path and query as they stood on the wire
 * @param headers the request's headers
 * @param body the request's body, empty when there was none
 * @param status the answer's status
 * @param answer the answer's body, empty when there was none
 */
record Exchange(
        String method, String target, Map<String, List<String>> headers, String body, int status, String answer) {

    /** The path on the wire, without the query. */
    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The query on the wire, empty when there is none. */
    String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    /** The request's body as JSON. */
    Optional<JsonNode> json() {
        return body.isEmpty() ? Optional.empty() : Optional.of(Json.parse(body));
    }

    /** Whether the answer says that all went well. */
    boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** One value of the answer's JSON, which must be there. */
    String string(String pointer) {
        JsonNode value = Json.parse(answer).at(pointer);
        if (value.isMissingNode() || value.isNull()) {
            throw new AssertionError(line() + " was answered without " + pointer + ": " + answer);
        }
        return value.asString();
    }

    /** What of the request must be the same wherever the same tool is called with the same arguments. */
    String line() {
        return method + " " + target + " " + body;
    }
}
