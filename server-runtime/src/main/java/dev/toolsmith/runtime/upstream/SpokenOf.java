package dev.toolsmith.runtime.upstream;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds what an API's words are about, among the tags of its tools. */
final class SpokenOf {

    /** What a caller or a user said, not the API. Single quotation marks are none within a word. */
    private static final Pattern QUOTED =
            Pattern.compile("\"[^\"]*\"|`[^`]*`|\u201C[^\u201D]*\u201D|(?<![\\w'])'[^']*'(?!\\w)");

    /** Of a quoted JSON object what kind of thing it points to. */
    private static final Pattern KIND = Pattern.compile("(?:type|object)\"\\s*:\\s*\"([^\"]*)\"");

    /** What stands before the kind of a thing, as in "record 7 of companies": that is more than being a record. */
    private static final Pattern ONE_OF = Pattern.compile(
            "(?<![A-Za-z0-9@._-])(?:record|item|row|instance|entity)\\s+(?:\\S+\\s+)?of\\s+", Pattern.CASE_INSENSITIVE);

    private static final String BEFORE = "(?<![A-Za-z0-9@.])";
    private static final String AFTER = "(?![A-Za-z0-9@]|\\.\\w)";

    /** Where a text speaks of a tag, and how long the noun is that it takes for it. */
    private record Place(String tag, int start, int end) {

        boolean comesBefore(Place other) {
            return start < other.start || (start == other.start && end > other.end);
        }
    }

    private SpokenOf() {}

    /**
     * The tag that a text speaks of first, in the plural or in the singular; of several at one place the longest. A "record
     * of people" is one of people. What stands in quotation marks does not count, save for the kind that a JSON object names
     * where there is nothing else.
     *
     * @param tags plural nouns, such as {@code companies} or {@code workspace members}
     */
    static Optional<String> tag(String text, Collection<String> tags) {
        Optional<String> said = meant(QUOTED.matcher(text).replaceAll(" _ "), tags);
        Matcher kind = KIND.matcher(text);
        return said.isEmpty() && kind.find() ? meant(kind.group(1), tags) : said;
    }

    private static Optional<String> meant(String text, Collection<String> tags) {
        for (Matcher one = ONE_OF.matcher(text); one.find(); ) {
            Optional<Place> kind = first(text.substring(one.end()), tags).filter(place -> place.start() == 0);
            if (kind.isPresent()) {
                return kind.map(Place::tag);
            }
        }
        return first(text, tags).map(Place::tag);
    }

    private static Optional<Place> first(String text, Collection<String> tags) {
        Optional<Place> first = Optional.empty();
        for (String tag : tags) {
            Optional<Place> place = place(tag, text);
            if (place.isPresent() && (first.isEmpty() || place.get().comesBefore(first.get()))) {
                first = place;
            }
        }
        return first;
    }

    private static Optional<Place> place(String tag, String text) {
        if (tag.isBlank()) {
            return Optional.empty();
        }
        String noun = BEFORE + "(?:" + noun(tag) + "|" + noun(singular(tag)) + ")" + AFTER;
        Matcher found = Pattern.compile(noun, Pattern.CASE_INSENSITIVE).matcher(text);
        return found.find() ? Optional.of(new Place(tag, found.start(), found.end())) : Optional.empty();
    }

    /** A pattern of a noun, whatever holds its words together. */
    private static String noun(String tag) {
        return Pattern.compile("[ _-]+").splitAsStream(tag).map(Pattern::quote).collect(Collectors.joining("[ _-]"));
    }

    private static String singular(String tag) {
        if (tag.endsWith("ies")) {
            return tag.substring(0, tag.length() - 3) + "y";
        }
        return tag.endsWith("s") ? tag.substring(0, tag.length() - 1) : tag;
    }
}
