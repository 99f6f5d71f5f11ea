package dev.toolsmith.runtime.context;

/** Whose argument is completed (MCP 2026-07-28, Reference Types). */
public sealed interface ContextReference {

    /** A prompt's, by its name. */
    record OfPrompt(String name) implements ContextReference {}

    /** A resource template's, by the template. */
    record OfResource(String uri) implements ContextReference {}
}
