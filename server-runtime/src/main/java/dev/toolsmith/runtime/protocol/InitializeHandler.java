package dev.toolsmith.runtime.protocol;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Answers {@code initialize} (MCP 2025-11-25, Lifecycle): agrees on a revision and introduces the server. */
final class InitializeHandler implements MethodHandler {

    private final Supplier<ServerIdentity> identity;
    private final Capabilities capabilities;

    InitializeHandler(Supplier<ServerIdentity> identity, Capabilities capabilities) {
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
        exchange.peer().agree(asked.get());
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
        ServerIdentity now = identity.get();
        Capabilities.serverInfo(members, now);
        Capabilities.instructions(members, now);
        return members;
    }
}
