package dev.toolsmith.runtime.account;

import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Tools of one API as its description has them listed. */
public final class PublishedTools {

    private final List<BundledTool> tools;
    private final ToolList list;

    PublishedTools(List<BundledTool> tools, ToolList list) {
        this.tools = List.copyOf(tools);
        this.list = list;
    }

    /** The offered tools that the account is a matter of, sorted by name. */
    public List<BundledTool> all() {
        return tools;
    }

    /** A tool's {@code tools/list} object: a copy, to be changed at will. */
    public ObjectNode listed(BundledTool tool) {
        ToolList.ListedTool slice = list.listed(tool.descriptor());
        byte[] json = Arrays.copyOfRange(slice.bytes(), slice.offset(), slice.offset() + slice.length());
        return (ObjectNode) JsonTree.read(json);
    }
}
