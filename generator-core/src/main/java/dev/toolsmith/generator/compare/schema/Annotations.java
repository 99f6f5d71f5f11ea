package dev.toolsmith.generator.compare.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a schema says of values without refusing any.
 *
 * @param places all places, with or without annotations
 * @param texts titles and descriptions by place, as {@link SchemaChange#place()} writes places, and {@code deprecated}
 * @param defaults default values by place, as JSON
 */
public record Annotations(Set<String> places, Map<String, Set<String>> texts, Map<String, Set<String>> defaults) {

    private static final int DEEPEST = 12;
    private static final int MOST = 20_000;
    private static final List<String> SAME_PLACE = List.of("allOf", "anyOf", "oneOf");

    /** The annotations of a schema and of all that stands in it. Of two at one place, the outer one counts. */
    public static Annotations of(JsonNode schema) {
        Annotations result = new Annotations(new TreeSet<>(), new TreeMap<>(), new TreeMap<>());
        result.new Walk(new SchemaSource(schema)).visit(schema, "", 0, Set.of());
        return result;
    }

    /** The texts at a place. */
    public Set<String> textsAt(String place) {
        return texts.getOrDefault(place, Set.of());
    }

    /** The default values at a place. */
    public Set<String> defaultsAt(String place) {
        return defaults.getOrDefault(place, Set.of());
    }

    private final class Walk {

        private final SchemaSource source;
        private final Set<JsonNode> open = Collections.newSetFromMap(new IdentityHashMap<>());
        private int visits;

        Walk(SchemaSource source) {
            this.source = source;
        }

        void visit(JsonNode node, String place, int depth, Set<String> known) {
            if (!node.isObject() || depth > DEEPEST || visits++ > MOST || !open.add(node)) {
                return;
            }
            places.add(place);
            Set<String> said = new HashSet<>(known);
            text(node, "title", place, said);
            text(node, "description", place, said);
            if (node.path("deprecated").asBoolean(false) && said.add("deprecated")) {
                texts.computeIfAbsent(place, at -> new TreeSet<>()).add("deprecated");
            }
            if (node.has("default") && said.add("default")) {
                defaults.computeIfAbsent(place, at -> new TreeSet<>())
                        .add(node.get("default").toString());
            }
            source.target(node).ifPresent(target -> visit(target, place, depth, said));
            SAME_PLACE.forEach(
                    keyword -> node.path(keyword).forEach(alternative -> visit(alternative, place, depth, said)));
            inside(node, place, depth + 1);
            open.remove(node);
        }

        private void inside(JsonNode node, String place, int depth) {
            node.path("properties")
                    .properties()
                    .forEach(each -> visit(each.getValue(), member(place, each.getKey()), depth, Set.of()));
            node.path("patternProperties").forEach(each -> visit(each, place + "/*", depth, Set.of()));
            visit(node.path("additionalProperties"), place + "/*", depth, Set.of());
            visit(node.path("items"), place + "/*", depth, Set.of());
            int position = 0;
            for (JsonNode each : node.path("prefixItems")) {
                visit(each, place + "/" + position++, depth, Set.of());
            }
        }

        private void text(JsonNode node, String keyword, String place, Set<String> said) {
            String text = node.path(keyword).asText("");
            if (!text.isEmpty() && said.add(keyword)) {
                texts.computeIfAbsent(place, at -> new TreeSet<>()).add(text);
            }
        }
    }

    private static String member(String place, String name) {
        return place + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
