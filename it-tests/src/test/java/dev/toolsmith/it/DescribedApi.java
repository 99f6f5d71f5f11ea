package dev.toolsmith.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OpenAPI or Swagger description, read by the letter of the specifications and by nothing of the product.
 *
 * @param root the whole document
 */
record DescribedApi(JsonNode root) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");

    /** JSON is YAML enough, but a large file of it is read faster as what it is. */
    static DescribedApi read(Path file) {
        return new DescribedApi(file.toString().endsWith(".json") ? Json.read(file) : Yaml.read(file));
    }

    boolean isSwagger2() {
        return root.path("swagger").asString("").equals("2.0");
    }

    /** The path of the server's URL, without a slash at its end. */
    String basePath() {
        String path = isSwagger2()
                ? root.path("basePath").asString("")
                : root.at("/servers/0/url").asString("").replaceFirst("^https?://[^/]*", "");
        return path.replaceFirst("/$", "");
    }

    /** Every operation, in the document's order. */
    List<DescribedOperation> operations() {
        List<DescribedOperation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            JsonNode item = resolved(path.getValue());
            for (Map.Entry<String, JsonNode> member : item.properties()) {
                if (METHODS.contains(member.getKey())) {
                    operations.add(new DescribedOperation(
                            this, member.getKey().toUpperCase(Locale.ROOT), path.getKey(), item, member.getValue()));
                }
            }
        }
        return operations;
    }

    /** The security schemes by name. */
    JsonNode schemes() {
        return isSwagger2() ? root.path("securityDefinitions") : root.at("/components/securitySchemes");
    }

    /** The same API, which asks for a bearer token wherever nothing else is said. */
    DescribedApi withBearerToken(String scheme) {
        ObjectNode changed = (ObjectNode) root.deepCopy();
        changed.withObject("/components/securitySchemes/" + scheme)
                .put("type", "http")
                .put("scheme", "bearer");
        changed.putArray("security").addObject().putArray(scheme);
        return new DescribedApi(changed);
    }

    /** What a value stands for: references followed. */
    JsonNode resolved(JsonNode node) {
        JsonNode found = node;
        while (found.path("$ref").isString()) {
            String reference = found.path("$ref").asString();
            found = root.at(reference.substring(1).replace("%7B", "{").replace("%7D", "}"));
            if (found.isMissingNode()) {
                throw new AssertionError("Nothing stands at " + reference);
            }
        }
        return found;
    }

    /** A schema with its references followed and its {@code allOf} merged. */
    JsonNode schema(JsonNode schema) {
        JsonNode resolved = resolved(schema);
        if (!resolved.has("allOf")) {
            return resolved;
        }
        ObjectNode merged = ((ObjectNode) resolved.deepCopy());
        merged.remove("allOf");
        for (JsonNode part : resolved.path("allOf")) {
            merge(merged, schema(part));
        }
        return merged;
    }

    /** Adds what another schema asks for to an object schema. */
    static void merge(ObjectNode target, JsonNode more) {
        Iterator<Map.Entry<String, JsonNode>> members = more.properties().iterator();
        while (members.hasNext()) {
            Map.Entry<String, JsonNode> member = members.next();
            String name = member.getKey();
            if (name.equals("properties") && target.path(name) instanceof ObjectNode properties) {
                member.getValue().properties().forEach(each -> properties.set(each.getKey(), each.getValue()));
            } else if (name.equals("required") && target.path(name).isArray()) {
                member.getValue().forEach(((ArrayNode) target.path(name))::add);
            } else {
                target.set(name, member.getValue().deepCopy());
            }
        }
    }
}
