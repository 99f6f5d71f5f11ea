package dev.toolsmith.runtime.protocol;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Answers {@code server/discover} (MCP 2026-07-28, Discovery): of the revisions, those that the client's next requests may
 * name in their {@code _meta}, which one with a handshake is not.
 */
final class DiscoverHandler implements MethodHandler {

    private final Supplier<ServerIdentity> identity;
    private final Capabilities capabilities;

    DiscoverHandler(Supplier<ServerIdentity> identity, Capabilities capabilities) {
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
        Capabilities.instructions(members, identity.get());
        members.json(",").json(ModernRules.CACHING);
        return CompletableFuture.completedFuture(Reply.Result.of(members));
    }
}
