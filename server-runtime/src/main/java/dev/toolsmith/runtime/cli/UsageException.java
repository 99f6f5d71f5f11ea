package dev.toolsmith.runtime.cli;

/** Says that a command line cannot be carried out as it was typed; ends the process with exit code 2. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A message that says what is wrong and what to type instead. */
    public UsageException(String message) {
        super(message);
    }
}
