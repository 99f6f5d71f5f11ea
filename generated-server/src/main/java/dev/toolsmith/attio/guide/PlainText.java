package dev.toolsmith.attio.guide;

/** Texts from elsewhere inside texts of ours. */
final class PlainText {

    private static final int LONGEST = 300;

    private PlainText() {}

    /** At most 300 characters of a text on one line. */
    static String of(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(each -> Character.isISOControl(each) || Character.getType(each) == Character.LINE_SEPARATOR
                        ? ' '
                        : each)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }
}
