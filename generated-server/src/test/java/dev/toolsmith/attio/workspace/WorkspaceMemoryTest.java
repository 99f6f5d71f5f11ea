package dev.toolsmith.attio.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class WorkspaceMemoryTest {

    private static final int WORKSPACES = 2000;

    @Test
    @Timeout(300)
    void aThousandWorkspacesAreKnownIn300MegabytesAndTheOldestAreDropped() throws IOException, InterruptedException {
        String known = known();
        assertThat(known).hasSize(WORKSPACES).matches("0+1+");
        assertThat(known.length() - known.indexOf('1')).isBetween(1000, WORKSPACES - 1);
    }

    private static String known() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx300m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyWorkspaces.class.getName(),
                        String.valueOf(WORKSPACES)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(280, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(printed).isZero();
            return printed.strip();
        } finally {
            process.destroyForcibly();
        }
    }
}
