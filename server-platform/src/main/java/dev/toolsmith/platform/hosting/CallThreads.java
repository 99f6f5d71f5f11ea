package dev.toolsmith.platform.hosting;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that carry calls on once their rows are durable, so that the one that writes rows does nothing else. */
public final class CallThreads implements Executor, AutoCloseable {

    private static final int LEAST = 4;
    private static final long CLOSING_SECONDS = 5;

    private final AtomicInteger count = new AtomicInteger();
    private final ExecutorService threads =
            Executors.newFixedThreadPool(Math.max(LEAST, Runtime.getRuntime().availableProcessors()), task -> {
                Thread thread = new Thread(task, "calls-" + count.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    /** Takes on nothing more, and lets what was taken on end. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
