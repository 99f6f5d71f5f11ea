package dev.toolsmith.generator.compare.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A written schema as text that is the same for all orders of its members, references followed, without annotations. */
final class CanonicalText {

    private static final Set<String> UNORDERED = Set.of("required", "type", "enum", "allOf", "anyOf", "oneOf");

    private final SchemaSource source;
    private final IdentityHashMap<JsonNode, Integer> open = new IdentityHashMap<>();

    private CanonicalText(SchemaSource source) {
        this.source = source;
    }

    static String of(JsonNode node, SchemaSource source) {
        return new CanonicalText(source).text("", node);
    }

    private String text(String keyword, JsonNode node) {
        if (node.isArray()) {
            List<String> each = new ArrayList<>();
            node.forEach(element -> each.add(text("", element)));
            return (UNORDERED.contains(keyword) ? each.stream().sorted().toList() : each).toString();
        }
        if (!node.isObject()) {
            return node.toString();
        }
        List<JsonNode> referred = source.withTargets(node);
        JsonNode last = referred.get(referred.size() - 1);
        Integer above = open.putIfAbsent(last, open.size());
        if (above != null) {
            return "^" + (open.size() - above);
        }
        Map<String, String> members = new TreeMap<>();
        for (JsonNode each : referred) {
            each.properties().forEach(member -> add(keyword, member.getKey(), member.getValue(), members));
        }
        open.remove(last);
        return members.toString();
    }

    private void add(String within, String name, JsonNode value, Map<String, String> members) {
        boolean isName = within.equals("properties") || within.equals("patternProperties");
        if (isName || (!name.equals("$ref") && !SchemaSource.isAnnotation(name))) {
            members.putIfAbsent(name, text(isName ? "" : name, value));
        }
    }
}
