package dev.toolsmith.runtime.protocol;

/**
 * What a server says of itself.
 *
 * @param name what clients show and log, such as {@code attio-mcp-server}
 * @param version its version
 * @param instructions a hint for models on using the server, empty for none
 */
public record ServerIdentity(String name, String version, String instructions) {}
