package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.RateLimit;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolCaller;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.tool.UnknownToolException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Answers {@code tools/call}: hands the call on and puts its result into the protocol's form. */
final class ToolsCallHandler implements MethodHandler {

    private static final byte[] NO_ARGUMENTS = "{}".getBytes(StandardCharsets.US_ASCII);

    private static final String AUDIO = "{\"type\":\"audio\"";

    private final ToolCaller caller;

    ToolsCallHandler(ToolCaller caller) {
        this.caller = caller;
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        Optional<String> name = exchange.params().string("name");
        if (name.isEmpty()) {
            return CompletableFuture.completedFuture(
                    Reply.Failure.invalidParams("Invalid params: \"name\" must be a string"));
        }
        Optional<RawValue> arguments = exchange.params().get("arguments");
        if (arguments.isPresent() && !arguments.get().isObject()) {
            return CompletableFuture.completedFuture(
                    Reply.Failure.invalidParams("Invalid params: \"arguments\" must be an object"));
        }
        byte[] given = arguments.isPresent() ? arguments.get().copy() : NO_ARGUMENTS;
        return caller.call(new ToolCall(name.get(), given, origin(exchange), exchange.cancelled(), exchange.client()))
                .handle((result, failure) ->
                        reply(result, failure, exchange.peer().knowsAudio()));
    }

    private static CallOrigin origin(Exchange exchange) {
        return Meta.origin(exchange.request(), exchange.peer().origin());
    }

    private static Reply reply(@Nullable ToolResult result, @Nullable Throwable failure, boolean knowsAudio) {
        if (result != null) {
            return result(result, knowsAudio);
        }
        @Nullable Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof UnknownToolException) {
            return Reply.Failure.invalidParams(String.valueOf(cause.getMessage()));
        }
        throw new CompletionException(cause);
    }

    private static Reply result(ToolResult result, boolean knowsAudio) {
        JsonBytes members = new JsonBytes(result.text().length + 256).json("\"content\":");
        Optional<byte[]> content = result.content()
                .filter(blocks -> knowsAudio || !new String(blocks, StandardCharsets.UTF_8).contains(AUDIO));
        if (content.isPresent()) {
            byte[] blocks = content.get();
            members.jsonOnOneLine(blocks, 0, blocks.length);
        } else {
            members.json("[{\"type\":\"text\",\"text\":").string(result.text()).json("}]");
        }
        members.json(",\"isError\":").json(result.isError() ? "true" : "false");
        if (result.structured().isPresent()) {
            byte[] structured = result.structured().get();
            members.json(",\"structuredContent\":").jsonOnOneLine(structured, 0, structured.length);
        }
        return new Reply.Result(members.toBytes(), meta(result), result.rateLimit());
    }

    private static byte[] meta(ToolResult result) {
        JsonBytes members = new JsonBytes(64);
        if (result.meta().isPresent()) {
            Meta.append(members, result.meta().get());
        }
        if (result.rateLimit().isPresent()) {
            appendRateLimit(members, result.rateLimit().get());
        }
        return members.toBytes();
    }

    private static void appendRateLimit(JsonBytes to, RateLimit rateLimit) {
        if (rateLimit.limit() >= 0) {
            to.member("ratelimit-limit").number(rateLimit.limit());
        }
        if (rateLimit.remaining() >= 0) {
            to.member("ratelimit-remaining").number(rateLimit.remaining());
        }
        to.member("ratelimit-reset").number(rateLimit.resetSeconds());
    }
}
