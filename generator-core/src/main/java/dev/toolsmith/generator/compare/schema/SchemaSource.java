package dev.toolsmith.generator.compare.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A written schema with all that stands in it; references lead into it. Equal to no other. */
final class SchemaSource {

    private static final Set<String> ANNOTATIONS =
            Set.of("title", "description", "default", "deprecated", "examples", "example", "$defs", "$comment");

    private final JsonNode root;
    private final List<JsonNode> nodes = new ArrayList<>();
    private final IdentityHashMap<JsonNode, Integer> seen = new IdentityHashMap<>();
    private final Map<JsonNode, Integer> numbers = new HashMap<>();
    private final Map<Schema, List<Branch>> branches = new HashMap<>();

    SchemaSource(JsonNode root) {
        this.root = root;
    }

    Schema root() {
        return of(root);
    }

    Schema anything() {
        return new Schema(this, List.of());
    }

    Schema nothing() {
        return new Schema(this, List.of(number(BooleanNode.FALSE)));
    }

    /** The schema at a node of this source. */
    Schema of(JsonNode node) {
        JsonNode meant = meant(node);
        if (!demandsSomething(meant)) {
            return anything();
        }
        boolean refuses = meant.isBoolean() || (meant.has("not") && !demandsSomething(meant.get("not")));
        return refuses ? nothing() : new Schema(this, List.of(number(meant)));
    }

    /** The schema itself, or what it refers to when it demands nothing besides. */
    private JsonNode meant(JsonNode node) {
        JsonNode meant = node;
        for (JsonNode each : withTargets(node)) {
            meant = each;
            if (each.properties().stream()
                    .anyMatch(member -> !member.getKey().equals("$ref") && !isAnnotation(member.getKey()))) {
                break;
            }
        }
        return meant;
    }

    Schema both(Schema first, Schema second) {
        if (first.isAnything()) {
            return second;
        }
        if (second.isAnything() || first.equals(second)) {
            return first;
        }
        Set<Integer> parts = new TreeSet<>(first.parts());
        parts.addAll(second.parts());
        return parts.contains(number(BooleanNode.FALSE)) ? nothing() : new Schema(this, List.copyOf(parts));
    }

    List<Branch> branches(Schema schema) {
        List<Branch> known = branches.get(schema);
        if (known == null) {
            known = new BranchReader(this)
                    .read(schema.parts().stream().map(nodes::get).toList());
            branches.put(schema, known);
        }
        return known;
    }

    /** What a schema with {@code $ref} refers to; empty when it is no reference, or leads nowhere. */
    Optional<JsonNode> target(JsonNode node) {
        String reference = node.path("$ref").asText("");
        if (reference.equals("#")) {
            return Optional.of(root);
        }
        if (!reference.startsWith("#/")) {
            return Optional.empty();
        }
        JsonNode found = root.at(JsonPointer.compile(
                URLDecoder.decode(reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8)));
        return found.isMissingNode() ? Optional.empty() : Optional.of(found);
    }

    /** A schema, what it refers to, what that refers to, and so on. */
    List<JsonNode> withTargets(JsonNode node) {
        List<JsonNode> all = new ArrayList<>(List.of(node));
        for (Optional<JsonNode> next = target(node);
                next.isPresent() && !all.contains(next.get());
                next = target(next.get())) {
            all.add(next.get());
        }
        return all;
    }

    static boolean isAnnotation(String keyword) {
        return ANNOTATIONS.contains(keyword);
    }

    private static boolean demandsSomething(JsonNode node) {
        if (node.isBoolean()) {
            return !node.booleanValue();
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!ANNOTATIONS.contains(member.getKey())) {
                return true;
            }
        }
        return false;
    }

    private int number(JsonNode node) {
        Integer known = seen.get(node);
        if (known == null) {
            known = numbers.computeIfAbsent(node, fresh -> {
                nodes.add(fresh);
                return nodes.size() - 1;
            });
            seen.put(node, known);
        }
        return known;
    }
}
