package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shortens one exact schema to one detail. Keywords are only ever left out or widened, so nothing more is refused. */
final class SchemaShortener {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> BOUNDS = Set.of(
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "multipleOf");
    private static final Set<String> FORMATS = Set.of("date", "date-time", "time", "duration", "email", "uri");
    private static final int MANY_TYPES = 4;

    private final ObjectNode exact;
    private final ListedDetail detail;
    private final Set<String> open = new HashSet<>();

    SchemaShortener(ObjectNode exact, ListedDetail detail) {
        this.exact = exact;
        this.detail = detail;
    }

    ObjectNode shortened() {
        ObjectNode result = JSON.objectNode().put("type", "object");
        ObjectNode properties = result.putObject("properties");
        for (Map.Entry<String, JsonNode> property : exact.path("properties").properties()) {
            properties.set(property.getKey(), at(property.getValue(), 1));
        }
        if (exact.has("required")) {
            result.set("required", exact.get("required"));
        }
        result.put("additionalProperties", false);
        return result;
    }

    private ObjectNode at(JsonNode node, int level) {
        if (!(node instanceof ObjectNode schema)) {
            return JSON.objectNode();
        }
        Optional<String> reference = SchemaPool.nameIn(schema);
        if (reference.isPresent()) {
            return referred(schema, reference.get(), level);
        }
        ObjectNode result = level > detail.depth() ? typeOnly(schema) : whole(schema, level);
        return fewTypes(result, level);
    }

    private ObjectNode referred(ObjectNode schema, String name, int level) {
        JsonNode target = exact.path("$defs").path(name);
        ObjectNode result;
        if (open.add(name)) {
            result = at(target, level);
            open.remove(name);
        } else {
            result = typeOnly(target);
        }
        if (schema.has("properties")) {
            ObjectNode beside = schema.deepCopy();
            beside.remove("$ref");
            ObjectNode both = whole(beside, level);
            addTo(both, result);
            result = both;
        }
        describe(schema, level, result);
        return result;
    }

    private static ObjectNode typeOnly(JsonNode schema) {
        ObjectNode result = JSON.objectNode();
        if (schema.has("type")) {
            result.set("type", schema.get("type"));
        }
        return result;
    }

    private ObjectNode whole(ObjectNode schema, int level) {
        ObjectNode result = typeOnly(schema);
        values(schema, result);
        describe(schema, level, result);
        bounds(schema, level, result);
        members(schema, level, result);
        for (JsonNode branch : schema.path("allOf")) {
            addTo(result, at(branch, level));
        }
        for (String keyword : List.of("anyOf", "oneOf")) {
            if (schema.path(keyword).isArray()) {
                alternatives(schema.get(keyword), level, result);
            }
        }
        return result;
    }

    private void values(ObjectNode schema, ObjectNode result) {
        if (schema.has("const")) {
            result.set("const", schema.get("const"));
        }
        JsonNode values = schema.path("enum");
        if (values.isArray() && values.size() <= detail.enumValues()) {
            result.set("enum", values);
        } else if (values.isArray() && !result.has("type")) {
            typesOf(values).ifPresent(types -> result.set("type", types));
        }
    }

    private static Optional<JsonNode> typesOf(JsonNode values) {
        Set<String> types = new LinkedHashSet<>();
        for (JsonNode value : values) {
            types.add(value.isTextual() ? "string" : value.isNull() ? "null" : value.isBoolean() ? "boolean" : "");
        }
        if (types.contains("")) {
            return Optional.empty();
        }
        ArrayNode list = JSON.arrayNode();
        types.forEach(list::add);
        return Optional.of(list.size() == 1 ? list.get(0) : list);
    }

    private void describe(ObjectNode schema, int level, ObjectNode result) {
        String text = schema.path("description").asText("");
        JsonNode values = schema.path("enum");
        if (values.isArray() && values.size() > detail.enumValues()) {
            text = (text + " " + valuesHint(values)).strip();
        }
        String cut = PlainText.cut(text, detail.description(level));
        if (!cut.isEmpty()) {
            result.put("description", cut);
        }
    }

