package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.RateLimit;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.tool.UpstreamAnswer;
import dev.toolsmith.runtime.upstream.request.MediaTypes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a result of an answer. */
final class AnswerReader {

    private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.US_ASCII);

    private final RateLimits rateLimits;
    private final int maxResultBytes;

    AnswerReader(RateLimits rateLimits, int maxResultBytes) {
        this.rateLimits = rateLimits;
        this.maxResultBytes = maxResultBytes;
    }

    ToolResult read(
            HttpAnswer answer, Optional<Page> page, ResultShape shape, Failures failures, List<Secret> secrets) {
        return shaped(answer, page, shape, failures, secrets)
                .answeredBy(new UpstreamAnswer(
                        answer.status(), new Quotation(secrets).of(answer.requestId(), 100), answer.body().length));
    }

    private ToolResult shaped(
            HttpAnswer answer, Optional<Page> page, ResultShape shape, Failures failures, List<Secret> secrets) {
        Optional<RateLimit> rateLimit = rateLimits.of(answer);
        if (!answer.isSuccess()) {
            return failures.of(answer, rateLimit, secrets);
        }
        try {
            Optional<ResultText> text = text(answer, page, shape);
            boolean othersMayHaveIt = page.filter(one -> !one.isFirst()).isPresent()
                    || text.filter(ResultText::goesOn).isPresent();
            Optional<String> missing = othersMayHaveIt ? Optional.empty() : shape.missing();
            return missing.isPresent()
                    ? failures.unknownField(missing.get()).limitedBy(rateLimit)
                    : text.map(shown -> asItIs(shown.result(), answer).limitedBy(rateLimit))
                            .orElseGet(() -> failures.tooLarge(answer.body().length));
        } catch (JacksonException e) {
            return isAtEnd(e, answer.body()) ? failures.incomplete() : failures.invalid();
        }
    }

    /** Pictures and sounds are also given as what they are (MCP 2025-11-25 and 2026-07-28, ContentBlock). */
    private static ToolResult asItIs(ToolResult result, HttpAnswer answer) {
        String mediaType = answer.mediaType();
        String kind = mediaType.substring(0, Math.max(0, mediaType.indexOf('/')));
        if (answer.body().length == 0
                || !(kind.equals("image") || kind.equals("audio"))
                || MediaTypes.isText(mediaType)
                || answer.charset().isPresent()) {
            return result;
        }
        ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
        blocks.addObject()
                .put("type", kind)
                .put("data", Base64.getEncoder().encodeToString(answer.body()))
                .put("mimeType", mediaType);
        return result.withContent(JsonTree.write(blocks));
    }

    private static boolean isAtEnd(JacksonException problem, byte[] body) {
        @Nullable TokenStreamLocation location = problem.getLocation();
        return location != null && location.getByteOffset() >= body.length;
    }

    private Optional<ResultText> text(HttpAnswer answer, Optional<Page> page, ResultShape shape) {
        byte[] body = answer.body();
        if (body.length == 0) {
            return Optional.of(new ResultText(EMPTY_OBJECT, Optional.empty()));
        }
        String mediaType = answer.mediaType();
        if (isJson(mediaType)) {
            CompactJson compact =
                    JsonCompactor.compact(body, page.flatMap(Page::itemsPointer), page.flatMap(Page::cursorPointer));
            return ResultWriter.write(compact, page, shape, maxResultBytes);
        }
        byte[] wrapped = JsonTree.write(wrapped(answer, mediaType));
        return wrapped.length <= maxResultBytes
                ? Optional.of(new ResultText(wrapped, Optional.empty()))
                : Optional.empty();
    }

    /** Whatever has no name of its own is read as JSON; so is a page for browsers, which then is refused. */
    private static boolean isJson(String mediaType) {
        return mediaType.isEmpty() || mediaType.equals("text/html") || MediaTypes.isJson(mediaType);
    }

    private static ObjectNode wrapped(HttpAnswer answer, String mediaType) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        Optional<Charset> charset = answer.charset();
        if (MediaTypes.isText(mediaType) || charset.isPresent()) {
            return result.put("result", new String(answer.body(), charset.orElse(StandardCharsets.UTF_8)));
        }
        return result.put("content_type", mediaType)
                .put("base64", Base64.getEncoder().encodeToString(answer.body()));
    }
}
