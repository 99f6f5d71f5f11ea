package dev.toolsmith.runtime.tool;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a call came to.
 *
 * @param isError whether the model should read {@code text} as a failure that it can act on
 * @param code what kind of failure it is, such as {@code invalid_arguments} or {@code rate_limited}; empty for a call
 *     that went well and for a failure without a name
 * @param text UTF-8: compact JSON of the answer, or the message of a failure
 * @param structured UTF-8 JSON object for {@code structuredContent}, when output schemas are switched on
 * @param meta UTF-8 JSON object for {@code _meta}: details for machines
 * @param rateLimit set when the API told how many calls are left, or refused for there being none
 * @param upstream the API's answer, if one came
 * @param content UTF-8 JSON array of content blocks, such as an image, which a client is given in place of one block with
 *     {@code text}
 */
public record ToolResult(
        boolean isError,
        String code,
        byte[] text,
        Optional<byte[]> structured,
        Optional<byte[]> meta,
        Optional<RateLimit> rateLimit,
        Optional<UpstreamAnswer> upstream,
        Optional<byte[]> content) {

    /** A result whose only content is its text. */
    public ToolResult(
            boolean isError,
            String code,
            byte[] text,
            Optional<byte[]> structured,
            Optional<byte[]> meta,
            Optional<RateLimit> rateLimit,
            Optional<UpstreamAnswer> upstream) {
        this(isError, code, text, structured, meta, rateLimit, upstream, Optional.empty());
    }

    /** A call that went well. */
    public static ToolResult of(byte[] json) {
        return new ToolResult(false, "", json, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A failure, told in words that a model can act on. */
    public static ToolResult failure(String message) {
        return failure("", message, Optional.empty(), Optional.empty());
    }

    /**
     * A failure with a name for machines.
     *
     * @param meta UTF-8 JSON object for {@code _meta}
     */
    public static ToolResult failure(
            String code, String message, Optional<byte[]> meta, Optional<RateLimit> rateLimit) {
        return new ToolResult(
                true,
                code,
                message.getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                meta,
                rateLimit,
                Optional.empty());
    }

    /** The same, with what is known of the API's answer. */
    public ToolResult answeredBy(UpstreamAnswer answer) {
        return new ToolResult(isError, code, text, structured, meta, rateLimit, Optional.of(answer), content);
    }

    /** The same, with how many calls are left. */
    public ToolResult limitedBy(Optional<RateLimit> left) {
        return new ToolResult(isError, code, text, structured, meta, left, upstream, content);
    }

    /** The same with other details for machines. */
    public ToolResult withMeta(byte[] other) {
        return new ToolResult(isError, code, text, structured, Optional.of(other), rateLimit, upstream, content);
    }

    /** The same with the exact JSON beside its text. */
    public ToolResult withStructured(byte[] object) {
        return new ToolResult(isError, code, text, Optional.of(object), meta, rateLimit, upstream, content);
    }

    /** The same in other words, as its only content. */
    public ToolResult withText(byte[] other) {
        return new ToolResult(isError, code, other, structured, meta, rateLimit, upstream);
    }

    /** The same with finished content blocks; its text stays what records keep of it. */
    public ToolResult withContent(byte[] blocks) {
        return new ToolResult(isError, code, text, structured, meta, rateLimit, upstream, Optional.of(blocks));
    }
}
