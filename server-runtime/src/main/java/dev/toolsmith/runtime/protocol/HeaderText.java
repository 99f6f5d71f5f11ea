package dev.toolsmith.runtime.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Texts as header fields carry them (MCP 2026-07-28, Value Encoding): in Base64 where plain ASCII would not do. */
final class HeaderText {

    private static final String START = "=?base64?";
    private static final String END = "?=";

    private HeaderText() {}

    /** A text as a field carries it: in Base64 unless it is plain ASCII without blanks at its ends. */
    static String encoded(String text) {
        boolean plain = text.equals(text.strip()) && text.indexOf('\t') < 0 && !text.startsWith(START) && isPlain(text);
        return plain ? text : START + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + END;
    }

    /** A field's value as it was meant; empty when it is no legal encoding, or holds what fields may not. */
    static Optional<String> decoded(String value) {
        if (!isPlain(value)) {
            return Optional.empty();
        }
        if (!value.startsWith(START) || !value.endsWith(END) || value.length() < START.length() + END.length()) {
            return Optional.of(value);
        }
        String encoded = value.substring(START.length(), value.length() - END.length());
        if (encoded.length() % 4 != 0) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(encoded);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if ((each < ' ' && each != '\t') || each > '~') {
                return false;
            }
        }
        return true;
    }
}
