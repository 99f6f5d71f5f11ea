package dev.toolsmith.runtime.context;

/**
 * Something to read that a server lists (MCP 2026-07-28, Resources).
 *
 * @param uri where it is read
 * @param name tells it from the server's other resources
 * @param title its name for people; empty for none
 * @param description what stands in it; empty for none
 * @param mimeType its media type; empty when unknown
 */
public record Resource(String uri, String name, String title, String description, String mimeType) {}
