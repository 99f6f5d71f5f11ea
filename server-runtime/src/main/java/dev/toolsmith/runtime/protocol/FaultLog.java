package dev.toolsmith.runtime.protocol;

/** Is told of faults of our own, for operators to read. */
public interface FaultLog {

    /** Notes one fault; must not throw. */
    void fault(Throwable fault);
}
