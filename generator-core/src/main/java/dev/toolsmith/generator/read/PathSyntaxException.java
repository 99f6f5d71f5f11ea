package dev.toolsmith.generator.read;

/** A text is no JSONPath query; the message says what is wrong at which character. */
final class PathSyntaxException extends Exception {

    private static final long serialVersionUID = 1;

    PathSyntaxException(String problem, int offset) {
        super(problem + " at character " + (offset + 1), null, false, false);
    }
}
