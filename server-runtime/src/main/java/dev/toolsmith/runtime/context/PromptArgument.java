package dev.toolsmith.runtime.context;

/**
 * What a user fills in to get a prompt.
 *
 * @param name tells it from the prompt's other arguments
 * @param description what to fill in; empty for none
 * @param required whether the prompt cannot be had without it
 */
public record PromptArgument(String name, String description, boolean required) {}
