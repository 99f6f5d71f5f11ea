package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.toolsmith.generator.api.ApiOperation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the {@code x-toolsmith-*} members and {@code x-mcp} of an operation say. */
record Extensions(
        Optional<String> name,
        Optional<String> resource,
        Optional<String> singular,
        Optional<String> kind,
        Optional<Boolean> reads,
        Optional<String> title,
        Optional<String> description,
        HintOverrides hints,
        Optional<List<String>> tags,
        Optional<List<String>> scopes,
        Optional<ScopesBy> scopesBy,
        Optional<PaginationRequest> pagination,
        Optional<Specialisation> specialisation,
        List<Alias> aliases,
        boolean skip) {

    private static final String OURS = "x-toolsmith-";
    private static final List<String> KNOWN = List.of(
            "alias",
            "arguments",
            "hints",
            "kind",
            "name",
            "only-given-texts",
            "pagination",
            "reads",
            "resource",
            "scopes",
            "scopes-by",
            "singular",
            "skip",
            "specialize",
            "tags",
            "title");

    /** Scopes that depend on a path parameter's value, sorted by value. */
    record ScopesBy(String parameter, Map<String, List<String>> values) {
        static ScopesBy of(Members members) {
            members.only("parameter", "values");
            return new ScopesBy(
                    members.requiredText("parameter"),
                    members.object("values").map(Members::eachTexts).orElse(Map.of()));
        }
    }

    static Extensions of(ApiOperation operation, Findings findings) {
        Members ours = new Members(operation.extensions(), operation.at(), findings);
        reportUnknown(ours, operation, findings);
        Optional<Members> mcp = mcpOf(operation, findings);
        Optional<Members> annotations = mcp.flatMap(members -> members.object("annotations"));
        return new Extensions(
                ours.text(OURS + "name")
                        .or(() -> mcp.flatMap(members -> members.text("name").map(SnakeCase::of))),
                word(ours, "resource"),
                word(ours, "singular"),
                word(ours, "kind"),
                ours.flag(OURS + "reads"),
                ours.text(OURS + "title")
                        .or(() -> mcp.flatMap(members -> members.text("title")))
                        .or(() -> annotations.flatMap(members -> members.text("title"))),
                mcp.flatMap(members -> members.text("description")),
                ours.object(OURS + "hints")
                        .map(HintOverrides::of)
                        .orElse(HintOverrides.NONE)
                        .orElse(annotations.map(HintOverrides::ofAnnotations).orElse(HintOverrides.NONE)),
                ours.texts(OURS + "tags").filter(tags -> !tags.isEmpty()),
                ours.texts(OURS + "scopes"),
                ours.object(OURS + "scopes-by").map(ScopesBy::of),
                ours.object(OURS + "pagination").map(PaginationRequest::of),
                ours.object(OURS + "specialize").map(Specialisation::of),
                ours.objects(OURS + "alias").stream().map(Alias::of).toList(),
                ours.flag(OURS + "skip").orElseGet(() -> mcpSkips(operation, mcp)));
    }

    private static Optional<String> word(Members ours, String name) {
        Optional<String> text = ours.text(OURS + name);
        if (text.isPresent() && !text.get().matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")) {
            ours.malformed(ours.at().member(OURS + name), "'" + OURS + name + "' must be a snake_case word");
            return Optional.empty();
        }
        return text;
    }

    private static Optional<Members> mcpOf(ApiOperation operation, Findings findings) {
        JsonNode node = operation.extensions().get("x-mcp");
        if (node == null || node.isBoolean()) {
            return Optional.empty();
        }
        return new Members(operation.extensions(), operation.at(), findings).object("x-mcp");
    }

    private static boolean mcpSkips(ApiOperation operation, Optional<Members> mcp) {
        JsonNode node = operation.extensions().path("x-mcp");
        boolean switchedOff = node.isBoolean() && node.equals(JsonNodeFactory.instance.booleanNode(false));
        return switchedOff
                || mcp.flatMap(members -> members.flag("enabled"))
                        .map(enabled -> !enabled)
                        .orElse(false);
    }

    private static void reportUnknown(Members ours, ApiOperation operation, Findings findings) {
        for (String name : ours.names()) {
            if (name.startsWith(OURS) && !KNOWN.contains(name.substring(OURS.length()))) {
                findings.reject(
                        "unknown-extension",
                        operation.at().member(name),
                        "Nothing reads '" + name + "' on an operation",
                        "Use one of: " + OURS + String.join(", " + OURS, KNOWN) + ".");
            }
        }
    }
}
