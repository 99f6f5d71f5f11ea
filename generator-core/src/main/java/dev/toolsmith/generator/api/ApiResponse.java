package dev.toolsmith.generator.api;

import java.util.Optional;

/**
 * One documented answer of an operation.
 *
 * @param status a status code, a range such as {@code 4XX}, or {@code default}
 * @param description the description's text, empty when there is none
 * @param schema the schema of the JSON body, empty when the answer has none
 */
public record ApiResponse(String status, String description, Optional<ApiSchema> schema) {

    /** Whether this is an answer to a call that went well. */
    public boolean isSuccess() {
        return status.startsWith("2");
    }
}
