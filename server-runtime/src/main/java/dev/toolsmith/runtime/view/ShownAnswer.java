package dev.toolsmith.runtime.view;

import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer that is to be put in words.
 *
 * @param operation what was called
 * @param arguments as they were sent
 * @param items what is shown, of each what is wanted; not to be changed
 * @param offered whether the caller is offered a tool: it is told nothing that it could not read with one
 */
public record ShownAnswer(
        ToolDescriptor operation, ObjectNode arguments, List<JsonNode> items, Predicate<String> offered) {

    public ShownAnswer {
        items = List.copyOf(items);
    }
}
