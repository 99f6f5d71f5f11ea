package dev.toolsmith.runtime.tool;

import java.util.concurrent.CompletableFuture;

/**
 * One call of a tool, as a transport took it.
 *
 * @param name the tool's name, not yet known to exist
 * @param arguments the arguments object as UTF-8 JSON, already known to be one well-formed object
 * @param origin whose call it is
 * @param cancelled completed when the client has gone or has cancelled; never completed otherwise
 * @param client what the call can tell its client, and ask of it
 */
public record ToolCall(
        String name, byte[] arguments, CallOrigin origin, CompletableFuture<Void> cancelled, CallClient client) {

    /** A call by one who wants to hear nothing but its result. */
    public ToolCall(String name, byte[] arguments, CallOrigin origin, CompletableFuture<Void> cancelled) {
        this(name, arguments, origin, cancelled, CallClient.NONE);
    }
}
