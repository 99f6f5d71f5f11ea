package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes a schema self-contained: small definitions and those used once stand where they are used, recursive and large
 * shared ones under {@code $defs}.
 */
final class DefinitionInliner {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int SMALL = 256;

    private final Map<String, ObjectNode> definitions;
    private final Map<String, Integer> uses = new HashMap<>();
    private final Map<String, ObjectNode> done = new HashMap<>();
    private final Set<String> recursive = new HashSet<>();
    private final Map<String, ObjectNode> kept = new TreeMap<>();

    private DefinitionInliner(Map<String, ObjectNode> definitions) {
        this.definitions = definitions;
    }

    /** A copy of the schema with everything in it that it needs. */
    static ObjectNode selfContained(ObjectNode schema, SchemaPool pool) {
        DefinitionInliner inliner = new DefinitionInliner(pool.definitions());
        inliner.study(schema);
        ObjectNode result = (ObjectNode) inliner.inlined(schema);
        inliner.keepReachable(result);
        if (!inliner.kept.isEmpty()) {
            result.set("$defs", JSON.objectNode().setAll(inliner.kept));
        }
        return result;
    }

    private void study(ObjectNode schema) {
        Map<String, Set<String>> reaches = new TreeMap<>();
        count(schema);
        Set<String> seen = new TreeSet<>();
        for (Set<String> fresh = referredTo(schema); !fresh.isEmpty(); ) {
            Set<String> next = new TreeSet<>();
            for (String name : fresh) {
                if (seen.add(name) && definitions.containsKey(name)) {
                    Set<String> direct = referredTo(definition(name));
                    count(definition(name));
                    reaches.put(name, direct);
                    next.addAll(direct);
                }
            }
            next.removeAll(seen);
            fresh = next;
        }
        for (String name : reaches.keySet()) {
            if (reachesItself(name, reaches)) {
                recursive.add(name);
            }
        }
    }

    private static boolean reachesItself(String name, Map<String, Set<String>> reaches) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(reaches.getOrDefault(name, Set.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (next.equals(name)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(reaches.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }

    private JsonNode inlined(JsonNode node) {
        if (node.isArray()) {
            ArrayNode list = JSON.arrayNode(node.size());
            node.forEach(each -> list.add(inlined(each)));
            return list;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        Optional<ObjectNode> target = SchemaPool.nameIn(object).flatMap(this::replacement);
        if (target.isPresent() && hasOnlyAnnotations(object)) {
            return merged(object, target.get());
        }
        if (target.isPresent() && isTagged(object)) {
            return tagged(object, target.get());
        }
        ObjectNode copy = JSON.objectNode();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            copy.set(member.getKey(), inlined(member.getValue()));
        }
        return copy;
    }

    /** What stands instead of a reference, if the definition is not to be kept. */
    private Optional<ObjectNode> replacement(String name) {
        if (recursive.contains(name) || !definitions.containsKey(name)) {
            return Optional.empty();
        }
        ObjectNode definition = finished(name);
        boolean once = uses.getOrDefault(name, 0) <= 1;
        return once || definition.toString().length() <= SMALL ? Optional.of(definition) : Optional.empty();
    }

    private ObjectNode finished(String name) {
        ObjectNode ready = done.get(name);
        if (ready == null) {
            ready = (ObjectNode) inlined(definition(name));
            done.put(name, ready);
        }
        return ready;
    }

    private ObjectNode definition(String name) {
        return Objects.requireNonNull(definitions.get(name), name);
    }

    private void keepReachable(JsonNode node) {
        for (String name : referredTo(node)) {
            if (!kept.containsKey(name) && definitions.containsKey(name)) {
                ObjectNode definition = finished(name);
                kept.put(name, definition);
                keepReachable(definition);
            }
        }
    }

    private static ObjectNode merged(ObjectNode reference, ObjectNode target) {
        ObjectNode result = target.deepCopy();
        for (Map.Entry<String, JsonNode> member : reference.properties()) {
            if (!member.getKey().equals("$ref")) {
                result.set(member.getKey(), member.getValue());
            }
        }
        return result;
    }

    /** Whether a reference stands beside what only one of its properties must be (see {@link Discriminators}). */
    private static boolean isTagged(ObjectNode reference) {
        return reference.size() == 3 && reference.has("properties") && reference.has("required");
    }

    private static ObjectNode tagged(ObjectNode reference, ObjectNode target) {
        ObjectNode result = target.deepCopy();
        ObjectNode properties = result.withObjectProperty("properties");
        for (Map.Entry<String, JsonNode> property : reference.get("properties").properties()) {
            ObjectNode tag = property.getValue().deepCopy();
            JsonNode description = properties.path(property.getKey()).path("description");
            if (description.isTextual()) {
                tag.set("description", description);
            }
            properties.set(property.getKey(), tag);
        }
        Set<String> required = new LinkedHashSet<>();
        result.path("required").forEach(name -> required.add(name.asText()));
        reference.get("required").forEach(name -> required.add(name.asText()));
        required.forEach(result.putArray("required")::add);
        return result;
    }

    private static boolean hasOnlyAnnotations(ObjectNode reference) {
        for (Map.Entry<String, JsonNode> member : reference.properties()) {
            if (!member.getKey().equals("$ref") && !SchemaKeywords.ANNOTATIONS.contains(member.getKey())) {
                return false;
            }
        }
        return true;
    }

    private void count(JsonNode node) {
        if (node instanceof ObjectNode object) {
            SchemaPool.nameIn(object).ifPresent(name -> uses.merge(name, 1, Integer::sum));
        }
        node.forEach(this::count);
    }

    private static Set<String> referredTo(JsonNode node) {
        Set<String> names = new TreeSet<>();
        collect(node, names);
        return names;
    }

    private static void collect(JsonNode node, Set<String> names) {
        if (node instanceof ObjectNode object) {
            SchemaPool.nameIn(object).ifPresent(names::add);
        }
        node.forEach(each -> collect(each, names));
    }
}
