package dev.toolsmith.runtime.view;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.text.ShortText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An answer as lines for people: a title, and a line for each member that says something. */
public final class PlainLines {

    private static final List<String> TITLES =
            List.of("title", "name", "full_name", "display_name", "label", "subject", "summary");
    private static final Set<String> CONTENTS = Set.of(
            "content",
            "content_plaintext",
            "content_markdown",
            "body",
            "text",
            "message",
            "speech",
            "transcript",
            "raw_transcript");
    private static final int LONGEST = 500;
    private static final int LONGEST_CONTENT = 20_000;
    private static final int DEEPEST = 3;

    private PlainLines() {}

    /** The lines of a value. */
    public static String of(JsonNode value) {
        if (!(value instanceof ObjectNode object)) {
            return phrase(value, 0);
        }
        Optional<String> title = title(object);
        List<String> lines = new ArrayList<>();
        title.ifPresent(lines::add);
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String said = phraseOf(member.getKey(), member.getValue(), 0);
            if (!said.isEmpty() && !(title.isPresent() && said.equals(title.get()))) {
                lines.add(indent(title.isPresent()) + label(member.getKey()) + ": " + said);
            }
        }
        return String.join("\n", lines);
    }

    /** What names a thing: its title or name; empty when it has none. */
    public static Optional<String> title(JsonNode object) {
        for (String name : TITLES) {
            JsonNode title = object.path(name);
            if (title.isString() && !title.asString().isBlank()) {
                return Optional.of(ShortText.of(title.asString(), LONGEST));
            }
        }
        return Optional.empty();
    }

    /** The name of a member as a label: {@code created_at} and {@code createdAt} become {@code Created at}. */
    public static String label(String name) {
        StringBuilder label = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            boolean begins = i > 0 && Character.isUpperCase(character) && Character.isLowerCase(name.charAt(i - 1));
            if (begins) {
                label.append(' ').append(Character.toLowerCase(character));
            } else {
                label.append(character == '_' || character == '-' ? ' ' : character);
            }
        }
        if (!label.isEmpty()) {
            label.setCharAt(0, Character.toUpperCase(label.charAt(0)));
        }
        return label.toString();
    }

    /** A value in one line; empty when it says nothing. */
    public static String phrase(JsonNode value) {
        return phrase(value, 0);
    }

    /**
     * The text of a member in one line; what by its name is the matter itself, such as the content of a note, is told at
     * length.
     */
    public static String phraseOf(String name, JsonNode value) {
        return phraseOf(name, value, 0);
    }

    private static String phraseOf(String name, JsonNode value, int depth) {
        return value.isString() && CONTENTS.contains(name)
                ? DayText.of(ShortText.of(value.asString(), LONGEST_CONTENT))
                : phrase(value, depth);
    }

    private static String phrase(JsonNode value, int depth) {
        if (value.isString()) {
            return DayText.of(ShortText.of(value.asString(), LONGEST));
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "yes" : "no";
        }
        if (value.isNumber()) {
            return JsonTree.text(value);
        }
        List<String> parts = new ArrayList<>();
        if (value.isArray() && depth < DEEPEST) {
            for (JsonNode item : value) {
                add(parts, phrase(item, depth + 1));
            }
            return String.join(", ", parts);
        }
        if (!value.isObject() || depth >= DEEPEST) {
            return value.isContainer() && !value.isEmpty() ? "…" : "";
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String said = phraseOf(member.getKey(), member.getValue(), depth + 1);
            add(parts, said.isEmpty() ? "" : label(member.getKey()).toLowerCase(Locale.ROOT) + " " + said);
        }
        String all = String.join(", ", parts);
        return depth > 0 && parts.size() > 1 ? "(" + all + ")" : all;
    }

    private static void add(List<String> parts, String part) {
        if (!part.isEmpty()) {
            parts.add(part);
        }
    }

    private static String indent(boolean below) {
        return below ? "  " : "";
    }
}
