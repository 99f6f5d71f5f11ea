package dev.toolsmith.sandbox.wire;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An error answer in Attio's envelope: status, type, code and message, and for validation the list of problems. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String INVALID = "invalid_request_error";
    private static final String AUTH = "auth_error";

    private final int status;
    private final String type;
    private final String code;
    private final ObjectNode more;

    private Refusal(int status, String type, String code, String message, ObjectNode more) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.code = code;
        this.more = more;
    }

    /** 404 for something that does not exist. */
    public static Refusal notFound(String message) {
        return new Refusal(404, INVALID, "not_found", message, Json.object());
    }

    /** 400 with the given code. */
    public static Refusal invalid(String code, String message) {
        return new Refusal(400, INVALID, code, message, Json.object());
    }

    /** 400 with the given code of the filter language, and the keys that lead to the culprit. */
    public static Refusal filter(String code, String message, List<String> path) {
        return new Refusal(400, INVALID, code, message, Json.object().set("path", Json.strings(path)));
    }

    /** 400 for one problem in the body or in the query parameters. */
    public static Refusal validation(Place place, List<String> path, String problem, String code) {
        ObjectNode issue = Json.object().put("code", code);
        issue.set("path", Json.strings(path));
        issue.put("message", problem);
        String message = place.text() + " " + String.join(".", path) + ": " + problem;
        ObjectNode more = Json.object().set("validation_errors", Json.array(List.of(issue)));
        return new Refusal(400, INVALID, "validation_type", message, more);
    }

    /** 400 for one problem of type {@code custom} in the body. */
    public static Refusal body(List<String> path, String problem) {
        return validation(Place.BODY, path, problem, "custom");
    }

    /** 409 with the given code. */
    public static Refusal conflict(String code, String message) {
        return new Refusal(409, INVALID, code, message, Json.object());
    }

    /** 401 for a token that is absent, unknown or revoked. */
    public static Refusal unauthorized() {
        return new Refusal(
                401, AUTH, "unauthorized", "The access token is missing, unknown or revoked.", Json.object());
    }

    /** 403 for a token that may not do this. */
    public static Refusal forbidden(String message) {
        return new Refusal(403, AUTH, "unauthorized", message, Json.object());
    }

    /** Any other status, type and code. */
    public static Refusal of(int status, String type, String code, String message) {
        return new Refusal(status, type, code, message, Json.object());
    }

    /** The part of a call that a validation problem lies in. */
    public enum Place {
        /** The JSON body. */
        BODY("The body is not as this operation takes it, at"),
        /** The query parameters. */
        QUERY("The query parameters are not as this operation takes them, at"),
        /** The path. */
        PATH("The path is not as this operation takes it, at");

        private final String text;

        Place(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** The code, such as {@code not_found}. */
    public String code() {
        return code;
    }

    /** The error as an answer; {@code camelCase} spells the status' key {@code statusCode}. */
    public Answer answer(boolean camelCase) {
        ObjectNode body = Json.object()
                .put(camelCase && status == 400 ? "statusCode" : "status_code", status)
                .put("type", type)
                .put("code", code)
                .put("message", getMessage());
        for (var entry : more.properties()) {
            JsonNode value = entry.getValue();
            body.set(entry.getKey(), value);
        }
        return Answer.json(status, body);
    }
}
