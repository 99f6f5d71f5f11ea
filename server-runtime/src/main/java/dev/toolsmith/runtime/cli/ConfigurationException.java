package dev.toolsmith.runtime.cli;

/** Says that something outside the command line is missing or wrong; ends the process with exit code 3. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A message that says what is wrong and what to set. */
    public ConfigurationException(String message) {
        super(message);
    }
}
