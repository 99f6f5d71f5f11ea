package dev.toolsmith.runtime.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** A clock that is set by hand, with its alarms. It begins shortly before its numbers start again from the least one. */
final class HandClock implements LongSupplier, Alarm {

    private record Set(long at, Runnable task) {}

    private final List<Set> alarms = new ArrayList<>();
    private long now = Long.MAX_VALUE - Duration.ofSeconds(1).toNanos();

    @Override
    public synchronized long getAsLong() {
        return now;
    }

    @Override
    public synchronized Runnable after(long nanos, Runnable task) {
        Set alarm = new Set(now + nanos, task);
        alarms.add(alarm);
        return () -> cancel(alarm);
    }

    private synchronized void cancel(Set cancelled) {
        alarms.remove(cancelled);
    }

    /** How many alarms are still to come. */
    int alarms() {
        synchronized (this) {
            return alarms.size();
        }
    }

    void pass(Duration time) {
        List<Set> due = new ArrayList<>();
        synchronized (this) {
            now += time.toNanos();
            alarms.removeIf(alarm -> alarm.at - now <= 0 && due.add(alarm));
        }
        due.forEach(alarm -> alarm.task.run());
    }
}
