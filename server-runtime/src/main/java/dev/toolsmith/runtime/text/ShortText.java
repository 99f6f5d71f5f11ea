package dev.toolsmith.runtime.text;

/** Text from outside made fit for a message: one line, no control or invisible characters, not too long. */
public final class ShortText {

    private ShortText() {}

    /**
     * A text with control, formatting, private and unpaired characters replaced by spaces, runs of white space made one
     * space, and what is over the length cut and marked with {@code …}.
     *
     * @param most the largest number of UTF-16 units before the mark
     */
    public static String of(String text, int most) {
        StringBuilder clean = new StringBuilder(Math.min(text.length(), most) + 1);
        boolean space = false;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (isInvisible(character)) {
                space = !clean.isEmpty();
                continue;
            }
            if (clean.length() + Character.charCount(character) + (space ? 1 : 0) > most) {
                return clean.append('…').toString();
            }
            if (space) {
                clean.append(' ');
                space = false;
            }
            clean.appendCodePoint(character);
        }
        return clean.toString();
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> true;
            default -> false;
        };
    }
}
