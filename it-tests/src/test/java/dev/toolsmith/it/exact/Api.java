package dev.toolsmith.it.exact;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Attio's HTTP API. */
@FunctionalInterface
public interface Api {

    /**
     * What came back.
     *
     * @param status the HTTP status
     * @param body the body
     */
    record Answer(int status, JsonNode body) {
        public boolean accepted() {
            return status < 300;
        }
    }

    Answer send(String method, String target, Optional<JsonNode> body);

    /** The data of an answer; a refusal fails the test. */
    default JsonNode data(String method, String target, Optional<JsonNode> body) {
        Answer answer = send(method, target, body);
        if (!answer.accepted()) {
            throw new AssertionError(method + " " + target + " "
                    + body.map(JsonNode::toString).orElse("") + ": " + answer.status() + " " + answer.body());
        }
        return answer.body().required("data");
    }

    default JsonNode get(String target) {
        return data("GET", target, Optional.empty());
    }

    default JsonNode post(String target, JsonNode body) {
        return data("POST", target, Optional.of(body));
    }
}
