package dev.toolsmith.runtime.discovery;

/** Leaves out of a text what stands in quotes; takes no longer than the text is long, whatever it is. */
final class Quotes {

    private static final String OPENING = "\"\u201C\u00AB";
    private static final String CLOSING = "\"\u201D\u00BB";

    private Quotes() {}

    /** The text with a space in place of each quotation. A quote that is never closed stays. */
    static String without(String text) {
        int[] last = new int[CLOSING.length()];
        for (int kind = 0; kind < last.length; kind++) {
            last[kind] = text.lastIndexOf(CLOSING.charAt(kind));
        }
        StringBuilder left = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int kind = OPENING.indexOf(text.charAt(i));
            if (kind >= 0 && last[kind] > i) {
                i = text.indexOf(CLOSING.charAt(kind), i + 1);
                left.append(' ');
            } else {
                left.append(text.charAt(i));
            }
        }
        return left.toString();
    }
}
