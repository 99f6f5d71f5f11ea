package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.tool.ListChanges;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import java.util.List;
import java.util.Optional;

/** Hands on a list of tools, and prepares calls as soon as the list has been told for the first time. */
final class Listing implements ToolList, Runnable {

    private final ToolList tools;
    private final PreparableCaller caller;
    private volatile boolean listed;

    Listing(ToolList tools, PreparableCaller caller) {
        this.tools = tools;
        this.caller = caller;
    }

    @Override
    public Optional<ListChanges> changes() {
        return tools.changes();
    }

    @Override
    public List<ToolDescriptor> tools() {
        return tools.tools();
    }

    @Override
    public ListedTool listed(ToolDescriptor tool) {
        return tools.listed(tool);
    }

    @Override
    public ListedTool listing() {
        listed = true;
        return tools.listing();
    }

    /** To be called whenever answers have left. */
    @Override
    public void run() {
        if (listed) {
            caller.prepare();
        }
    }
}
