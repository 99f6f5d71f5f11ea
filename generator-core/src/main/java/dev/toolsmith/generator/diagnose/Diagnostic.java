package dev.toolsmith.generator.diagnose;

import dev.toolsmith.generator.api.SourcePointer;
import java.util.Locale;

/**
 * One finding about a description.
 *
 * @param severity how bad it is
 * @param code a stable kebab-case word for this kind of finding, such as {@code duplicate-tool-name}
 * @param at where in the description
 * @param message what is wrong, a sentence without a full stop at the end
 * @param hint what to write instead or next, empty when there is nothing to do
 */
public record Diagnostic(Severity severity, String code, SourcePointer at, String message, String hint) {

    public Diagnostic {
        if (!code.matches("[a-z]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("Not a diagnostic code: " + code);
        }
    }

    /** The finding as one line of text, and a second, indented one for the hint; characters that nobody sees escaped. */
    public String toText() {
        String line = severity.name().toLowerCase(Locale.ROOT) + " " + code + " at " + at + ": " + message;
        String shown = VisibleText.escape(line);
        return hint.isEmpty() ? shown : shown + "\n  " + VisibleText.escape(hint);
    }
}
