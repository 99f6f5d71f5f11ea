package dev.toolsmith.runtime.context;

/**
 * Resources of one kind that are not listed one by one (MCP 2026-07-28, Resource Templates).
 *
 * @param uriTemplate a URI with variables in braces (RFC 6570)
 * @param name tells it from the server's other templates
 * @param title its name for people; empty for none
 * @param description what stands in such a resource; empty for none
 * @param mimeType the media type of all of them; empty when it differs
 */
public record ResourceTemplate(String uriTemplate, String name, String title, String description, String mimeType) {}
