package dev.toolsmith.platform.cli;

import dev.toolsmith.platform.PlatformExtension;
import dev.toolsmith.runtime.cli.McpServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A verb in a process of its own, and what came of it. */
record OneVerb(int exitCode, String out, String err) {

    public static void main(String[] arguments) {
        System.exit(McpServer.named("test-mcp-server", "0")
                .extendedBy(new PlatformExtension(List.of()))
                .run(arguments));
    }

    /** Runs it to its end. */
    static OneVerb run(Path dataFolder, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                OneVerb.class.getName()));
        command.addAll(List.of(words));
        command.addAll(List.of("--data-dir", dataFolder.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("TOOLSMITH_"));
        Process process = builder.start();
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        String out = text(process.getInputStream());
        return new OneVerb(process.waitFor(), out, err.join());
    }

    private static String text(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
