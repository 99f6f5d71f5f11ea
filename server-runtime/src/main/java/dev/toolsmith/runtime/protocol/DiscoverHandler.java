package dev.toolsmith.runtime.protocol;

import java.util.concurrent.CompletableFuture;

/** Answers {@code server/discover} (MCP 2026-07-28, Discovery). */
final class DiscoverHandler implements MethodHandler {

    private final ServerIdentity identity;

    DiscoverHandler(ServerIdentity identity) {
        this.identity = identity;
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        JsonBytes members = new JsonBytes(256)
                .json("\"supportedVersions\":[")
                .string(Revision.MODERN)
                .json("],\"capabilities\":")
                .json(Capabilities.JSON);
        Capabilities.instructions(members, identity);
        members.json(",").json(ModernRules.CACHING);
        return CompletableFuture.completedFuture(Reply.Result.of(members));
    }
}
