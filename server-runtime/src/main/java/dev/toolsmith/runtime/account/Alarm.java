package dev.toolsmith.runtime.account;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs something later. */
@FunctionalInterface
interface Alarm {

    /** Alarms by the machine's clock, on threads that may do work. */
    Alarm CLOCK = (nanos, task) -> {
        CompletableFuture<Boolean> due = new CompletableFuture<>();
        CompletableFuture<Void> unused = due.thenCompose(
                isDue -> isDue ? CompletableFuture.runAsync(task) : CompletableFuture.completedFuture(null));
        due.completeOnTimeout(true, nanos, TimeUnit.NANOSECONDS);
        return () -> due.complete(false);
    };

    /**
     * Runs a task, once, on a thread of its own choice, after some nanoseconds; at once when they are none.
     *
     * @return gives that up, and lets go of the task
     */
    Runnable after(long nanos, Runnable task);
}
