package dev.toolsmith.generator.compare;

import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.Optional;

/**
 * Makes changes of one tool.
 *
 * @param tool the tool's name
 * @param at where its operation stands
 */
record ToolChanges(String tool, SourcePointer at) {

    static ToolChanges of(ToolModel tool) {
        return new ToolChanges(tool.name().value(), tool.at());
    }

    Change change(Level level, ChangeKind kind, String before, String after, String message) {
        return inside(level, kind, "", before, after, message, at);
    }

    Change inside(
            Level level,
            ChangeKind kind,
            String place,
            String before,
            String after,
            String message,
            SourcePointer where) {
        return new Change(
                level, kind, tool, place, Words.shortened(before), Words.shortened(after), message, Optional.of(where));
    }
}
