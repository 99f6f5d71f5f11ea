package dev.toolsmith.runtime.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Builds JSON from pieces that are finished JSON already and from texts. It exists beside jackson-core's generator
 * because finished pieces, such as a whole tool list, are copied as blocks of bytes.
 */
final class JsonBytes {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int length;

    JsonBytes(int expected) {
        this.bytes = new byte[expected];
    }

    /** Appends finished JSON of ASCII characters. */
    JsonBytes json(String ascii) {
        return json(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    /** Appends finished JSON. */
    JsonBytes json(byte[] finished) {
        return json(finished, 0, finished.length);
    }

    /** Appends a slice of finished JSON. */
    JsonBytes json(byte[] finished, int from, int count) {
        ensure(count);
        System.arraycopy(finished, from, bytes, length, count);
        length += count;
        return this;
    }

    /** Appends finished JSON from elsewhere; its line breaks, which can only stand between tokens, become blanks. */
    JsonBytes jsonOnOneLine(byte[] finished, int from, int count) {
        int start = length;
        json(finished, from, count);
        for (int i = start; i < length; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                bytes[i] = ' ';
            }
        }
        return this;
    }

    /** Appends a member's name, after a comma unless it is the first thing. */
    JsonBytes member(String name) {
        if (length > 0) {
            json(",");
        }
        return string(name).json(":");
    }

    JsonBytes number(long value) {
        return json(Long.toString(value));
    }

    /** Appends a text as a JSON string. */
    JsonBytes string(String text) {
        return string(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Appends UTF-8 text as a JSON string (RFC 8259, section 7). */
    JsonBytes string(byte[] utf8) {
        ensure(utf8.length + 2);
        bytes[length++] = '"';
        int written = 0;
        for (int i = 0; i < utf8.length; i++) {
            if (needsEscape(utf8[i])) {
                json(utf8, written, i - written);
                escape(utf8[i]);
                written = i + 1;
            }
        }
        json(utf8, written, utf8.length - written);
        ensure(1);
        bytes[length++] = '"';
        return this;
    }

    private static boolean needsEscape(byte each) {
        return each == '"' || each == '\\' || (each >= 0 && each < 0x20) || each == 0x7F;
    }

    private void escape(byte each) {
        ensure(6);
        bytes[length++] = '\\';
        if (each == '"' || each == '\\') {
            bytes[length++] = each;
        } else if (each == '\n') {
            bytes[length++] = 'n';
        } else {
            bytes[length++] = 'u';
            bytes[length++] = '0';
            bytes[length++] = '0';
            bytes[length++] = HEX[each >> 4];
            bytes[length++] = HEX[each & 0xF];
        }
    }

    byte[] toBytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
