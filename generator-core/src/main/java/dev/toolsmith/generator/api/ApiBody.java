package dev.toolsmith.generator.api;

import java.util.List;
import java.util.Set;

/**
 * The request body of an operation in the one media type that tools send; JSON is preferred.
 *
 * @param at where the body stands
 * @param required whether a request must have a body
 * @param description the description's text, empty when there is none
 * @param mediaType the media type in lower case, parameters removed
 * @param contentType the media type that is sent, with the parameters that the description gives it
 * @param schema what the body must look like
 * @param encodings what is said of properties of a form or multipart body, in the description's order
 */
public record ApiBody(
        SourcePointer at,
        boolean required,
        String description,
        String mediaType,
        String contentType,
        ApiSchema schema,
        List<Encoding> encodings) {

    /**
     * How one property of a form or multipart body is written (OpenAPI 3.1, Encoding Object).
     *
     * @param property the property's name
     * @param contentType what the property is written as, as the description says it; empty when it says nothing
     * @param style the style, empty when the description names none
     * @param explode whether arrays and objects become several fields, the style's default when not named
     */
    public record Encoding(String property, String contentType, String style, boolean explode) {}

    private static final Set<String> TEXTS = Set.of(
            "application/x-ndjson",
            "application/ndjson",
            "application/jsonl",
            "application/x-jsonlines",
            "application/json-seq",
            "application/yaml",
            "application/x-yaml",
            "application/graphql",
            "application/javascript",
            "application/sql");

    public ApiBody {
        encodings = List.copyOf(encodings);
    }

    /** Whether the body is sent as JSON. */
    public boolean isJson() {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    /** Whether the body is sent as {@code multipart/form-data}. */
    public boolean isMultipart() {
        return mediaType.equals("multipart/form-data");
    }

    /** Whether the body is sent as {@code application/x-www-form-urlencoded}. */
    public boolean isForm() {
        return mediaType.equals("application/x-www-form-urlencoded");
    }

    /** Whether the body is text that is sent as it is: any text, XML, or lines of JSON. */
    public boolean isText() {
        return mediaType.startsWith("text/")
                || mediaType.equals("application/xml")
                || mediaType.endsWith("+xml")
                || TEXTS.contains(mediaType);
    }
}
