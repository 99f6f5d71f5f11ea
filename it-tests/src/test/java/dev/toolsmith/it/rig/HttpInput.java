package dev.toolsmith.it.rig;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads HTTP/1.1 messages off a connection, one after the other. */
final class HttpInput {

    private static final int MOST_HEAD_BYTES = 1 << 20;

    private final InputStream in;
    private byte[] buffer = new byte[8192];
    private int start;
    private int end;

    HttpInput(InputStream in) {
        this.in = in;
    }

    /** The next message's head; empty when the other side has ended the connection between messages. */
    Optional<HttpHead> head() throws IOException {
        int searched = start;
        while (true) {
            int stop = blankLine(searched);
            if (stop >= 0) {
                HttpHead head = new HttpHead(new String(buffer, start, stop + 2 - start, StandardCharsets.ISO_8859_1));
                start = stop + 4;
                return Optional.of(head);
            }
            int kept = end - start;
            if (kept > MOST_HEAD_BYTES) {
                throw new IOException("A head without an end");
            }
            if (!more()) {
                if (kept == 0) {
                    return Optional.empty();
                }
                throw new EOFException("The connection ended within a head");
            }
            searched = Math.max(start, start + kept - 3);
        }
    }

    /** The body that a head announces. */
    byte[] body(HttpHead head) throws IOException {
        if (!head.isChunked()) {
            return exactly(head.contentLength());
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(exactly(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        String line = line();
        int extension = line.indexOf(';');
        return Integer.parseInt(extension < 0 ? line : line.substring(0, extension), 16);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = next(); next != '\n'; next = next()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private int next() throws IOException {
        if (start == end && !more()) {
            throw new EOFException("The connection ended within a line");
        }
        return buffer[start++];
    }

    private byte[] exactly(int count) throws IOException {
        while (end - start < count) {
            if (!more()) {
                throw new EOFException("The connection ended within a body");
            }
        }
        byte[] bytes = Arrays.copyOfRange(buffer, start, start + count);
        start += count;
        return bytes;
    }

    private boolean more() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, count);
        return count > 0;
    }

    private int blankLine(int from) {
        for (int i = from; i + 3 < end; i++) {
            if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
