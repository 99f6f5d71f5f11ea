package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toolsmith.generator.api.ApiDocument;
import dev.toolsmith.generator.api.ApiSchema;
import dev.toolsmith.generator.api.SourcePointer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Follows references inside one document. Others are reported: nothing is fetched. */
final class SchemaReferences {

    private SchemaReferences() {}

    static boolean isReference(JsonNode node) {
        return node.path("$ref").isTextual();
    }

    /** What a schema that is a reference refers to, chains followed; empty, and reported, when that is nothing. */
    static Optional<ApiSchema> resolve(ApiSchema reference, Findings findings) {
        Set<String> seen = new HashSet<>();
        ApiSchema current = reference;
        while (isReference(current.node()) && (seen.isEmpty() || current.node().size() == 1)) {
            String target = current.node().get("$ref").textValue();
            Optional<ApiSchema> next = step(current.document(), target);
            if (next.isEmpty() || !seen.add(target)) {
                report(reference, target, next.isEmpty(), findings);
                return Optional.empty();
            }
            current = next.get();
        }
        return Optional.of(current);
    }

    /** What stands at {@code #/pointer} of a document, if that is a schema. */
    static Optional<ApiSchema> step(ApiDocument document, String target) {
        if (!target.startsWith("#/")) {
            return Optional.empty();
        }
        try {
            String pointer = URLDecoder.decode(target.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
            return document.at(pointer)
                    .filter(node -> node.isObject() || node.isBoolean())
                    .map(node -> new ApiSchema(document, new SourcePointer(document.name(), pointer), node));
        } catch (IllegalArgumentException notDecodable) {
            return Optional.empty();
        }
    }

    private static void report(ApiSchema reference, String target, boolean missing, Findings findings) {
        String shown = PlainText.cut(PlainText.of(target), 120);
        if (!target.startsWith("#")) {
            findings.reject(
                    "remote-reference",
                    reference.at(),
                    "The reference '" + shown + "' leads out of this document, and nothing is fetched",
                    "Put the schema under components/schemas and refer to it there.");
        } else if (missing) {
            findings.reject(
                    "broken-reference",
                    reference.at(),
                    "The reference '" + shown + "' leads to no schema in this document",
                    "Refer to a component of the same document, such as #/components/schemas/Name.");
        } else {
            findings.reject(
                    "reference-cycle",
                    reference.at(),
                    "The reference '" + shown + "' leads back to itself",
                    "Let one of the schemas in the circle say what it looks like.");
        }
    }
}
