package dev.toolsmith.generator.read;

/** Texts of a description, made fit to be shown. */
final class Texts {

    private static final int EXCERPT = 120;
    private static final int REPLACEMENT = 0xFFFD;

    private Texts() {}

    /** The beginning of a text on one line, without characters that nobody sees. */
    static String excerpt(String text) {
        String line = visible(text).replaceAll("\\s+", " ");
        return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
    }

    /**
     * A text without control, bidirectional, zero-width and tag characters; tabs and line breaks stay, surrogates
     * without their partner become U+FFFD.
     */
    static String visible(String text) {
        if (text.codePoints().noneMatch(Texts::isHidden)) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().filter(each -> !isHidden(each) || isSurrogate(each)).forEach(each -> {
            visible.appendCodePoint(isSurrogate(each) ? REPLACEMENT : each);
        });
        return visible.toString();
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
