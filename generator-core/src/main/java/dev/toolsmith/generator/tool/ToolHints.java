package dev.toolsmith.generator.tool;

/**
 * The four hints of MCP's {@code ToolAnnotations}, always all stated.
 *
 * @param readOnly the tool changes nothing
 * @param destructive the tool may delete or overwrite something
 * @param idempotent calling it again with the same arguments changes nothing more
 * @param openWorld the tool reaches people or systems beyond the API's own data
 */
public record ToolHints(boolean readOnly, boolean destructive, boolean idempotent, boolean openWorld) {}
