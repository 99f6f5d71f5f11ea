package dev.toolsmith.runtime.protocol;

/** Texts of clients inside messages of ours. */
final class Texts {

    private static final int LONGEST = 64;

    private Texts() {}

    /** At most 64 characters of a text, with a sign where it was cut. */
    static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
