package dev.toolsmith.runtime.protocol;

import java.util.concurrent.CompletableFuture;

/** Answers {@code server/discover} (MCP 2026-07-28, Discovery). */
final class DiscoverHandler implements MethodHandler {

    private final ServerIdentity identity;
    private final Capabilities capabilities;

    DiscoverHandler(ServerIdentity identity, Capabilities capabilities) {
        this.identity = identity;
        this.capabilities = capabilities;
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        JsonBytes members = new JsonBytes(256)
                .json("\"supportedVersions\":[")
                .string(Revision.MODERN)
                .json("],\"capabilities\":");
        capabilities.append(members, true);
        Capabilities.instructions(members, identity);
        members.json(",").json(ModernRules.CACHING);
        return CompletableFuture.completedFuture(Reply.Result.of(members));
    }
}
