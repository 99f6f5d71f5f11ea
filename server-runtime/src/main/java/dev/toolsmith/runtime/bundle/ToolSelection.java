package dev.toolsmith.runtime.bundle;

import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.util.List;

/**
 * Which tools of the bundles a server offers. Every part narrows; an empty list narrows nothing.
 *
 * @param methods {@code read}, {@code write}, {@code custom}, or exact kinds such as {@code create}; one must fit
 * @param tags one of a tool's tags must be among them
 * @param tools exact names, of which the tool must be one
 * @param denied exact names that are left out
 * @param readOnly whether only tools are offered that leave everything as it was
 */
public record ToolSelection(
        List<String> methods, List<String> tags, List<String> tools, List<String> denied, boolean readOnly) {

    public ToolSelection {
        methods = List.copyOf(methods);
        tags = List.copyOf(tags);
        tools = List.copyOf(tools);
        denied = List.copyOf(denied);
    }

    /** Every tool there is. */
    public static ToolSelection everything() {
        return new ToolSelection(List.of(), List.of(), List.of(), List.of(), false);
    }

    /** Whether it takes every tool. Spelled out, as a record's own equals is linked when it is first used. */
    boolean isEverything() {
        return methods.isEmpty() && tags.isEmpty() && tools.isEmpty() && denied.isEmpty() && !readOnly;
    }

    /** Whether a tool is offered. */
    public boolean takes(ToolDescriptor tool) {
        return takesMethod(tool)
                && takesTag(tool)
                && (tools.isEmpty() || tools.contains(tool.name()))
                && !denied.contains(tool.name())
                && (!readOnly || tool.reads());
    }

    boolean takesMethod(ToolDescriptor tool) {
        return methods.isEmpty() || methods.contains(tool.toolClass()) || methods.contains(tool.kind());
    }

    boolean takesTag(ToolDescriptor tool) {
        if (tags.isEmpty()) {
            return true;
        }
        for (String tag : tool.tags()) {
            if (tags.contains(tag)) {
                return true;
            }
        }
        return false;
    }
}
