package dev.toolsmith.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.tool.ScopesByParameter;
import dev.toolsmith.generator.tool.ToolClass;
import dev.toolsmith.generator.tool.ToolHints;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kind, class, reads, hints and scopes. */
class ToolSemanticsTest {

    private static final String OAUTH = """
            components:
              securitySchemes:
                oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example', scopes: {'a:read': A, 'b:read': B, 'a:write': C}}}}
            """;

    @ParameterizedTest
    @CsvSource({
        "get, /things, true, true, false, true",
        "get, '/things/{id}', true, true, false, true",
        "post, /things, false, false, false, false",
        "put, /things, false, false, false, true",
        "put, '/things/{id}', false, false, true, true",
        "patch, '/things/{id}', false, false, false, false",
        "delete, '/things/{id}', false, false, true, true",
    })
    void hintsFollowTheMethod(
            String method, String path, boolean reads, boolean readOnly, boolean destructive, boolean idempotent) {
        var tool = Planning.of(Planning.operation(method, path, path.endsWith("}") ? ID : ""))
                .tool();

        assertThat(tool.reads()).isEqualTo(reads);
        assertThat(tool.hints()).isEqualTo(new ToolHints(readOnly, destructive, idempotent, false));
    }

    private static final String ID = "parameters: [{name: id, in: path, required: true, schema: {type: string}}]";

    @Test
    void theOverlayOverridesEachHintAlone() {
        var tool = Planning.ofPost("x-toolsmith-hints: {openWorld: true}\n"
                        + "x-mcp: {annotations: {destructiveHint: true, openWorldHint: false}}")
                .tool();

        assertThat(tool.hints()).isEqualTo(new ToolHints(false, true, false, true));
    }

    @Test
    void aCustomKindThatReplacesIsDestructive() {
        assertThat(Planning.ofPost("x-toolsmith-kind: merge").tool().hints().destructive())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"list, READ", "get, READ", "create, WRITE", "update, WRITE", "delete, WRITE", "assert, CUSTOM"})
    void theClassFollowsTheKind(String kind, ToolClass expected) {
        assertThat(Planning.ofPost("x-toolsmith-kind: " + kind).tool().toolClass())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/things/query, 'a:read, b:read', true",
        "/things/search, a:read, true",
        "/things/query, 'a:read, a:write', false",
        "/things/query, '', false",
        "/things, a:read, false",
    })
    void aPostReadsWhenItQueriesAndNeedsReadingScopesAlone(String path, String scopes, boolean reads) {
        String needed = scopes.isEmpty() ? "[]" : "['" + scopes.replace(", ", "', '") + "']";
        var tool = Planning.of(OAUTH + Planning.operation("post", path, "security: [{oauth: " + needed + "}]"))
                .tool();

        assertThat(tool.reads()).isEqualTo(reads);
        assertThat(tool.hints().readOnly()).isEqualTo(reads);
        assertThat(tool.hints().idempotent()).isEqualTo(reads);
    }

    @Test
    void theOverlaySaysWhetherAnOperationReads() {
        assertThat(Planning.ofPost("x-toolsmith-reads: true").tool().reads()).isTrue();
        assertThat(Planning.ofGet("x-toolsmith-reads: false").tool().reads()).isFalse();
    }

    @Test
    void theFirstAlternativeGivesTheScopesSorted() {
        var tool = Planning.of(OAUTH
                        + Planning.operation(
                                "post",
                                "/things",
                                "security: [{oauth: ['b:read', 'a:write', 'b:read']}, {oauth: ['a:read']}]"))
                .tool();

        assertThat(tool.scopes()).containsExactly("a:write", "b:read");
        assertThat(tool.scopesKnown()).isTrue();
    }

    @Test
    void aWriteWithoutScopesIsReportedWhereOthersHaveSome() {
        Planning planning = Planning.of(OAUTH
                + Planning.operation("post", "/things", "security: [{oauth: []}]")
                + Planning.operation("get", "/others", "security: [{oauth: ['a:read']}]")
                        .substring("paths:\n".length()));

        assertThat(planning.tool("create_a_app_thing").scopesKnown()).isFalse();
        assertThat(planning.tool("list_all_app_others").scopesKnown()).isTrue();
        assertThat(planning.findings())
                .containsExactly("warning write-without-scopes at api.yaml#/paths/~1things/post: POST /things changes"
                        + " something but names no scopes, although other operations do\n"
                        + "  Name the scopes with x-toolsmith-scopes; a hosted server refuses the tool until then.");
    }

    @Test
    void whereNobodyUsesScopesTheyAreKnownToBeNone() {
        Planning planning = Planning.ofPost("");

        assertThat(planning.tool().scopesKnown()).isTrue();
        assertThat(planning.findings()).isEmpty();
    }

    @Test
    void theOverlaySettlesTheScopesEvenAsNone() {
        Planning planning = Planning.of(OAUTH
                + Planning.operation("post", "/things", "security: [{oauth: []}]\nx-toolsmith-scopes: []")
                + Planning.operation("get", "/others", "security: [{oauth: ['a:read']}]")
                        .substring("paths:\n".length()));

        assertThat(planning.tool("create_a_app_thing").scopesKnown()).isTrue();
        assertThat(planning.findings()).isEmpty();
    }

    @Test
    void scopesMayDependOnAPathParameter() {
        var tool = Planning.of(Planning.operation("get", "/{target}/x", """
                        x-toolsmith-scopes-by: {parameter: target, values: {lists: ['l:read'], objects: ['o:read', 'c:read']}}
                        parameters:
                          - {name: target, in: path, required: true, x-toolsmith-argument: kind, schema: {enum: [lists, objects]}}
                        """)).tool();

        assertThat(tool.scopes()).containsExactly("c:read", "l:read", "o:read");
        assertThat(tool.scopesBy())
                .contains(new ScopesByParameter(
                        "kind", Map.of("lists", List.of("l:read"), "objects", List.of("o:read", "c:read"))));
    }

    @Test
    void scopesByAnUnknownParameterLeaveOutTheTool() {
        Planning planning = Planning.ofGet("x-toolsmith-scopes-by: {parameter: target, values: {a: [b]}}");

        assertThat(planning.names()).isEmpty();
        assertThat(planning.findings())
                .containsExactly("error unknown-scopes-parameter at"
                        + " api.yaml#/paths/~1things/get/x-toolsmith-scopes-by/parameter: The path /things has no"
                        + " parameter 'target'\n  Name one of the path's parameters.");
    }
}
