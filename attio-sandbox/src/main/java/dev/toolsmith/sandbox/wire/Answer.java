package dev.toolsmith.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the sandbox answers: a status, headers beyond those of HTTP itself, and a payload.
 *
 * @param status the HTTP status
 * @param headers further headers, by name
 * @param payload the body
 */
public record Answer(int status, Map<String, String> headers, Payload payload) {

    /** The body of an answer. */
    public sealed interface Payload {
        /** The media type; empty for no body. */
        String mediaType();

        /** The bytes of the body. */
        byte[] bytes();
    }

    /** A JSON body. */
    public record JsonPayload(JsonNode node) implements Payload {
        @Override
        public String mediaType() {
            return "application/json; charset=utf-8";
        }

        @Override
        public byte[] bytes() {
            return Json.bytes(node);
        }
    }

    /** A text body of any media type. */
    public record TextPayload(String mediaType, String text) implements Payload {
        @Override
        public byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** No body. */
    public record NoPayload() implements Payload {
        @Override
        public String mediaType() {
            return "";
        }

        @Override
        public byte[] bytes() {
            return new byte[0];
        }
    }

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** 200 with the node as the whole body. */
    public static Answer flat(JsonNode body) {
        return json(200, body);
    }

    /** The given status with the node as the whole body. */
    public static Answer json(int status, JsonNode body) {
        return new Answer(status, Map.of(), new JsonPayload(body));
    }

    /** 200 with the node under {@code data}. */
    public static Answer data(JsonNode data) {
        return flat(Json.object().set("data", data));
    }

    /** 200 with the nodes as an array under {@code data}. */
    public static Answer data(Collection<? extends JsonNode> data) {
        return data(Json.array(data));
    }

    /** 200 with an empty object. */
    public static Answer deleted() {
        return flat(Json.object());
    }

    /** The given status without a body. */
    public static Answer bare(int status, Map<String, String> headers) {
        return new Answer(status, headers, new NoPayload());
    }

    /** This answer with one more header. */
    public Answer with(String name, String value) {
        Map<String, String> more = new java.util.HashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, payload);
    }
}
