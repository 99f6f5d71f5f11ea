package dev.toolsmith.runtime.tool;

import java.util.concurrent.CompletableFuture;

/**
 * One call of a tool, as a transport took it.
 *
 * @param name the tool's name, not yet known to exist
 * @param arguments the arguments object as UTF-8 JSON, already known to be one well-formed object
 * @param origin whose call it is
 * @param cancelled completed when the client has gone or has cancelled; never completed otherwise
 */
public record ToolCall(String name, byte[] arguments, CallOrigin origin, CompletableFuture<Void> cancelled) {}
