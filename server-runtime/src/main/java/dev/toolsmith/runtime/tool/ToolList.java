package dev.toolsmith.runtime.tool;

import java.util.List;

/** The tools that one server offers, in a fixed order, with what {@code tools/list} says of each. */
public interface ToolList {

    /** The offered tools, sorted by name. */
    List<ToolDescriptor> tools();

    /** The finished {@code tools/list} object of an offered tool, UTF-8 JSON. */
    ListedTool listed(ToolDescriptor tool);

    /**
     * A slice of bytes, not to be changed.
     *
     * @param bytes the array that holds it
     * @param offset where it begins
     * @param length how long it is
     */
    record ListedTool(byte[] bytes, int offset, int length) {}
}
