package dev.toolsmith.runtime.tool;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The body of a request as a tool means it, nothing encoded yet.
 *
 * @param encoding how the content becomes bytes
 * @param mediaType what the request calls it
 * @param content what is written
 * @param parts how members of the content are written of which something is said, by their names
 */
public record RequestBody(Encoding encoding, String mediaType, JsonNode content, Map<String, Part> parts) {

    /** How the content of a body becomes bytes. */
    public enum Encoding {
        /** Compact JSON. */
        JSON,
        /**
         * {@code application/x-www-form-urlencoded}: the object's members; arrays repeat and objects are JSON where
         * nothing else is said of the member.
         */
        FORM,
        /**
         * {@code multipart/form-data}: the object's members; arrays repeat, a string is a field, an object with
         * {@code base64} (and {@code filename}, {@code content_type}) is a file, any other object is JSON where
         * nothing else is said of the member.
         */
        MULTIPART,
        /** A string in UTF-8. */
        TEXT,
        /** The bytes that a Base64 string stands for. */
        BINARY
    }

    /**
     * How one member of a form or multipart body is written (OpenAPI 3.1, Encoding Object).
     *
     * @param mediaType what the member is written as, and what its part is called; of a file the type when the call
     *     names none; empty when nothing is said
     * @param style as a query parameter's; empty when nothing is said
     * @param explode whether arrays and objects become several fields; means nothing without a style
     */
    public record Part(String mediaType, String style, boolean explode) {}

    public RequestBody {
        parts = Map.copyOf(parts);
    }

    /** A body of which nothing more is said. */
    RequestBody(Encoding encoding, String mediaType, JsonNode content) {
        this(encoding, mediaType, content, Map.of());
    }

    RequestBody called(String otherType) {
        return new RequestBody(encoding, otherType, content, parts);
    }

    RequestBody with(String member, Part part) {
        Map<String, Part> more = new LinkedHashMap<>(parts);
        more.put(member, part);
        return new RequestBody(encoding, mediaType, content, more);
    }
}
