package dev.toolsmith.generator.emit;

import java.util.List;
import java.util.stream.Stream;

/** Makes a text of a description fit for a page: what cannot be seen, and what turns lines around, is left out. */
final class VisibleText {

    private VisibleText() {}

    /** The text on one line. */
    static String line(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        boolean blank = false;
        int codePoint;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            int shown = shown(codePoint);
            if (shown == ' ') {
                blank = visible.length() > 0;
            } else if (shown >= 0) {
                if (blank) {
                    visible.append(' ');
                    blank = false;
                }
                visible.appendCodePoint(shown);
            }
        }
        return visible.toString();
    }

    /** The text's paragraphs, which empty lines part, each on one line. */
    static List<String> paragraphs(String text) {
        return Stream.of(text.replace("\r\n", "\n").split("\n[ \t]*\n"))
                .map(VisibleText::line)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static int shown(int codePoint) {
        if (codePoint > ' ' && codePoint < 0x7F) {
            return codePoint;
        }
        if (Character.isWhitespace(codePoint) || codePoint == 0x85) {
            return ' ';
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> -1;
            default -> codePoint;
        };
    }
}
