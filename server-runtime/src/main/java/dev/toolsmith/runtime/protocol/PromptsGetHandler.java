package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.context.PromptMessage;
import dev.toolsmith.runtime.context.PromptText;
import dev.toolsmith.runtime.context.ServerContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Answers {@code prompts/get} (MCP 2026-07-28, Prompts). */
final class PromptsGetHandler implements MethodHandler {

    private final ServerContext context;

    PromptsGetHandler(ServerContext context) {
        this.context = context;
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        Optional<String> name = exchange.params().string("name");
        if (name.isEmpty()) {
            return CompletableFuture.completedFuture(
                    Reply.Failure.invalidParams("Invalid params: \"name\" must be a string"));
        }
        Optional<Map<String, String>> arguments =
                ContextJson.texts(exchange.params().get("arguments"));
        if (arguments.isEmpty()) {
            return CompletableFuture.completedFuture(
                    Reply.Failure.invalidParams("Invalid params: \"arguments\" must be ".concat(ContextJson.TEXTS)));
        }
        return context.prompt(name.get(), arguments.get(), exchange.client())
                .handle((text, failure) ->
                        ContextJson.reply(text, failure, PromptsGetHandler::reply, Reply.Failure::invalidParams));
    }

    private static Reply reply(PromptText text) {
        JsonBytes members = new JsonBytes(1024);
        ContextJson.text(members, "description", text.description());
        ContextJson.array(members, "messages", text.messages(), PromptsGetHandler::message);
        return Reply.Result.of(members);
    }

    private static void message(JsonBytes to, PromptMessage message) {
        to.member("role").string(message.role() == PromptMessage.Role.USER ? "user" : "assistant");
        to.member("content").jsonOnOneLine(message.content(), 0, message.content().length);
    }
}
