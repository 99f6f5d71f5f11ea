package dev.toolsmith.runtime.cli;

/** Keeps the logging façade that the HTTP server brings from remarking that nobody has chosen a logger. */
final class QuietLogging {

    private static final String PROPERTY = "slf4j.internal.verbosity";

    private QuietLogging() {}

    /** To be called before the first class that logs is loaded; a choice of the operator's stands. */
    static void arrange() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, "ERROR");
        }
    }
}
