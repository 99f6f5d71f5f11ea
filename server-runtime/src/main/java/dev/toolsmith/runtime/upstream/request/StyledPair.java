package dev.toolsmith.runtime.upstream.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A name and what belongs to it, as a style writes it, before anything is encoded (OpenAPI 3.1, Style Values). Null in an
 * array or an object is left out; what no style defines, such as an object in an array, is JSON.
 *
 * @param name the name on the wire
 * @param items one text, or several with the style's separator between them
 * @param separator that separator
 */
record StyledPair(String name, List<String> items, String separator) {

    private static final String COMMA = ",";

    /** The pairs that a value becomes; none for an empty array or object. */
    static List<StyledPair> of(String name, JsonNode value, String style, boolean explode) {
        List<StyledPair> pairs = new ArrayList<>();
        if (style.equals("json")) {
            add(pairs, name, ScalarText.json(value));
        } else if (!value.isContainer()) {
            add(pairs, name, ScalarText.of(value));
        } else if (style.equals("deepObject")) {
            addDeep(pairs, name, value);
        } else if (!explode) {
            List<String> items = flat(value);
            if (!items.isEmpty()) {
                pairs.add(new StyledPair(name, items, separator(style)));
            }
        } else if (value.isArray()) {
            flat(value).forEach(item -> add(pairs, name, item));
        } else {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                if (!member.getValue().isNull()) {
                    add(pairs, member.getKey(), ScalarText.of(member.getValue()));
                }
            }
        }
        return pairs;
    }

    /** The items of an array, or the names and values of an object, one after the other. */
    static List<String> flat(JsonNode value) {
        List<String> items = new ArrayList<>();
        if (value.isArray()) {
            for (JsonNode item : value) {
                if (!item.isNull()) {
                    items.add(ScalarText.of(item));
                }
            }
            return items;
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (!member.getValue().isNull()) {
                items.add(member.getKey());
                items.add(ScalarText.of(member.getValue()));
            }
        }
        return items;
    }

    /** The whole value. */
    String text() {
        return String.join(separator, items);
    }

    private static void add(List<StyledPair> pairs, String name, String text) {
        pairs.add(new StyledPair(name, List.of(text), COMMA));
    }

    /** Arrays repeat, but for those of objects, whose members would else mix: they are counted. */
    private static void addDeep(List<StyledPair> pairs, String name, JsonNode value) {
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                addDeep(pairs, name + "[" + member.getKey() + "]", member.getValue());
            }
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                JsonNode item = value.get(i);
                addDeep(pairs, item.isContainer() ? name + "[" + i + "]" : name, item);
            }
        } else if (!value.isNull()) {
            add(pairs, name, ScalarText.of(value));
        }
    }

    private static String separator(String style) {
        return switch (style) {
            case "spaceDelimited" -> " ";
            case "pipeDelimited" -> "|";
            case "tabDelimited" -> "\t";
            default -> COMMA;
        };
    }
}
