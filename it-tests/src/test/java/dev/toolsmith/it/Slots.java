package dev.toolsmith.it;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Fills {@code ${name}} in the texts of a table with what earlier answers gave. */
final class Slots {

    private static final Pattern SLOT = Pattern.compile("\\$\\{(\\w+)}");

    private Slots() {}

    /** A value with every slot in its strings filled. */
    static JsonNode filled(JsonNode node, Map<String, String> kept) {
        if (node.isString()) {
            return StringNode.valueOf(filled(node.asString(), kept));
        }
        if (node.isArray()) {
            ArrayNode array = Json.array();
            node.forEach(item -> array.add(filled(item, kept)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = Json.object();
            node.properties().forEach(property -> object.set(property.getKey(), filled(property.getValue(), kept)));
            return object;
        }
        return node;
    }

    /** A text with every slot filled. */
    static String filled(String text, Map<String, String> kept) {
        return SLOT.matcher(text).replaceAll(slot -> Matcher.quoteReplacement(value(slot, kept)));
    }

    private static String value(MatchResult slot, Map<String, String> kept) {
        String value = kept.get(slot.group(1));
        if (value == null) {
            throw new AssertionError("No earlier answer gave " + slot.group());
        }
        return value;
    }
}
