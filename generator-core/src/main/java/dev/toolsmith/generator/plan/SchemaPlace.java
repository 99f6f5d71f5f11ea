package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Changes a normalised schema at one place of its instances: in every alternative that has the place, and in a copy of
 * what references lead to.
 */
final class SchemaPlace {

    /** More schemas on the way to one place than any honest description has. */
    private static final int MAX_STEPS = 2_000;

    private final SchemaPool pool;
    private final UnaryOperator<ObjectNode> change;
    private int steps;

    SchemaPlace(SchemaPool pool, UnaryOperator<ObjectNode> change) {
        this.pool = pool;
        this.change = change;
    }

    /** The changed schema, a copy; nothing when it has no such place. */
    Optional<ObjectNode> changed(ObjectNode schema, List<String> path) {
        return changed(schema, path, Set.of());
    }

    private Optional<ObjectNode> changed(ObjectNode schema, List<String> path, Set<String> followed) {
        if (path.isEmpty()) {
            return Optional.of(change.apply(schema));
        }
        if (steps++ > MAX_STEPS) {
            return Optional.empty();
        }
        Optional<ObjectNode> target = pool.target(schema);
        if (target.isPresent()) {
            Set<String> more = new HashSet<>(followed);
            boolean fresh = SchemaPool.nameIn(schema).filter(more::add).isPresent();
            return fresh ? changed(target.get(), path, more).map(copy -> beside(schema, copy)) : Optional.empty();
        }
        ObjectNode copy = schema.deepCopy();
        boolean found = member(copy, path);
        for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
            found |= branches(copy.path(keyword), path, followed);
        }
        return found ? Optional.of(copy) : Optional.empty();
    }

    private boolean member(ObjectNode copy, List<String> path) {
        String name = path.get(0);
        boolean items =
                name.equals(GivenArgument.ANY_ITEM) && copy.path("items").isObject();
        JsonNode parent = items ? copy : copy.path("properties");
        String key = items ? "items" : name;
        if (!(parent.path(key) instanceof ObjectNode inner)) {
            return false;
        }
        Optional<ObjectNode> changed = changed(inner, path.subList(1, path.size()), Set.of());
        changed.ifPresent(each -> ((ObjectNode) parent).set(key, each));
        return changed.isPresent();
    }

    private boolean branches(JsonNode branches, List<String> path, Set<String> followed) {
        boolean found = false;
        for (int index = 0; index < branches.size(); index++) {
            if (branches.get(index) instanceof ObjectNode branch) {
                Optional<ObjectNode> changed = changed(branch, path, followed);
                if (changed.isPresent()) {
                    ((ArrayNode) branches).set(index, changed.get());
                    found = true;
                }
            }
        }
        return found;
    }

    /** What stood beside a reference, and the copy of what it led to; both hold. */
    private static ObjectNode beside(ObjectNode reference, ObjectNode copy) {
        ObjectNode rest = reference.deepCopy();
        rest.remove("$ref");
        boolean annotations = true;
        for (var member : rest.properties()) {
            annotations &= SchemaKeywords.ANNOTATIONS.contains(member.getKey());
        }
        if (annotations) {
            return copy.setAll(rest);
        }
        rest.withArrayProperty("allOf").add(copy);
        return rest;
    }
}
