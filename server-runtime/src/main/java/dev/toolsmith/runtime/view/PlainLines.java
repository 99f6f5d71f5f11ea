package dev.toolsmith.runtime.view;

import dev.toolsmith.runtime.text.ShortText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An answer as lines for people: a title, and a line for each member that says something. */
public final class PlainLines {

    private static final List<String> TITLES =
            List.of("title", "name", "full_name", "display_name", "label", "subject", "summary");
    private static final int LONGEST = 500;
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
            String said = phrase(member.getValue(), 0);
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

    private static String phrase(JsonNode value, int depth) {
        if (value.isString()) {
            return DayText.of(ShortText.of(value.asString(), LONGEST));
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "yes" : "no";
        }
        if (value.isNumber()) {
            return NumberText.of(value.decimalValue());
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
            String said = phrase(member.getValue(), depth + 1);
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
