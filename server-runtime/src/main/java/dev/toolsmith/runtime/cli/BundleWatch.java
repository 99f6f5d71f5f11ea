package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleSwap;
import dev.toolsmith.runtime.bundle.ServedBundles;
import dev.toolsmith.runtime.process.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Moves a server to other bundles when their files are replaced, or when the process is sent SIGHUP. It looks at the files
 * each second; a file that changed is taken once it has stayed the same from one look to the next.
 */
public final class BundleWatch implements AutoCloseable, Runnable {

    private static final long LOOK_MILLIS = 1_000;

    private final ServedBundles bundles;
    private final Consumer<String> teller;
    private final Consumer<Optional<String>> tried;
    private final Semaphore asked = new Semaphore(0);
    private List<String> before = List.of();
    private List<String> taken = List.of();
    private volatile boolean closed;

    private BundleWatch(ServedBundles bundles, Consumer<String> teller, Consumer<Optional<String>> tried) {
        this.bundles = bundles;
        this.teller = teller;
        this.tried = tried;
    }

    /**
     * Begins to watch, on a thread of its own.
     *
     * @param teller told what was replaced by what, and why something was not, a sentence at a time
     */
    public static BundleWatch start(ServedBundles bundles, Consumer<String> teller) {
        return start(bundles, teller, why -> {});
    }

    /**
     * Begins to watch, on a thread of its own.
     *
     * @param teller told what was replaced by what, and why something was not, a sentence at a time
     * @param tried told after each try to move why the bundles stay as they are; empty when they are what the files hold
     */
    public static BundleWatch start(ServedBundles bundles, Consumer<String> teller, Consumer<Optional<String>> tried) {
        BundleWatch watch = new BundleWatch(bundles, teller, tried);
        Signals.on("HUP", watch.asked::release);
        Thread thread = new Thread(watch, "bundle-watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    @Override
    public void run() {
        try {
            while (!closed) {
                boolean told = asked.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (closed) {
                    return;
                }
                if (told) {
                    asked.drainPermits();
                    take(true);
                } else {
                    look();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        List<String> now = marks();
        if (!now.equals(taken) && now.equals(before)) {
            take(false);
        }
        before = now;
    }

    private void take(boolean wanted) {
        List<String> marks = marks();
        try {
            List<BundleSwap> swaps = bundles.reload();
            swaps.forEach(swap -> teller.accept("Replaced the bundle " + swap + "."));
            if (wanted && swaps.isEmpty()) {
                teller.accept("The bundles are as they were.");
            }
            tried.accept(Optional.empty());
        } catch (RuntimeException | Error e) {
            if (wanted || marks.equals(marks())) {
                String why = why(e);
                teller.accept("The bundles stay as they are: " + why);
                tried.accept(Optional.of(why));
            }
        }
        taken = marks;
    }

    /** An error's message alone is often but a name. */
    private static String why(Throwable failure) {
        String message = failure.getMessage();
        return message == null || failure instanceof Error ? failure.toString() : message;
    }

    /** What tells one state of the files from another. */
    private List<String> marks() {
        List<String> marks = new ArrayList<>();
        for (Path file : bundles.files()) {
            try {
                BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
                marks.add(found.size() + " " + found.lastModifiedTime() + " " + found.fileKey());
            } catch (IOException e) {
                marks.add("none");
            }
        }
        return marks;
    }

    /** Ends the watch; a signal that comes later does nothing. */
    @Override
    public void close() {
        closed = true;
        asked.release();
    }
}
