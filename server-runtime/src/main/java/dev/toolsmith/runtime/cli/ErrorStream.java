package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.protocol.FaultLog;
import java.io.PrintStream;

/** Writes faults of our own to where operators read them. */
final class ErrorStream implements FaultLog {

    private final PrintStream err;

    ErrorStream(PrintStream err) {
        this.err = err;
    }

    @Override
    public void fault(Throwable fault) {
        fault.printStackTrace(err);
    }
}
