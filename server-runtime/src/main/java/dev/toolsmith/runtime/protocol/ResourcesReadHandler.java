package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.context.ResourceContent;
import dev.toolsmith.runtime.context.ServerContext;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Answers {@code resources/read} (MCP 2026-07-28, Resources). */
final class ResourcesReadHandler implements MethodHandler {

    private final ServerContext context;

    ResourcesReadHandler(ServerContext context) {
        this.context = context;
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        Optional<String> uri = exchange.params().string("uri");
        if (uri.isEmpty()) {
            return CompletableFuture.completedFuture(
                    Reply.Failure.invalidParams("Invalid params: \"uri\" must be a string"));
        }
        return context.read(uri.get(), exchange.client())
                .handle((contents, failure) -> ContextJson.reply(
                        contents,
                        failure,
                        read -> reply(read, exchange),
                        why -> notFound(why, uri.get(), exchange.era())));
    }

    private static Reply reply(List<ResourceContent> contents, Exchange exchange) {
        JsonBytes members = new JsonBytes(1024);
        ContextJson.array(members, "contents", contents, ResourcesReadHandler::content);
        ContextJson.caching(members, exchange);
        return Reply.Result.of(members);
    }

    private static void content(JsonBytes to, ResourceContent content) {
        to.member("uri").string(content.uri());
        ContextJson.text(to, "mimeType", content.mimeType());
        content.text().ifPresent(text -> to.member("text").string(text));
        content.blob()
                .ifPresent(blob -> to.member("blob").string(Base64.getEncoder().encode(blob)));
    }

    /** The older revisions have a code of their own for it. */
    private static Reply.Failure notFound(String why, String uri, Era era) {
        int code = era == Era.MODERN ? Reply.Failure.INVALID_PARAMS : Reply.Failure.RESOURCE_NOT_FOUND;
        JsonBytes data = new JsonBytes(128).json("{\"uri\":").string(uri).json("}");
        return new Reply.Failure(code, why, data.toBytes());
    }
}
