package dev.toolsmith.runtime.transport.stdio;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream of bytes into lines, and skips what is longer than a line may be without keeping it. */
final class LineReader {

    private static final int CHUNK = 64 * 1024;

    private final InputStream in;
    private final int longest;
    private final byte[] chunk = new byte[CHUNK];
    private int position;
    private int end;
    private byte[] line = new byte[1024];
    private int length;
    private boolean tooLong;

    LineReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * Goes to the next line that is not blank.
     *
     * @return false at the end of input; a last line without a line break counts as a line
     */
    boolean next() throws IOException {
        length = 0;
        tooLong = false;
        while (position < end || fill()) {
            int lineBreak = indexOfLineBreak();
            append(position, Math.min(lineBreak, end));
            position = Math.min(lineBreak + 1, end);
            if (lineBreak < end && !isBlank()) {
                return true;
            }
        }
        return !isBlank();
    }

    /** The line, without its line break; empty when it was too long. */
    byte[] line() {
        return tooLong ? new byte[0] : Arrays.copyOf(line, length);
    }

    boolean isTooLong() {
        return tooLong;
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, in.read(chunk));
        return end > 0;
    }

    private int indexOfLineBreak() {
        int at = position;
        while (at < end && chunk[at] != '\n') {
            at++;
        }
        return at;
    }

    private void append(int from, int to) {
        int more = to - from;
        if (length + more > longest) {
            tooLong = true;
        }
        if (tooLong) {
            return;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.min(longest, Math.max(line.length * 2, length + more)));
        }
        System.arraycopy(chunk, from, line, length, more);
        length += more;
    }

    private boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\r' && line[i] != '\t') {
                return false;
            }
        }
        length = 0;
        return !tooLong;
    }
}
