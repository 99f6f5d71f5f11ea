package dev.toolsmith.attio.workspace;

import dev.toolsmith.runtime.text.ClosestNames;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what somebody meant among titles: by typing errors, else by the words that both have. */
final class Closest {

    private static final int SHORTEST_WORD = 3;
    private static final int LONGEST = 200;

    private Closest() {}

    /** The title nearest to what was said; empty when none is near, or several are equally near. */
    static Optional<String> to(String said, Collection<String> titles) {
        Optional<String> typed = ClosestNames.to(said, titles);
        return typed.isPresent() ? typed : byWords(words(said), titles);
    }

    /** Whether a slug and a title differ only in case and in what stands between their words. */
    static boolean same(String slug, String title) {
        return words(slug).equals(words(title)) && slug.length() == title.length();
    }

    private static Optional<String> byWords(Set<String> said, Collection<String> titles) {
        int most = 0;
        List<String> best = List.of();
        for (String title : titles) {
            Set<String> common = words(title);
            common.retainAll(said);
            if (common.size() > most) {
                most = common.size();
                best = List.of(title);
            } else if (most > 0 && common.size() == most) {
                best = List.of();
            }
        }
        return best.stream().findFirst();
    }

    private static Set<String> words(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return Arrays.stream(cut.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
