package dev.toolsmith.generator.scaffold;

import java.text.Normalizer;

/**
 * A title of a description, made fit for every kind of file at once: letters, digits, single blanks and a few signs that
 * mean nothing in XML, Maven, Markdown, YAML, Java or a shell.
 */
final class PlainTitle {

    private static final int LONGEST = 60;

    private PlainTitle() {}

    /** The title; the other text when nothing is left of it. */
    static String of(String title, String otherwise) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFC)
                .replace("&", " and ")
                .replaceAll("(?<=\\p{L})['’](?=\\p{L})", "’")
                .replaceAll("[^\\p{L}\\p{M}\\p{N}.,’]+", " ")
                .replaceAll(" (?=[.,])", "")
                .strip();
        String cut = plain.length() <= LONGEST
                ? plain
                : plain.substring(0, cutAt(plain)).strip();
        return cut.matches(".*[\\p{L}\\p{N}].*") ? cut : otherwise;
    }

    private static int cutAt(String text) {
        int blank = text.lastIndexOf(' ', LONGEST);
        int end = blank > 0 ? blank : LONGEST;
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
