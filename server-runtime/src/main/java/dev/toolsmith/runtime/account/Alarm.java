package dev.toolsmith.runtime.account;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs something later. */
@FunctionalInterface
interface Alarm {

    /** Alarms by the machine's clock, on threads that may do work. */
    Alarm CLOCK = (nanos, task) ->
            CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(task);

    /** Runs a task, once, on a thread of its own choice, after some nanoseconds; at once when they are none. */
    void after(long nanos, Runnable task);
}
