package dev.toolsmith.runtime.upstream;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what an API's words are about, among the tags of its tools. */
final class SpokenOf {

    private SpokenOf() {}

    /**
     * The tag that occurs in a text: as it is, else in the singular; of several the longest.
     *
     * @param tags plural nouns, such as {@code companies} or {@code workspace members}
     */
    static Optional<String> tag(String text, Collection<String> tags) {
        String words = text.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        return longest(words, tags, true).or(() -> longest(words, tags, false));
    }

    private static Optional<String> longest(String words, Collection<String> tags, boolean asItIs) {
        return tags.stream()
                .filter(tag -> occurs(asItIs ? tag : singular(tag), words))
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()));
    }

    private static boolean occurs(String tag, String words) {
        String noun = tag.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        return !noun.isBlank()
                && Pattern.compile("\\b" + Pattern.quote(noun) + "\\b")
                        .matcher(words)
                        .find();
    }

    private static String singular(String tag) {
        if (tag.endsWith("ies")) {
            return tag.substring(0, tag.length() - 3) + "y";
        }
        return tag.endsWith("s") ? tag.substring(0, tag.length() - 1) : tag;
    }
}
