package dev.toolsmith.maven.fetch;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongConsumer;

/** Tells how far a download is, once in a while. */
final class Progress implements LongConsumer {

    private final long quiet;
    private final LongConsumer told;
    private long next;

    Progress(Duration quiet, LongConsumer told) {
        this.quiet = quiet.toNanos();
        this.told = told;
        this.next = System.nanoTime() + this.quiet;
    }

    @Override
    public void accept(long bytes) {
        long now = System.nanoTime();
        if (now - next >= 0) {
            next = now + quiet;
            told.accept(bytes);
        }
    }

    static String size(String bytes) {
        return bytes.matches("\\d{1,15}") ? size(Long.parseLong(bytes)) : "?";
    }

    /** A size for people. */
    static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " bytes";
        }
        return bytes < 1024 * 1024
                ? (bytes + 512) / 1024 + " KiB"
                : String.format(Locale.ROOT, "%.1f MiB", bytes / (1024.0 * 1024.0));
    }
}
