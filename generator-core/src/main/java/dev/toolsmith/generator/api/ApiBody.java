package dev.toolsmith.generator.api;

/**
 * The request body of an operation in the one media type that tools send; JSON is preferred.
 *
 * @param at where the body stands
 * @param required whether a request must have a body
 * @param description the description's text, empty when there is none
 * @param mediaType the media type that is sent, parameters removed
 * @param schema what the body must look like
 */
public record ApiBody(SourcePointer at, boolean required, String description, String mediaType, ApiSchema schema) {

    /** Whether the body is sent as JSON. */
    public boolean isJson() {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }
}
