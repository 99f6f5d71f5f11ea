package dev.toolsmith.runtime.cli;

/** Keeps the logging façade that the HTTP server brings from looking for a logger, and from remarking that it has none. */
public final class QuietLogging {

    private static final String VERBOSITY = "slf4j.internal.verbosity";
    private static final String PROVIDER = "slf4j.provider";
    private static final String NONE = "org.slf4j.helpers.NOP_FallbackServiceProvider";

    private QuietLogging() {}

    /** To be called before the first class that logs is loaded; a choice of the operator's stands. */
    public static void arrange() {
        choose(VERBOSITY, "ERROR");
        choose(PROVIDER, NONE);
    }

    private static void choose(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
