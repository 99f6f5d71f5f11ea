package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.ApiDocument;
import dev.toolsmith.generator.api.ApiSchema;
import dev.toolsmith.generator.api.SourcePointer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of several schemas an object is of, told by one of its properties (OpenAPI 3.1, Discriminator Object): among the
 * branches of {@code oneOf} and {@code anyOf}, or among the schemas that extend this one by {@code allOf}.
 */
final class Discriminators {

    /** With more kinds than these, a schema stands for all of them and takes every property. */
    static final int MOST = 24;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String COMPONENTS = "/components/schemas/";

    /** By the document's tree; comparing trees would cost more than reading them. */
    private final IdentityHashMap<JsonNode, Map<String, List<String>>> extensions = new IdentityHashMap<>();

    /** Whether a schema says which property tells. */
    static boolean has(JsonNode schema) {
        return schema.path("discriminator").path("propertyName").isTextual();
    }

    /** Whether a schema lists its kinds itself. */
    static boolean listsKinds(JsonNode schema) {
        return schema.path("oneOf").isArray() || schema.path("anyOf").isArray();
    }

    /**
     * The names of the schemas that extend a component, directly or through others, in the description's order; none for
     * a schema without a discriminator, or one that lists its kinds itself.
     */
    List<String> kindsOf(ApiSchema schema) {
        String pointer = schema.at().pointer();
        if (!has(schema.node()) || listsKinds(schema.node()) || !pointer.startsWith(COMPONENTS)) {
            return List.of();
        }
        Map<String, List<String>> known =
                extensions.computeIfAbsent(schema.document().root(), Discriminators::extensionsIn);
        Set<String> found = new LinkedHashSet<>(known.getOrDefault(pointer, List.of()));
        List<String> open = new ArrayList<>(found);
        while (!open.isEmpty()) {
            for (String each : known.getOrDefault(COMPONENTS + open.remove(0), List.of())) {
                if (found.add(each)) {
                    open.add(each);
                }
            }
        }
        found.remove(unescaped(pointer.substring(COMPONENTS.length())));
        return List.copyOf(found);
    }

    /** Whether objects may be of the schema itself: the mapping names it, or they need not say what they are. */
    static boolean isKindItself(ApiSchema schema) {
        JsonNode discriminator = schema.node().path("discriminator");
        String property = discriminator.path("propertyName").asText();
        for (JsonNode name : schema.node().path("required")) {
            if (name.asText().equals(property)) {
                String own = schema.at().pointer().substring(COMPONENTS.length());
                return !mapped(discriminator.path("mapping"), unescaped(own)).isEmpty();
            }
        }
        return true;
    }

    /** What the property says of objects of a component: the mapping's words for it, else its name. */
    static ObjectNode tag(JsonNode discriminator, String component) {
        List<String> words = mapped(discriminator.path("mapping"), component);
        ObjectNode tag = JSON.objectNode();
        String property = discriminator.path("propertyName").asText();
        ObjectNode value = tag.putObject("properties").putObject(property);
        if (words.size() <= 1) {
            value.put("const", words.isEmpty() ? component : words.get(0));
        } else {
            ArrayNode values = value.putArray("enum");
            words.forEach(values::add);
        }
        tag.putArray("required").add(property);
        return tag;
    }

    /** The component that a reference in a branch names; empty for anything else. */
    static String component(JsonNode branch) {
        String reference = branch.path("$ref").asText("");
        return reference.startsWith("#" + COMPONENTS) ? unescaped(reference.substring(COMPONENTS.length() + 1)) : "";
    }

    private static List<String> mapped(JsonNode mapping, String component) {
        List<String> words = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : mapping.properties()) {
            String target = each.getValue().asText();
            boolean same = target.equals(component)
                    || component(JSON.objectNode().put("$ref", target)).equals(component);
            if (same) {
                words.add(each.getKey());
            }
        }
        return words;
    }

    /** The names of the components that name another in their {@code allOf}, by its pointer. */
    private static Map<String, List<String>> extensionsIn(JsonNode root) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each :
                root.path("components").path("schemas").properties()) {
            for (JsonNode branch : each.getValue().path("allOf")) {
                String reference = branch.path("$ref").asText("");
                if (reference.startsWith("#" + COMPONENTS)) {
                    found.computeIfAbsent(reference.substring(1), pointer -> new ArrayList<>())
                            .add(each.getKey());
                }
            }
        }
        return found;
    }

    /** The reference that leads to a component. */
    static ApiSchema component(ApiDocument document, String name) {
        SourcePointer at = new SourcePointer(document.name(), COMPONENTS + escaped(name));
        return new ApiSchema(
                document, at, document.root().path("components").path("schemas").path(name));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String unescaped(String segment) {
        return segment.replace("~1", "/").replace("~0", "~");
    }
}
