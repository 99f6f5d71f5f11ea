package dev.toolsmith.platform.model;

/** Which calls a person has to agree to before they are sent. */
public enum ConfirmRule {
    /** None. */
    NEVER,
    /** Those that may take away or replace what is there. */
    DESTRUCTIVE,
    /** Those that may change anything. */
    WRITES
}
