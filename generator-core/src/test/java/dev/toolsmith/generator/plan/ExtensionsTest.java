package dev.toolsmith.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"x-toolsmith-skip: true", "x-mcp: {enabled: false}", "x-mcp: false"})
    void aSkippedOperationIsNoTool(String member) {
        Planning planning = Planning.ofGet(member);

        assertThat(planning.names()).isEmpty();
        assertThat(planning.findings()).isEmpty();
    }

    @Test
    void toolsmithsOwnExtensionsWinOverXMcp() {
        assertThat(Planning.ofGet(
                                "x-toolsmith-skip: false\nx-toolsmith-name: ours\nx-mcp: {enabled: false, name: theirs}")
                        .names())
                .containsExactly("ours");
        assertThat(Planning.ofGet("x-mcp: {name: list-Things}").names()).containsExactly("list_things");
    }

    @Test
    void anUnknownExtensionLeavesOutTheTool() {
        Planning planning = Planning.ofGet("x-toolsmith-nmae: x");

        assertThat(planning.names()).isEmpty();
        assertThat(planning.findings())
                .containsExactly(
                        "error unknown-extension at api.yaml#/paths/~1things/get/x-toolsmith-nmae: Nothing reads"
                                + " 'x-toolsmith-nmae' on an operation\n  Use one of: x-toolsmith-alias, x-toolsmith-arguments, x-toolsmith-hints,"
                                + " x-toolsmith-kind, x-toolsmith-name, x-toolsmith-only-given-texts, x-toolsmith-pagination, x-toolsmith-reads,"
                                + " x-toolsmith-resource, x-toolsmith-scopes, x-toolsmith-scopes-by, x-toolsmith-singular,"
                                + " x-toolsmith-skip, x-toolsmith-specialize, x-toolsmith-tags, x-toolsmith-title.");
    }

    @Test
    void anUnknownMemberLeavesOutTheTool() {
        assertThat(Planning.ofGet("x-toolsmith-hints: {readonly: true}").findings())
                .containsExactly("error unknown-extension at"
                        + " api.yaml#/paths/~1things/get/x-toolsmith-hints/readonly: Nothing reads 'readonly' here\n"
                        + "  Use one of: destructive, idempotent, openWorld, readOnly.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x-toolsmith-name: 5 | /x-toolsmith-name: 'x-toolsmith-name' must be a text that is not empty",
                "x-toolsmith-kind: Not Snake | /x-toolsmith-kind: 'x-toolsmith-kind' must be a snake_case word",
                "x-toolsmith-reads: maybe | /x-toolsmith-reads: 'x-toolsmith-reads' must be true or false",
                "x-toolsmith-tags: a | /x-toolsmith-tags: 'x-toolsmith-tags' must be a list of texts",
                "x-toolsmith-hints: [] | /x-toolsmith-hints: 'x-toolsmith-hints' must be an object",
                "x-toolsmith-alias: [a] | /x-toolsmith-alias: 'x-toolsmith-alias' must be a list of objects",
                "x-toolsmith-alias: [{}] | /x-toolsmith-alias/0: This needs the member 'name'",
                "'x-toolsmith-pagination: {style: pages}' | /x-toolsmith-pagination/style: 'style' must be offset, cursor or none",
                "'x-toolsmith-pagination: {style: cursor, cursor: c}' | /x-toolsmith-pagination: Style cursor needs the member 'nextCursor'",
                "'x-toolsmith-pagination: {style: none, items: data}' | /x-toolsmith-pagination/items: 'items' must be a JSON pointer, empty or beginning with '/'",
                "'x-toolsmith-pagination: {style: none, maxLimit: 0}' | /x-toolsmith-pagination/maxLimit: 'maxLimit' must be a whole number above zero",
                "'x-toolsmith-specialize: {parameter: p}' | /x-toolsmith-specialize: This needs the member 'values' with at least one value",
                "'x-toolsmith-specialize: {parameter: p, values: {a/b: {}}}' | /x-toolsmith-specialize/values/a~1b: 'a/b' can't stand in a path as it is",
            })
    void aMalformedExtensionLeavesOutTheTool(String member, String finding) {
        Planning planning = Planning.ofGet(member);

        assertThat(planning.names()).isEmpty();
        assertThat(planning.findings())
                .containsExactly("error malformed-extension at api.yaml#/paths/~1things/get" + finding
                        + "\n  See the table of extensions in docs/overlay.md.");
    }

    @Test
    void anAliasNeedsALegalName() {
        Planning planning = Planning.ofGet("x-toolsmith-alias: [{name: Not Legal}]");

        assertThat(planning.names()).containsExactly("list_all_app_things");
        assertThat(planning.codes()).containsExactly("illegal-tool-name");
    }

    @Test
    void oneOperationIsReportedOnceHoweverManyToolsItBecomes() {
        Planning planning =
                Planning.ofGet("parameters: [{name: p, in: query, schema: {type: string, pattern: '(?=a)'}}]\n"
                        + "x-toolsmith-alias: [{name: other}, {name: another}]");

        assertThat(planning.names()).hasSize(3);
        assertThat(planning.codes()).containsExactly("unsupported-pattern");
    }
}
