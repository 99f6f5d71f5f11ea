package dev.toolsmith.generator.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes to text: UTF-8, or UTF-16 and UTF-32 by byte order mark or by the zero bytes of an ASCII first character. */
final class TextDecoder {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private TextDecoder() {}

    static String decode(byte[] bytes) throws TreeFault {
        Charset charset = charset(bytes);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (result.isError()) {
            throw new TreeFault(
                    "not-text",
                    "Not " + charset.name() + " text: bad byte at offset " + in.position(),
                    "Save the file as UTF-8.");
        }
        out.flip();
        if (out.hasRemaining() && out.get(0) == BYTE_ORDER_MARK) {
            out.position(1);
        }
        return out.toString();
    }

    private static Charset charset(byte[] bytes) {
        int head = 0;
        for (int i = 0; i < 4; i++) {
            head = head << 8 | (i < bytes.length ? bytes[i] & 0xFF : 1);
        }
        if (head == 0xFFFE0000 || (head & 0x00FFFFFF) == 0) {
            return Charset.forName("UTF-32LE");
        }
        if (head == BYTE_ORDER_MARK || head >>> 8 == 0) {
            return Charset.forName("UTF-32BE");
        }
        int first = head >>> 16;
        if (first == 0xFFFE || (first & 0xFF) == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return first == BYTE_ORDER_MARK || first >>> 8 == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }
}
