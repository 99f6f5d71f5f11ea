package dev.toolsmith.platform.cli;

import java.util.Locale;

/**
 * What one check came to.
 *
 * @param check what was looked at
 * @param text what was found, and what to do about it
 */
record Finding(String check, State state, String text) {

    enum State {
        OK,
        WARNING,
        FAILED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String check, String text) {
        return new Finding(check, State.OK, text);
    }

    static Finding warning(String check, String text) {
        return new Finding(check, State.WARNING, text);
    }

    static Finding failed(String check, String text) {
        return new Finding(check, State.FAILED, text);
    }
}
