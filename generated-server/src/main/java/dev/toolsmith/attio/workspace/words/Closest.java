package dev.toolsmith.attio.workspace.words;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.runtime.text.ClosestNames;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds what somebody meant: by typing errors, else by beginnings, and by words that are the same, begin alike, or hold one another. */
public final class Closest {

    private static final int SHORTEST_WORD = 3;
    private static final int LONGEST = 200;

    private Closest() {}

    /** The title nearest to what was said; empty when none is near, or several are equally near. */
    public static Optional<String> to(String said, Collection<String> titles) {
        Optional<String> typed = ClosestNames.to(said, titles);
        return typed.or(() -> byBeginning(said.toLowerCase(Locale.ROOT).strip(), titles))
                .or(() -> byWords(words(said), titles, String::equals))
                .or(() -> byWords(words(said), titles, Closest::beginAlike))
                .or(() -> byWords(words(said), titles, String::contains));
    }

    /** The attribute nearest to what was said by its whole title, by its slug, or else by a part of its title. */
    public static Optional<Attribute> attribute(String said, List<Attribute> attributes) {
        return find(attributes, Attribute::title, title -> title.equalsIgnoreCase(said.strip()))
                .or(() -> attribute(said, attributes, Attribute::slug))
                .or(() -> attribute(said, attributes, Attribute::title));
    }

    private static Optional<Attribute> attribute(
            String said, List<Attribute> attributes, Function<Attribute, String> name) {
        return to(said, attributes.stream().map(name).toList()).flatMap(meant -> find(attributes, name, meant::equals));
    }

    private static Optional<Attribute> find(
            List<Attribute> attributes, Function<Attribute, String> name, Predicate<String> isMeant) {
        return attributes.stream()
                .filter(attribute -> isMeant.test(name.apply(attribute)))
                .findFirst();
    }

    private static boolean beginAlike(String word, String said) {
        return word.startsWith(said) || said.startsWith(word);
    }

    /** The only title that begins with what was said. */
    private static Optional<String> byBeginning(String said, Collection<String> titles) {
        List<String> found = said.length() < SHORTEST_WORD
                ? List.of()
                : titles.stream()
                        .filter(title -> title.toLowerCase(Locale.ROOT).startsWith(said))
                        .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The only title of which the most words are alike to one that was said. */
    private static Optional<String> byWords(
            Set<String> said, Collection<String> titles, BiPredicate<String, String> alike) {
        long most = 0;
        List<String> best = List.of();
        for (String title : titles) {
            long common = words(title).stream()
                    .filter(word -> said.stream().anyMatch(one -> alike.test(word, one)))
                    .count();
            if (common > most) {
                most = common;
                best = List.of(title);
            } else if (most > 0 && common == most) {
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
