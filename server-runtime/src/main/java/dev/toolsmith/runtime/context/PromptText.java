package dev.toolsmith.runtime.context;

import java.util.List;

/**
 * A prompt with its arguments filled in.
 *
 * @param description what it is for; empty for none
 * @param messages what the model is to read, in order
 */
public record PromptText(String description, List<PromptMessage> messages) {
    public PromptText {
        messages = List.copyOf(messages);
    }
}
