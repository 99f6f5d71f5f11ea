package dev.toolsmith.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * A command that has run to its end.
 *
 * @param command what was run
 * @param exit the exit code
 * @param out standard output
 * @param err standard error
 */
public record CommandRun(List<String> command, int exit, String out, String err) {

    /** Runs a command with an input and waits for its end. */
    public static CommandRun of(List<String> command, Map<String, String> environment, String input) {
        return of(Path.of(""), command, environment, input, Waiting.LONG);
    }

    /** Runs a command in a folder, with a time that its end is waited for. */
    static CommandRun of(
            Path folder, List<String> command, Map<String, String> environment, String input, Duration limit) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> text(process.inputReader()));
            CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.errorReader()));
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroyForcibly();
                throw new AssertionError("Does not end: " + command + "\n" + err.getNow(""));
            }
            return new CommandRun(command, process.exitValue(), out.join(), err.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** The JSON on the last line of the output of a run that went well. */
    JsonNode json() {
        if (exit != 0 || out.isBlank()) {
            throw new AssertionError(this);
        }
        return Json.parse(out.substring(out.stripTrailing().lastIndexOf('\n') + 1));
    }

    @Override
    public String toString() {
        return String.join(" ", command) + "\nended with " + exit + "\n--- stdout\n" + out + "\n--- stderr\n" + err;
    }

    private static String text(BufferedReader reader) {
        return String.join("\n", reader.lines().toList());
    }
}
