package dev.toolsmith.runtime.text;

/** Text from outside for eyes that have to see all of it: in quotes, nothing invisible or turning the line around. */
public final class VisibleText {

    private VisibleText() {}

    /**
     * A text in quotes. Quotes and backslashes in it have a backslash; line breaks and all other characters that are not
     * seen or move others are written as {@code \n} or as {@code \}{@code u202e}. What is over the length is cut, and the
     * closing quote is followed by how much that is.
     *
     * @param most the largest number of UTF-16 units of the text that are shown
     */
    public static String quoted(String text, int most) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), most) + 2).append('"');
        int i = 0;
        while (i < text.length()) {
            int character = text.codePointAt(i);
            int next = i + Character.charCount(character);
            if (next > most) {
                break;
            }
            append(shown, character);
            i = next;
        }
        shown.append('"');
        return i < text.length()
                ? shown.append("… (")
                        .append(text.length() - i)
                        .append(" more characters)")
                        .toString()
                : shown.toString();
    }

    private static void append(StringBuilder shown, int character) {
        if (character == '"' || character == '\\') {
            shown.append('\\').appendCodePoint(character);
        } else if (character == '\n') {
            shown.append("\\n");
        } else if (isSeen(character)) {
            shown.appendCodePoint(character);
        } else {
            for (char unit : Character.toChars(character)) {
                shown.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    shown.append(Character.forDigit(unit >> shift & 15, 16));
                }
            }
        }
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> character == ' ';
            default -> !isBlank(character);
        };
    }

    /** Letters, marks and symbols without ink: fillers, variation selectors and the like (Unicode, Default_Ignorable). */
    private static boolean isBlank(int character) {
        return character == 0x034f
                || character == 0x115f
                || character == 0x1160
                || character == 0x17b4
                || character == 0x17b5
                || (character >= 0x180b && character <= 0x180f)
                || character == 0x2800
                || character == 0x3164
                || (character >= 0xfe00 && character <= 0xfe0f)
                || character == 0xffa0
                || (character >= 0xe0100 && character <= 0xe01ef);
    }
}
