package dev.toolsmith.attio.guide;

import dev.toolsmith.runtime.text.ShortText;

/** Texts from elsewhere inside texts of ours. */
final class PlainText {

    private static final int LONGEST = 300;

    private PlainText() {}

    /** At most 300 characters of a text on one line, none of them invisible. */
    static String of(String text) {
        return ShortText.of(text, LONGEST);
    }
}
