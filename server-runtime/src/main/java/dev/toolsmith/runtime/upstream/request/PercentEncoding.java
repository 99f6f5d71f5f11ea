package dev.toolsmith.runtime.upstream.request;

import java.nio.charset.StandardCharsets;

/** Percent-encodes everything but the unreserved characters of RFC 3986. */
public final class PercentEncoding {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentEncoding() {}

    static void append(String text, StringBuilder target) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (!isUnreserved(character)) {
                appendBytes(text.substring(i).getBytes(StandardCharsets.UTF_8), target);
                return;
            }
            target.append(character);
        }
    }

    /** The text encoded, of characters outside ASCII the bytes of UTF-8. */
    public static String of(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 8);
        append(text, encoded);
        return encoded.toString();
    }

    private static void appendBytes(byte[] bytes, StringBuilder target) {
        for (byte one : bytes) {
            if (one > 0 && isUnreserved((char) one)) {
                target.append((char) one);
            } else {
                target.append('%').append(HEX[(one >> 4) & 15]).append(HEX[one & 15]);
            }
        }
    }

    private static boolean isUnreserved(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '-'
                || character == '.'
                || character == '_'
                || character == '~';
    }
}
