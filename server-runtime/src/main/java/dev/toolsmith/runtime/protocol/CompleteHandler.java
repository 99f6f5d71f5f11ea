package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.context.Completion;
import dev.toolsmith.runtime.context.ContextReference;
import dev.toolsmith.runtime.context.ServerContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Answers {@code completion/complete} (MCP 2026-07-28, Completion). */
final class CompleteHandler implements MethodHandler {

    private final ServerContext context;

    CompleteHandler(ServerContext context) {
        this.context = context;
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        Optional<ContextReference> reference =
                ContextJson.opened(exchange.params().get("ref")).flatMap(CompleteHandler::reference);
        if (reference.isEmpty()) {
            return failed("\"ref\" must be a ref/prompt with a name or a ref/resource with a uri");
        }
        RawObject argument =
                ContextJson.opened(exchange.params().get("argument")).orElse(RawObject.EMPTY);
        Optional<String> name = argument.string("name");
        Optional<String> typed = argument.string("value");
        if (name.isEmpty() || typed.isEmpty()) {
            return failed("\"argument\" must be an object with the strings \"name\" and \"value\"");
        }
        Optional<Map<String, String>> others = others(exchange.params().get("context"));
        if (others.isEmpty()) {
            return failed("\"context\" must be an object, and its \"arguments\" ".concat(ContextJson.TEXTS));
        }
        return context.complete(reference.get(), name.get(), typed.get(), others.get())
                .handle((completion, failure) ->
                        ContextJson.reply(completion, failure, CompleteHandler::reply, Reply.Failure::invalidParams));
    }

    private static Optional<ContextReference> reference(RawObject ref) {
        return switch (ref.string("type").orElse("")) {
            case "ref/prompt" -> ref.string("name").map(ContextReference.OfPrompt::new);
            case "ref/resource" -> ref.string("uri").map(ContextReference.OfResource::new);
            default -> Optional.empty();
        };
    }

    private static Optional<Map<String, String>> others(Optional<RawValue> context) {
        if (context.isEmpty()) {
            return Optional.of(Map.of());
        }
        return ContextJson.opened(context).flatMap(opened -> ContextJson.texts(opened.get("arguments")));
    }

    private static CompletableFuture<Reply> failed(String why) {
        return CompletableFuture.completedFuture(Reply.Failure.invalidParams("Invalid params: ".concat(why)));
    }

    private static Reply reply(Completion completion) {
        JsonBytes members = new JsonBytes(256).json("\"completion\":{\"values\":[");
        boolean first = true;
        for (String value : completion.values()) {
            members.json(first ? "" : ",").string(value);
            first = false;
        }
        members.json("],\"total\":")
                .number(completion.total())
                .json(",\"hasMore\":")
                .json(completion.hasMore() ? "true" : "false")
                .json("}");
        return Reply.Result.of(members);
    }
}
