package dev.toolsmith.sandbox.control;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is to happen to calls that come next.
 *
 * @param count how many of them
 * @param status the status to answer with; 0 to answer as usual
 * @param delayMillis how long to wait before the answer
 * @param pathPrefix only calls whose path begins so
 * @param method only calls of this method; empty for any
 * @param retryAfter seconds from now that a 429 or 503 tells in {@code Retry-After}
 * @param body the body to answer with; null for the error envelope of the status
 */
record Fault(
        int count,
        int status,
        int delayMillis,
        String pathPrefix,
        String method,
        int retryAfter,
        @Nullable JsonNode body) {

    boolean matches(String callMethod, String path) {
        return path.startsWith(pathPrefix) && (method.isEmpty() || method.equalsIgnoreCase(callMethod));
    }

    Fault once() {
        return new Fault(count - 1, status, delayMillis, pathPrefix, method, retryAfter, body);
    }
}
