package dev.toolsmith.it.rig;

import dev.toolsmith.it.CommandRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a JVM holds at one moment.
 *
 * @param threads of the operating system
 * @param handles open files and sockets
 * @param liveBytes objects on the heap that are still needed
 */
record ProcessFigures(long threads, long handles, long liveBytes) {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    /** The figures of a process now; Linux only. Its heap is cleaned for it. */
    static ProcessFigures of(long pid) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        CommandRun histogram = CommandRun.of(List.of(jcmd, Long.toString(pid), "GC.class_histogram"), Map.of(), "");
        Matcher total = TOTAL.matcher(histogram.out());
        if (!total.find()) {
            throw new AssertionError(histogram);
        }
        Path process = Path.of("/proc", Long.toString(pid));
        return new ProcessFigures(
                count(process.resolve("task")), count(process.resolve("fd")), Long.parseLong(total.group(1)));
    }

    private static long count(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
