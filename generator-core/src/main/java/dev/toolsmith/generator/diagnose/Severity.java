package dev.toolsmith.generator.diagnose;

/** How bad a finding is. Ordered from mild to bad. */
public enum Severity {
    /** Worth knowing; nothing is lost. */
    INFO,
    /** Something is generated, but perhaps not what was meant. */
    WARNING,
    /** The operation or argument concerned is left out. */
    ERROR
}
