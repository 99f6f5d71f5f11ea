package com.example.golden;

import dev.toolsmith.runtime.cli.McpServer;
import golden.GoldenExtension;
import javax.annotation.processing.Generated;

@Generated("dev.toolsmith")
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(McpServer.named("golden-mcp-server", "1.0.0")
                .with(new GoldenTools())
                .extendedBy(new GoldenExtension())
                .run(args));
    }
}
