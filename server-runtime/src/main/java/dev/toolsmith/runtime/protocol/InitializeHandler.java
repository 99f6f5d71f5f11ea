package dev.toolsmith.runtime.protocol;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Answers {@code initialize} (MCP 2025-11-25, Lifecycle): agrees on a revision and introduces the server. */
final class InitializeHandler implements MethodHandler {

    private final ServerIdentity identity;
    private final Capabilities capabilities;

    InitializeHandler(ServerIdentity identity, Capabilities capabilities) {
        this.identity = identity;
        this.capabilities = capabilities;
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        Optional<String> asked = exchange.params().string("protocolVersion");
        if (asked.isEmpty()) {
            return CompletableFuture.completedFuture(
                    Reply.Failure.invalidParams("Invalid params: \"protocolVersion\" must be a string"));
        }
        RawObject client = exchange.params().object("clientInfo").orElse(RawObject.EMPTY);
        exchange.peer()
                .introduce(
                        client.string("name").orElse(""),
                        client.string("version").orElse(""),
                        exchange.params().object("capabilities").orElse(RawObject.EMPTY));
        return CompletableFuture.completedFuture(
                Reply.Result.of(agreedOn(asked.get(), exchange.peer().canBeTold())));
    }

    private JsonBytes agreedOn(String asked, boolean tells) {
        JsonBytes members = new JsonBytes(256)
                .json("\"protocolVersion\":")
                .string(Revision.isLegacy(asked) ? asked : Revision.NEWEST_LEGACY)
                .json(",\"capabilities\":");
        capabilities.append(members, tells);
        members.json(",\"serverInfo\":");
        Capabilities.serverInfo(members, identity);
        Capabilities.instructions(members, identity);
        return members;
    }
}
