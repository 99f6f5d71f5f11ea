package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.ApiBody;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes files of the binary properties of a multipart body: objects with the bytes in Base64, and a name and a media type
 * where a call gives them.
 */
final class FileArguments {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SchemaPool pool;
    private final Set<String> declared = new HashSet<>();

    FileArguments(SchemaPool pool, ApiBody body) {
        this.pool = pool;
        for (ApiBody.Encoding encoding : body.encodings()) {
            if (isBytes(encoding.contentType())) {
                declared.add(encoding.property());
            }
        }
    }

    /** The schema of the body with files in it, a copy where there are any. */
    ObjectNode inBody(ObjectNode schema) {
        return inBody(schema, Set.of()).orElse(schema);
    }

    /** Whether a normalised schema is that of bytes. */
    private static boolean isBinary(JsonNode schema) {
        String mediaType = schema.path("contentMediaType").asText();
        return schema.path("contentEncoding").asText().equals("base64")
                ? mediaType.equals(KeywordRewriter.BYTES)
                : !schema.has("contentEncoding") && isBytes(mediaType);
    }

    private Optional<ObjectNode> inBody(ObjectNode schema, Set<String> followed) {
        Optional<ObjectNode> target = pool.target(schema);
        if (target.isPresent()) {
            Set<String> more = new HashSet<>(followed);
            boolean fresh = SchemaPool.nameIn(schema).filter(more::add).isPresent();
            return fresh ? inBody(target.get(), more) : Optional.empty();
        }
        ObjectNode copy = schema.deepCopy();
        boolean changed = false;
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            boolean isFile = declared.contains(property.getKey());
            Optional<ObjectNode> file = file(property.getValue(), isFile, Set.of());
            file.ifPresent(each -> ((ObjectNode) copy.get("properties")).set(property.getKey(), each));
            changed |= file.isPresent();
        }
        Optional<ObjectNode> others = file(schema.path("additionalProperties"), false, Set.of());
        others.ifPresent(each -> copy.set("additionalProperties", each));
        changed |= others.isPresent();
        for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
            JsonNode branches = copy.path(keyword);
            for (int index = 0; index < branches.size(); index++) {
                Optional<ObjectNode> branch = inBody((ObjectNode) branches.get(index), followed);
                if (branch.isPresent()) {
                    ((ArrayNode) branches).set(index, branch.get());
                    changed = true;
                }
            }
        }
        return changed ? Optional.of(copy) : Optional.empty();
    }

    /** The property as a file, as a list of files, or with files among its alternatives; nothing when it is none. */
    private Optional<ObjectNode> file(JsonNode node, boolean isFile, Set<String> followed) {
        if (!(node instanceof ObjectNode schema)) {
            return Optional.empty();
        }
        Optional<ObjectNode> target = pool.target(schema);
        if (target.isPresent()) {
            Set<String> more = new HashSet<>(followed);
            boolean fresh = SchemaPool.nameIn(schema).filter(more::add).isPresent();
            return fresh ? file(target.get(), isFile, more).map(found -> described(schema, found)) : Optional.empty();
        }
        if (isBinary(schema) || (isFile && isPlainText(schema))) {
            return Optional.of(file(schema));
        }
        return inside(schema, isFile, followed);
    }

    private Optional<ObjectNode> inside(ObjectNode schema, boolean isFile, Set<String> followed) {
        ObjectNode copy = schema.deepCopy();
        Optional<ObjectNode> items = file(schema.path("items"), isFile, followed);
        items.ifPresent(each -> copy.set("items", each));
        boolean changed = items.isPresent();
        for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
            JsonNode branches = copy.path(keyword);
            for (int index = 0; index < branches.size(); index++) {
                Optional<ObjectNode> branch = file(branches.get(index), isFile, followed);
                if (branch.isPresent()) {
                    ((ArrayNode) branches).set(index, branch.get());
                    changed = true;
                }
            }
        }
        return changed ? Optional.of(copy) : Optional.empty();
    }

    private static ObjectNode file(ObjectNode bytes) {
        ObjectNode file = JSON.objectNode();
        if (SchemaShape.types(bytes).contains("null")) {
            file.putArray("type").add("object").add("null");
        } else {
            file.put("type", "object");
        }
        described(bytes, file);
        ObjectNode properties = file.putObject("properties");
        properties
                .putObject("base64")
                .put("type", "string")
                .put("contentEncoding", "base64")
                .put("description", "The bytes in Base64.");
        properties.putObject("filename").put("type", "string").put("description", "The file's name.");
        properties
                .putObject("content_type")
                .put("type", "string")
                .put("description", "The file's media type, such as image/png.");
        file.putArray("required").add("base64");
        return file.put("additionalProperties", false);
    }

    private static ObjectNode described(ObjectNode from, ObjectNode to) {
        for (String keyword : List.of("title", "description", "deprecated")) {
            if (from.has(keyword)) {
                to.set(keyword, from.get(keyword));
            }
        }
        return to;
    }

    /** Whether a schema says no more than that there is a string, or nothing at all (as OpenAPI 3.1 writes bytes). */
    private static boolean isPlainText(ObjectNode schema) {
        List<String> types = SchemaShape.types(schema);
        boolean text = types.isEmpty() || types.contains("string");
        return text
                && !schema.has("contentEncoding")
                && !schema.has("enum")
                && !schema.has("const")
                && !schema.has("properties")
                && !schema.has("items")
                && !schema.has("anyOf")
                && !schema.has("oneOf")
                && !schema.has("allOf");
    }

    /** Whether a property that is written as this is no text: an image, a document, an archive. */
    private static boolean isBytes(String contentType) {
        String type = contentType.strip().toLowerCase(Locale.ROOT);
        return !type.isEmpty()
                && !type.startsWith("text/")
                && !type.contains("json")
                && !type.contains("xml")
                && !type.contains("yaml")
                && !type.startsWith("application/x-www-form-urlencoded");
    }
}
