package dev.toolsmith.runtime.protocol;

import java.util.concurrent.CompletableFuture;

/** Answers {@code server/discover} (MCP 2026-07-28, Discovery). */
final class DiscoverHandler implements MethodHandler {

    private final ServerIdentity identity;
    private final boolean changes;

    DiscoverHandler(ServerIdentity identity, boolean changes) {
        this.identity = identity;
        this.changes = changes;
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        JsonBytes members = new JsonBytes(256)
                .json("\"supportedVersions\":[")
                .string(Revision.MODERN)
                .json("],\"capabilities\":")
                .json(Capabilities.json(changes));
        Capabilities.instructions(members, identity);
        members.json(",").json(ModernRules.CACHING);
        return CompletableFuture.completedFuture(Reply.Result.of(members));
    }
}
