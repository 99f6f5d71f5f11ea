package dev.toolsmith.runtime.context;

import java.util.List;

/**
 * A text that a client's user can ask for by name (MCP 2026-07-28, Prompts).
 *
 * @param name tells it from the server's other prompts
 * @param title its name for people; empty for none
 * @param description what it is for; empty for none
 * @param arguments what the user fills in, in the order to ask for them
 */
public record Prompt(String name, String title, String description, List<PromptArgument> arguments) {
    public Prompt {
        arguments = List.copyOf(arguments);
    }
}
