package dev.toolsmith.runtime.account;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList.ListedTool;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The finished objects of a list of tools, some of them replaced. */
final class MergedListing {

    private MergedListing() {}

    static ListedTool of(BundleTools tools, Map<String, ObjectNode> replaced) {
        if (replaced.isEmpty()) {
            return tools.listing();
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (ToolDescriptor tool : tools.tools()) {
            if (all.size() > 0) {
                all.write(',');
            }
            @Nullable ObjectNode other = replaced.get(tool.name());
            if (other != null) {
                byte[] json = JsonTree.write(other);
                add(all, tools.told(new ListedTool(json, 0, json.length)));
            } else {
                add(all, tools.listed(tool));
            }
        }
        return new ListedTool(all.toByteArray(), 0, all.size());
    }

    private static void add(ByteArrayOutputStream all, ListedTool tool) {
        all.write(tool.bytes(), tool.offset(), tool.length());
    }
}
