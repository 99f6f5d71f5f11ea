package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.context.Prompt;
import dev.toolsmith.runtime.context.PromptArgument;
import dev.toolsmith.runtime.context.ServerContext;
import java.util.concurrent.CompletableFuture;

/** Answers {@code prompts/list} (MCP 2026-07-28, Prompts); all prompts are on one page. */
final class PromptsListHandler implements MethodHandler {

    private final ServerContext context;

    PromptsListHandler(ServerContext context) {
        this.context = context;
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        if (!ToolsListHandler.isFirstPage(exchange)) {
            return CompletableFuture.completedFuture(Reply.Failure.invalidParams("Invalid cursor"));
        }
        JsonBytes members = new JsonBytes(1024);
        ContextJson.array(members, "prompts", context.prompts(), PromptsListHandler::prompt);
        ContextJson.caching(members, exchange);
        return CompletableFuture.completedFuture(Reply.Result.of(members));
    }

    private static void prompt(JsonBytes to, Prompt prompt) {
        to.member("name").string(prompt.name());
        ContextJson.text(to, "title", prompt.title());
        ContextJson.text(to, "description", prompt.description());
        if (!prompt.arguments().isEmpty()) {
            ContextJson.array(to, "arguments", prompt.arguments(), PromptsListHandler::argument);
        }
    }

    private static void argument(JsonBytes to, PromptArgument argument) {
        to.member("name").string(argument.name());
        ContextJson.text(to, "description", argument.description());
        to.member("required").json(argument.required() ? "true" : "false");
    }
}
