package dev.toolsmith.generator.report;

import static dev.toolsmith.generator.report.BundleManifest.optional;
import static dev.toolsmith.generator.report.BundleManifest.text;
import static dev.toolsmith.generator.report.BundleManifest.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.tool.JsonSchema;
import dev.toolsmith.generator.tool.Pagination;
import dev.toolsmith.generator.tool.ScopesByParameter;
import dev.toolsmith.generator.tool.ToolHints;
import dev.toolsmith.generator.tool.ToolModel;
import dev.toolsmith.generator.tool.ToolName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What a bundle has of one tool.
 *
 * @param row its row of the index
 * @param listed what is listed of it
 * @param input its exact input schema
 * @param output the schema of its answer, where there is one
 */
record BundleTool(JsonNode row, JsonNode listed, ObjectNode input, Optional<ObjectNode> output) {

    /** The parts put together; {@link IllegalArgumentException} when they are no tool. */
    ToolModel model(BundleManifest manifest, SourcePointer at) {
        if (!(listed.path("inputSchema") instanceof ObjectNode shown)) {
            throw new IllegalArgumentException(row.path("name").asText() + " has no inputSchema");
        }
        return new ToolModel(
                new ToolName(text(row, "name")),
                listed.path("title").asText(""),
                listed.path("description").asText(""),
                text(row, "method"),
                text(row, "path"),
                text(row, "kind"),
                row.path("reads").asBoolean(false),
                texts(row.path("tags")),
                texts(row.path("scopes")),
                row.path("scopesKnown").asBoolean(false),
                scopesBy(row.path("scopesBy")),
                BundleManifest.alternatives(row.path("auth")).or(manifest::auth),
                hints(listed.path("annotations")),
                pagination(row.path("pagination")),
                List.of(),
                Optional.empty(),
                new JsonSchema(input),
                new JsonSchema(shown),
                output.map(JsonSchema::new),
                at);
    }

    private static Optional<ScopesByParameter> scopesBy(JsonNode scopesBy) {
        if (!scopesBy.isObject()) {
            return Optional.empty();
        }
        Map<String, List<String>> byValue = new TreeMap<>();
        scopesBy.path("scopes").properties().forEach(each -> byValue.put(each.getKey(), texts(each.getValue())));
        return Optional.of(new ScopesByParameter(text(scopesBy, "argument"), byValue));
    }

    private static ToolHints hints(JsonNode annotations) {
        return new ToolHints(
                annotations.path("readOnlyHint").asBoolean(false),
                annotations.path("destructiveHint").asBoolean(true),
                annotations.path("idempotentHint").asBoolean(false),
                annotations.path("openWorldHint").asBoolean(true));
    }

    private static Optional<Pagination> pagination(JsonNode row) {
        if (!row.isObject()) {
            return Optional.empty();
        }
        return Optional.of(new Pagination(
                Pagination.Style.valueOf(text(row, "style").toUpperCase(Locale.ROOT)),
                optional(row, "items"),
                optional(row, "limit"),
                optional(row, "position"),
                optional(row, "nextCursor"),
                number(row.path("defaultLimit")),
                number(row.path("maxLimit"))));
    }

    private static OptionalInt number(JsonNode number) {
        return number.isInt() ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
    }
}
