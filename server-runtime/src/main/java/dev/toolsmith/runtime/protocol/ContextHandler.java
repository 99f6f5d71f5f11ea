package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.context.ServerContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Answers all that is asked of prompts and resources; what that needs is loaded when the first client asks. */
final class ContextHandler implements MethodHandler {

    static final List<String> METHODS = List.of(
            "prompts/list",
            "prompts/get",
            "resources/list",
            "resources/templates/list",
            "resources/read",
            "completion/complete");

    private final ServerContext context;

    ContextHandler(ServerContext context) {
        this.context = context;
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        MethodHandler handler = switch (exchange.request().method()) {
            case "prompts/list" -> new PromptsListHandler(context);
            case "prompts/get" -> new PromptsGetHandler(context);
            case "resources/list", "resources/templates/list" -> new ResourcesListHandler(context);
            case "resources/read" -> new ResourcesReadHandler(context);
            default -> new CompleteHandler(context);
        };
        return handler.handle(exchange);
    }
}
