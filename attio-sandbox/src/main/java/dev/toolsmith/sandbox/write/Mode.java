package dev.toolsmith.sandbox.write;

/** What happens to values that a multi-valued attribute already has. */
public enum Mode {
    /** New values are put in front of them. */
    ADD,
    /** Only the new values remain. */
    REPLACE
}
