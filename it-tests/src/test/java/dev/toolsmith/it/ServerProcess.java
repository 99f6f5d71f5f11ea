package dev.toolsmith.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A started process, ended by its own handle when closed. */
public final class ServerProcess implements AutoCloseable {

    private static final Pattern URL = Pattern.compile("https?://[0-9.:\\[\\]a-z]+/mcp\\b");

    private final Process process;
    private final ProcessOutput log;

    private ServerProcess(Process process, InputStream log) {
        this.process = process;
        this.log = ProcessOutput.of(log, "log-" + process.pid());
    }

    /** Starts a process whose standard output carries a protocol; standard error is its log. */
    static ServerProcess talking(List<String> command, Map<String, String> environment) {
        Process process = start(builder(command, environment));
        return new ServerProcess(process, process.getErrorStream());
    }

    /** Starts a process whose two outputs together are its log. */
    public static ServerProcess logging(List<String> command, Map<String, String> environment) {
        Process process = start(builder(command, environment).redirectErrorStream(true));
        return new ServerProcess(process, process.getInputStream());
    }

    /** The MCP address that a server prints once it listens. */
    public URI awaitUrl() {
        return URI.create(log.await(URL).group());
    }

    /** What it has written. */
    public ProcessOutput log() {
        return log;
    }

    OutputStream input() {
        return process.getOutputStream();
    }

    InputStream output() {
        return process.getInputStream();
    }

    /** The exit code, waited for. */
    public int awaitExit() {
        try {
            if (!process.waitFor(Waiting.LONG.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("Process " + process.pid() + " does not end.\n" + log.text());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** Names the process to the operating system. */
    public long pid() {
        return process.pid();
    }

    /** Asks the process to end, as an operator's SIGTERM does. */
    public void terminate() {
        process.destroy();
    }

    /** Ends the process as {@code kill -9} does, and waits for it to be gone. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroy);
    }

    private static ProcessBuilder builder(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("ATTIO_") || name.startsWith("TOOLSMITH_"));
        builder.environment().putAll(environment);
        return builder;
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
