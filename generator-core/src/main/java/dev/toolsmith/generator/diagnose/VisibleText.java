package dev.toolsmith.generator.diagnose;

import java.util.Locale;

/**
 * Foreign texts without the characters that a reader does not see: controls, bidirectional, zero-width and tag
 * characters, soft hyphens, line separators and surrogates without their partner.
 */
public final class VisibleText {

    private static final int EXCERPT = 120;
    private static final int REPLACEMENT = 0xFFFD;

    private VisibleText() {}

    /** The text without such characters; tabs and line breaks stay, lone surrogates become U+FFFD. */
    public static String strip(String text) {
        if (text.codePoints().noneMatch(VisibleText::isHidden)) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints()
                .filter(each -> !isHidden(each) || isSurrogate(each))
                .forEach(each -> visible.appendCodePoint(isSurrogate(each) ? REPLACEMENT : each));
        return visible.toString();
    }

    /** The text on one line, with such characters, tabs and line breaks as {@code \}{@code uXXXX}. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(each -> {
            if (each < 0x20 || isHidden(each)) {
                escaped.append(String.format(Locale.ROOT, each > 0xFFFF ? "\\u{%X}" : "\\u%04X", each));
            } else {
                escaped.appendCodePoint(each);
            }
        });
        return escaped.toString();
    }

    /** The first 120 characters of the text, stripped and on one line. */
    public static String excerpt(String text) {
        String line = strip(text).replaceAll("\\s+", " ");
        return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
    }

    private static boolean isHidden(int c) {
        if (c < 0x80) {
            return (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7F;
        }
        return c < 0xA0
                || c == 0xAD
                || c == 0x61C
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0xFEFF
                || (c >= 0xE0000 && c <= 0xE007F)
                || isSurrogate(c);
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
