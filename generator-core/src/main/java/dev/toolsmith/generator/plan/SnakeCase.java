package dev.toolsmith.generator.plan;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lower-case ASCII words out of any text: accents are stripped, everything else that is no letter or digit separates. */
final class SnakeCase {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    private SnakeCase() {}

    /** The words joined by underscores; empty when the text has none. */
    static String of(String text) {
        return String.join("_", words(text));
    }

    static List<String> words(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return CAMEL.splitAsStream(plain.replaceAll("[^\\x00-\\x7F]", " "))
                .flatMap(part -> Arrays.stream(OTHERS.split(part.toLowerCase(Locale.ROOT), -1)))
                .flatMap(Stream::of)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
