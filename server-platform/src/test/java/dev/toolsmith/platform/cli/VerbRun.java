package dev.toolsmith.platform.cli;

import dev.toolsmith.platform.PlatformExtension;
import dev.toolsmith.runtime.cli.McpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A verb's run in a process of its own. */
record VerbRun(int exit, String out, String err) {

    /** The process. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) {
            System.exit(McpServer.named("test-server", "1")
                    .extendedBy(new PlatformExtension(List.of()))
                    .run(args));
        }
    }

    static VerbRun of(Map<String, String> environment, String... args) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName()));
        line.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().keySet().removeIf(name -> name.startsWith("TOOLSMITH_"));
        builder.environment().putAll(environment);
        Path err = Files.createTempFile("verb", ".err");
        try {
            Process process = builder.redirectError(err.toFile()).start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new VerbRun(process.waitFor(), out, Files.readString(err));
        } finally {
            Files.delete(err);
        }
    }
}
