package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shows what stands at the top of a body: references followed, branches of allOf merged where they are plain objects. */
final class BodyMerger {

    private final SchemaPool pool;

    BodyMerger(SchemaPool pool) {
        this.pool = pool;
    }

    /** The schema as one object, or as it is when it can't be one. */
    ObjectNode top(ObjectNode schema) {
        return merged(schema, new HashSet<>()).orElse(schema);
    }

    private Optional<ObjectNode> merged(ObjectNode schema, Set<String> followed) {
        Optional<ObjectNode> target = pool.target(schema);
        if (target.isPresent()) {
            boolean plain = SchemaPool.nameIn(schema).filter(followed::add).isPresent();
            return plain && onlyAnnotationsBeside(schema, "$ref") ? merged(target.get(), followed) : Optional.empty();
        }
        if (!schema.has("allOf")) {
            return Optional.of(schema.deepCopy());
        }
        ObjectNode result = schema.deepCopy();
        result.remove("allOf");
        for (JsonNode branch : schema.get("allOf")) {
            Optional<ObjectNode> part = merged((ObjectNode) branch, new HashSet<>(followed));
            if (part.isEmpty() || !isMergeable(part.get()) || !add(part.get(), result)) {
                return Optional.empty();
            }
        }
        return Optional.of(result);
    }

    private static boolean isMergeable(ObjectNode part) {
        return SchemaShape.isFlatObject(part) || onlyAnnotationsBeside(part, "required") || isEmptyObject(part);
    }

    private static boolean isEmptyObject(ObjectNode part) {
        return onlyAnnotationsBeside(part, "type") && SchemaShape.types(part).contains("object");
    }

    private static boolean add(ObjectNode part, ObjectNode result) {
        for (Map.Entry<String, JsonNode> property : part.path("properties").properties()) {
            ObjectNode properties = result.withObjectProperty("properties");
            JsonNode own = properties.get(property.getKey());
            if (own != null && !own.equals(property.getValue())) {
                return false;
            }
            properties.set(property.getKey(), property.getValue());
        }
        Set<String> required = new LinkedHashSet<>();
        result.path("required").forEach(name -> required.add(name.asText()));
        part.path("required").forEach(name -> required.add(name.asText()));
        if (!required.isEmpty()) {
            ArrayNode list = result.putArray("required");
            required.forEach(list::add);
        }
        if (part.has("type") && !result.has("type")) {
            result.set("type", part.get("type"));
        }
        if (part.has("description") && !result.has("description")) {
            result.set("description", part.get("description"));
        }
        return true;
    }

    private static boolean onlyAnnotationsBeside(ObjectNode schema, String keyword) {
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            if (!member.getKey().equals(keyword) && !SchemaKeywords.ANNOTATIONS.contains(member.getKey())) {
                return false;
            }
        }
        return true;
    }
}
