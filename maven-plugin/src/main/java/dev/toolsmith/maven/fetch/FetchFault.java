package dev.toolsmith.maven.fetch;

import java.util.List;

/** A description that cannot be had, or must not be kept. The message is for people and says what to do next. */
final class FetchFault extends Exception {

    private static final long serialVersionUID = 1;

    private final String text;

    FetchFault(String message, String hint) {
        this(hint.isEmpty() ? message : message + "\n  " + hint);
    }

    private FetchFault(String text) {
        super(text);
        this.text = text;
    }

    /** The message, line by line. */
    List<String> lines() {
        return text.lines().toList();
    }
}
