package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.ApiSchema;
import dev.toolsmith.generator.api.SourcePointer;
import java.util.List;
import java.util.Optional;

/** Puts a specialised value's schema where the general tool has a free-form one. */
final class BodyReplacement {

    /** More references on the way to one property than any honest description has; a circle ends here. */
    private static final int MAX_STEPS = 200;

    private int steps;

    private BodyReplacement() {}

    static ApiSchema applied(ToolDraft draft, ApiSchema body, Findings findings) {
        Optional<String> schema = draft.fixed().flatMap(Specialisation.Value::schema);
        Optional<String> pointer = draft.extensions().specialisation().flatMap(Specialisation::replace);
        if (schema.isEmpty() || pointer.isEmpty()) {
            return body;
        }
        SourcePointer at = draft.operation().at().member("x-toolsmith-specialize");
        if (SchemaReferences.step(body.document(), schema.get()).isEmpty()) {
            findings.reject(
                    "unknown-specialize-schema",
                    at,
                    "'" + PlainText.cut(PlainText.of(schema.get()), 120) + "' leads to no schema",
                    "Refer to a component that the overlay adds, such as #/components/schemas/Name.");
            return body;
        }
        List<String> path = GivenArgument.steps(pointer.get());
        ObjectNode reference = JsonNodeFactory.instance.objectNode().put("$ref", schema.get());
        Optional<JsonNode> replaced = new BodyReplacement().replaced(body, path, reference);
        if (replaced.isEmpty()) {
            findings.reject(
                    "unknown-specialize-place",
                    at,
                    "The request body has no property at '" + PlainText.cut(PlainText.of(pointer.get()), 120) + "'",
                    "Let 'replace' name properties of the body, such as /data/values.");
        }
        return new ApiSchema(body.document(), body.at(), replaced.orElse(body.node()));
    }

    private Optional<JsonNode> replaced(ApiSchema schema, List<String> path, ObjectNode reference) {
        JsonNode node = schema.node();
        if (path.isEmpty()) {
            return Optional.of(reference);
        }
        if (steps++ > MAX_STEPS) {
            return Optional.empty();
        }
        if (SchemaReferences.isReference(node)) {
            return SchemaReferences.step(schema.document(), node.get("$ref").textValue())
                    .flatMap(target -> replaced(target, path, reference));
        }
        JsonNode property = node.path("properties").path(path.get(0));
        if (property.isObject()) {
            ApiSchema inner = new ApiSchema(schema.document(), schema.at(), property);
            return replaced(inner, path.subList(1, path.size()), reference).map(changed -> {
                ObjectNode copy = node.deepCopy();
                ((ObjectNode) copy.get("properties")).set(path.get(0), changed);
                return copy;
            });
        }
        return replacedInBranch(schema, path, reference);
    }

    private Optional<JsonNode> replacedInBranch(ApiSchema schema, List<String> path, ObjectNode reference) {
        JsonNode branches = schema.node().path("allOf");
        for (int index = 0; index < branches.size(); index++) {
            ApiSchema branch = new ApiSchema(schema.document(), schema.at(), branches.get(index));
            Optional<JsonNode> changed = replaced(branch, path, reference);
            if (changed.isPresent()) {
                ObjectNode copy = schema.node().deepCopy();
                ((ArrayNode) copy.get("allOf")).set(index, changed.get());
                return Optional.of(copy);
            }
        }
        return Optional.empty();
    }
}
