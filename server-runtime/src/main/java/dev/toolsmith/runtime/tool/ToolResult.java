package dev.toolsmith.runtime.tool;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a call came to.
 *
 * @param isError whether the model should read {@code text} as a failure that it can act on
 * @param text UTF-8: compact JSON of the answer, or the message of a failure
 * @param structured UTF-8 JSON object for {@code structuredContent}, when output schemas are switched on
 * @param meta UTF-8 JSON object for {@code _meta}: details for machines
 * @param rateLimit set when the API told how many calls are left, or refused for there being none
 */
public record ToolResult(
        boolean isError,
        byte[] text,
        Optional<byte[]> structured,
        Optional<byte[]> meta,
        Optional<RateLimit> rateLimit) {

    /** A call that went well. */
    public static ToolResult of(byte[] json) {
        return new ToolResult(false, json, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A failure, told in words that a model can act on. */
    public static ToolResult failure(String message) {
        return new ToolResult(
                true, message.getBytes(StandardCharsets.UTF_8), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
