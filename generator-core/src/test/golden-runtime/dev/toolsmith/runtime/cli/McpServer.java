package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.tool.ToolBundle;

/** What generated {@code Main} classes call, without what it does. */
public final class McpServer {

    private McpServer() {}

    public static McpServer named(String name, String version) {
        return new McpServer();
    }

    public McpServer with(ToolBundle bundle) {
        return this;
    }

    public McpServer extendedBy(ServerExtension extension) {
        return this;
    }

    public int run(String... args) {
        return args.length;
    }
}
