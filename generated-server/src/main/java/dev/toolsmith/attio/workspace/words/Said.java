package dev.toolsmith.attio.workspace.words;

import dev.toolsmith.attio.workspace.facts.Choice;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.text.ShortText;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What came, and what there is, in words for a model. */
public final class Said {

    private static final int LONGEST = 64;
    private static final int MOST = 12;

    private Said() {}

    /** A value as JSON, cut to 64 characters. */
    public static String value(JsonNode value) {
        return value.isString() ? quoted(value.stringValue()) : ShortText.of(JsonTree.text(value), LONGEST);
    }

    /** A text as JSON, cut to 64 characters. */
    public static String quoted(String text) {
        return JsonTree.text(JsonNodeFactory.instance.stringNode(name(text)));
    }

    /** A title in quotes, with the UUID where what is shown is not the whole title, so that it cannot be sent back. */
    public static String titled(String title, String id) {
        return name(title).equals(title) ? quoted(title) : quoted(title) + " = " + id;
    }

    /** A name without quotes, cut to 64 characters. */
    public static String name(String text) {
        return ShortText.of(text, LONGEST);
    }

    /** The first 12 of several options or statuses. */
    public static String first(Collection<Choice> choices) {
        return first(choices, choice -> titled(choice.title(), choice.id()));
    }

    /** The first 12 of several names. */
    public static String names(Collection<String> names) {
        return first(names, Said::name);
    }

    /** The first 12 of several things. */
    public static <T> String first(Collection<T> all, Function<T, String> words) {
        String more = all.size() > MOST ? " and " + (all.size() - MOST) + " more" : "";
        return all.stream().limit(MOST).map(words).collect(Collectors.joining(", ")) + more;
    }

    /** Whether a title tells nothing that the slug does not. */
    public static boolean isSame(String slug, String title) {
        return slug.equals(title.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_'));
    }

    /** A part of a sentence with {@code or} before the last. */
    public static String either(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