    private static String valuesHint(JsonNode values) {
        List<String> first = new ArrayList<>();
        for (int index = 0; index < Math.min(3, values.size()); index++) {
            first.add(values.get(index).asText());
        }
        return "One of " + values.size() + " values such as " + String.join(", ", first) + ".";
    }

    private void bounds(ObjectNode schema, int level, ObjectNode result) {
        if (!detail.showsBounds(level)) {
            return;
        }
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            if (BOUNDS.contains(member.getKey())
                    || (member.getKey().equals("format")
                            && FORMATS.contains(member.getValue().asText()))
                    || member.getKey().equals("contentEncoding")
                    || (level == 1
                            && member.getKey().equals("default")
                            && member.getValue().isValueNode()
                            && !member.getValue().equals(BooleanNode.FALSE))) {
                result.set(member.getKey(), member.getValue());
            }
        }
    }

    private void members(ObjectNode schema, int level, ObjectNode result) {
        if (level >= detail.depth()) {
            return;
        }
        ObjectNode properties = JSON.objectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (ArgumentNames.isLegal(property.getKey())) {
                properties.set(property.getKey(), at(property.getValue(), level + 1));
            }
        }
        if (!properties.isEmpty()) {
            result.set("properties", properties);
            ArrayNode required = JSON.arrayNode();
            schema.path("required").forEach(name -> {
                if (properties.has(name.asText())) {
                    required.add(name);
                }
            });
            SchemaShape.setOrRemove(result, "required", required);
        }
        if (schema.path("items").isObject() && !schema.has("prefixItems")) {
            ObjectNode items = together(at(schema.get("items"), level + 1));
            boolean telling = items.size() > 1 || items.path("type").isTextual() || items.has("enum");
            if (telling) {
                result.set("items", items);
            }
        }
    }

    /** Items of several forms as one: what each takes by itself would take more room than it tells. */
    private static ObjectNode together(ObjectNode items) {
        if (items.size() > 1 || !items.path("anyOf").isArray()) {
            return items;
        }
        List<ObjectNode> forms = new ArrayList<>();
        items.get("anyOf").forEach(form -> forms.add(SchemaUnion.unionable((ObjectNode) form)));
        return SchemaUnion.of(forms);
    }

    private void alternatives(JsonNode branches, int level, ObjectNode result) {
        List<ObjectNode> shortened = new ArrayList<>();
        for (JsonNode branch : branches) {
            shortened.add(at(branch, level));
        }
        ObjectNode union =
                SchemaUnion.of(shortened.stream().map(SchemaUnion::unionable).toList());
        boolean plain = shortened.stream().allMatch(each -> each.size() == 1 && each.has("type"));
        boolean bare = shortened.stream().anyMatch(ObjectNode::isEmpty);
        boolean lost = !union.has("type") && !union.has("properties") && !union.has("enum");
        if (detail.branches() && !plain && !bare && (level > 1 || lost)) {
            ArrayNode list = JSON.arrayNode();
            shortened.stream().distinct().forEach(list::add);
            result.set("anyOf", list);
        } else {
            addTo(result, union);
        }
    }

    /** Adds what another schema demands besides; where both demand something, the first alone is kept. */
    private static void addTo(ObjectNode result, ObjectNode more) {
        for (Map.Entry<String, JsonNode> member : more.properties()) {
            JsonNode own = result.get(member.getKey());
            if (own == null) {
                result.set(member.getKey(), member.getValue());
            } else if (member.getKey().equals("properties")) {
                for (Map.Entry<String, JsonNode> property : member.getValue().properties()) {
                    ((ObjectNode) own).putIfAbsent(property.getKey(), property.getValue());
                }
            } else if (member.getKey().equals("required")) {
                Set<JsonNode> names = new LinkedHashSet<>();
                own.forEach(names::add);
                member.getValue().forEach(names::add);
                ArrayNode list = result.putArray("required");
                names.forEach(list::add);
            }
        }
    }

    /** A long list of types tells a model less than the text beside it. */
    private static ObjectNode fewTypes(ObjectNode schema, int level) {
        if (level > 1 && schema.path("type").size() >= MANY_TYPES && schema.has("description")) {
            schema.remove("type");
        }
        return schema;
    }
}
