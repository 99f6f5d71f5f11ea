package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.ApiSchema;
import dev.toolsmith.generator.api.SourcePointer;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The named schemas of one tool: those that references lead to. */
final class SchemaPool {

    static final String PREFIX = "#/$defs/";

    private final Map<SourcePointer, String> names = new HashMap<>();
    private final Map<SourcePointer, String> bases = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Queue<Pending> pending = new ArrayDeque<>();
    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    /** A schema that is referred to but not yet defined; as a base it is without its kinds. */
    record Pending(String name, ApiSchema schema, boolean asBase) {}

    /** The reference to a schema of the description. */
    String reference(ApiSchema target) {
        return PREFIX
                + names.computeIfAbsent(target.at(), at -> {
                    String name = freeName(at.pointer());
                    pending.add(new Pending(name, target, false));
                    return name;
                });
    }

    /** The reference to a schema as those mean it that extend it: without its kinds. */
    String base(ApiSchema target) {
        return PREFIX
                + bases.computeIfAbsent(target.at(), at -> {
                    String name = freeName(at.pointer() + "_base");
                    pending.add(new Pending(name, target, true));
                    return name;
                });
    }

    /** The next schema that has yet to be defined. */
    Optional<Pending> next() {
        return Optional.ofNullable(pending.poll());
    }

    void define(String name, ObjectNode schema) {
        definitions.put(name, schema);
    }

    /** All definitions, sorted by name. */
    Map<String, ObjectNode> definitions() {
        return Collections.unmodifiableMap(definitions);
    }

    /** What a schema that is a reference refers to. */
    Optional<ObjectNode> target(ObjectNode schema) {
        return nameIn(schema).map(definitions::get);
    }

    /** A single value's schema in place of a reference to it, so that it says itself what it takes; others as they are. */
    ObjectNode ofValue(ObjectNode schema) {
        ObjectNode result = schema;
        Set<String> followed = new HashSet<>();
        while (nameIn(result).filter(followed::add).isPresent() && isReferenceToValue(result)) {
            ObjectNode next = Objects.requireNonNull(
                            definitions.get(nameIn(result).orElseThrow()))
                    .deepCopy();
            result.properties().stream()
                    .filter(member -> !member.getKey().equals("$ref"))
                    .forEach(member -> next.set(member.getKey(), member.getValue()));
            result = next;
        }
        return result;
    }

    private boolean isReferenceToValue(ObjectNode schema) {
        boolean onlyAnnotations = schema.properties().stream()
                .map(Map.Entry::getKey)
                .allMatch(name -> name.equals("$ref") || SchemaKeywords.ANNOTATIONS.contains(name));
        return onlyAnnotations
                && target(schema)
                        .filter(target -> nameIn(target).isPresent()
                                || (target.has("type")
                                        && SchemaShape.types(target).stream()
                                                .noneMatch(type -> type.equals("object") || type.equals("array"))))
                        .isPresent();
    }

    /** The names of all definitions that a schema leads to, directly or through others. */
    Set<String> reachableFrom(ObjectNode schema) {
        Set<String> names = new TreeSet<>();
        Queue<JsonNode> open = new ArrayDeque<>(List.of(schema));
        for (JsonNode next = open.poll(); next != null; next = open.poll()) {
            next.forEach(open::add);
            if (next instanceof ObjectNode object) {
                nameIn(object).filter(names::add).map(definitions::get).ifPresent(open::add);
            }
        }
        return names;
    }

    /** The name that a reference into {@code $defs} has. */
    static Optional<String> nameIn(ObjectNode schema) {
        String reference = schema.path("$ref").asText("");
        return reference.startsWith(PREFIX) ? Optional.of(reference.substring(PREFIX.length())) : Optional.empty();
    }

    private String freeName(String pointer) {
        String last = pointer.substring(pointer.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9_.-]+", "_");
        String name = last.isEmpty() ? "schema" : PlainText.cut(last, 60).replace("…", "");
        String free = name;
        for (int number = 2; !taken.add(free); number++) {
            free = name + "_" + number;
        }
        return free;
    }
}
