package dev.toolsmith.platform.cli;

import dev.toolsmith.runtime.process.Signals;

/**
 * Ends a process that is ending at once when it is asked to end again. The Java machine by itself would wait for the first
 * ending.
 */
final class SecondSignal {

    private static final int ENDED_BY_SIGNAL = 143;

    private SecondSignal() {}

    /** From now on SIGTERM and SIGINT end the process without waiting for anything, where the system has such signals. */
    static void endsAtOnce() {
        Signals.on("TERM", SecondSignal::end);
        Signals.on("INT", SecondSignal::end);
    }

    private static void end() {
        Runtime.getRuntime().halt(ENDED_BY_SIGNAL);
    }
}
