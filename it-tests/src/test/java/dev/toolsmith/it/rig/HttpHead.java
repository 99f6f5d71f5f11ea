package dev.toolsmith.it.rig;

import java.util.Optional;

/**
 * The start line and the headers of an HTTP/1.1 message, byte for byte.
 *
 * @param text each line with its line end, without the empty line
 */
record HttpHead(String text) {

    /** The request line or the status line. */
    String startLine() {
        return text.substring(0, text.indexOf("\r\n"));
    }

    /** One of the blank-divided words of the start line. */
    String word(int index) {
        return startLine().split(" ", 3)[index];
    }

    /** The first header of a name. */
    Optional<String> header(String name) {
        int line = text.indexOf("\r\n") + 2;
        while (line < text.length()) {
            int end = text.indexOf("\r\n", line);
            int colon = line + name.length();
            if (colon < end && text.charAt(colon) == ':' && text.regionMatches(true, line, name, 0, name.length())) {
                return Optional.of(text.substring(colon + 1, end).strip());
            }
            line = end + 2;
        }
        return Optional.empty();
    }

    /** How many bytes of body follow, as far as the head says. */
    int contentLength() {
        return header("Content-Length").map(Integer::parseInt).orElse(0);
    }

    /** Whether the body comes in chunks. */
    boolean isChunked() {
        return header("Transfer-Encoding").map("chunked"::equalsIgnoreCase).orElse(false);
    }

    /** Whether the connection ends after this message. */
    boolean closes() {
        return header("Connection").map("close"::equalsIgnoreCase).orElse(false);
    }
}
