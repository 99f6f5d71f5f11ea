package dev.toolsmith.generator.plan;

import java.util.regex.Pattern;

/** Turns a description's text into one plain line: no markdown links, nothing invisible, single spaces. */
final class PlainText {

    private static final Pattern LINK =
            Pattern.compile("!?\\[([^\\[\\]]{1,500})\\]\\([^()\\s]{0,2000}(?:\\s\"[^\"]{0,500}\")?\\)");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private PlainText() {}

    static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().filter(PlainText::isVisible).forEach(visible::appendCodePoint);
        String unlinked = LINK.matcher(visible).replaceAll("$1");
        return SPACE.matcher(unlinked).replaceAll(" ").strip();
    }

    /** The text cut after a sentence, or else after a word with an ellipsis, so that it has at most so many chars. */
    static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        if (limit < 2) {
            return "";
        }
        int sentence = -1;
        for (int end = text.indexOf(". "); end >= 0 && end < limit; end = text.indexOf(". ", end + 1)) {
            sentence = end;
        }
        if (sentence >= limit / 3) {
            return text.substring(0, sentence + 1);
        }
        int space = text.lastIndexOf(' ', limit - 1);
        int end = space > limit / 2 ? space : limit - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    /** White space counts as visible here: it separates words. */
    private static boolean isVisible(int codePoint) {
        if (Character.isWhitespace(codePoint)) {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> !isVariationSelector(codePoint);
        };
    }

    private static boolean isVariationSelector(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }
}
