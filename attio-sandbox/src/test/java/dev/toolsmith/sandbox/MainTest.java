package dev.toolsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MainTest {
    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void itSaysWhereItListensAndStopsWhenAsked() throws Exception {
        Process process = start("--port", "0");
        try (BufferedReader lines = process.inputReader()) {
            assertThat(lines.readLine()).matches("Base URL {2}http://127\\.0\\.0\\.1:\\d+");
            assertThat(lines.readLine()).matches("Token {5}[0-9a-f]{64}");
            assertThat(lines.readLine()).startsWith("Try       curl -H 'Authorization: Bearer ");
            process.destroy();
            assertThat(exitCode(process)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void helpIsShown() throws Exception {
        Process process = start("--help");
        assertThat(new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("Usage:");
        assertThat(exitCode(process)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--port x", "--port 70000", "--nothing 1", "8080"})
    void wrongArgumentsEndWithTwo(String arguments) throws Exception {
        assertThat(exitCode(start(arguments.split(" ")))).isEqualTo(2);
    }

    @Test
    void aTakenPortEndsWithTwo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            assertThat(exitCode(start("--port", String.valueOf(taken.getLocalPort()))))
                    .isEqualTo(2);
        }
    }
}
