package dev.toolsmith.attio.workspace;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.text.ShortText;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What came, and what there is, in words for a model. */
final class Said {

    private static final int LONGEST = 64;
    private static final int MOST = 12;

    private Said() {}

    /** A value as JSON, cut to 64 characters. */
    static String value(JsonNode value) {
        return value.isString() ? quoted(value.stringValue()) : ShortText.of(JsonTree.text(value), LONGEST);
    }

    /** A text in quotes, cut to 64 characters. */
    static String quoted(String text) {
        return '"' + ShortText.of(text, LONGEST) + '"';
    }

    /** A title in quotes, with the UUID where what is shown is not the whole title, so that it cannot be sent back. */
    static String titled(String title, String id) {
        return ShortText.of(title, LONGEST).equals(title) ? quoted(title) : quoted(title) + " = " + id;
    }

    /** A name without quotes, cut to 64 characters. */
    static String name(String text) {
        return ShortText.of(text, LONGEST);
    }

    /** The first 12 of several options or statuses. */
    static String first(Collection<Choice> choices) {
        return joined(
                choices.stream()
                        .limit(MOST)
                        .map(choice -> titled(choice.title(), choice.id()))
                        .toList(),
                choices.size());
    }

    /** The first 12 of several names. */
    static String names(Collection<String> names) {
        return joined(names.stream().limit(MOST).map(Said::name).toList(), names.size());
    }

    private static String joined(List<String> shown, int all) {
        String more = all > shown.size() ? " and " + (all - shown.size()) + " more" : "";
        return String.join(", ", shown) + more;
    }

    /** A part of a sentence with {@code or} before the last. */
    static String either(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
