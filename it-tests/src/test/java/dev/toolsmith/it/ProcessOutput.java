package dev.toolsmith.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines that a process has written to one of its streams so far. */
public final class ProcessOutput {

    private static final int KEPT_LINES = 2_000;

    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    private ProcessOutput() {}

    static ProcessOutput of(InputStream stream, String name) {
        ProcessOutput output = new ProcessOutput();
        Thread reader = new Thread(() -> output.drain(stream), name);
        reader.setDaemon(true);
        reader.start();
        return output;
    }

    /** The first match on any line, waited for; an error with everything written when the stream ends without one. */
    public Matcher await(Pattern pattern) {
        long deadline = System.nanoTime() + Waiting.LONG.toNanos();
        synchronized (lines) {
            while (true) {
                for (String line : lines) {
                    Matcher matcher = pattern.matcher(line);
                    if (matcher.find()) {
                        return matcher;
                    }
                }
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (ended || left <= 0) {
                    throw new AssertionError("No line like " + pattern + " in:\n" + text());
                }
                waitForMore(left);
            }
        }
    }

    /** Everything written so far (the first lines of it when it is very long). */
    public String text() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    private void waitForMore(long millis) {
        try {
            lines.wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    private void drain(InputStream stream) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            add("(stream broke off: " + new UncheckedIOException(e).getMessage() + ")");
        } finally {
            synchronized (lines) {
                ended = true;
                lines.notifyAll();
            }
        }
    }

    private void add(String line) {
        synchronized (lines) {
            if (lines.size() < KEPT_LINES) {
                lines.add(line);
            }
            lines.notifyAll();
        }
    }
}
