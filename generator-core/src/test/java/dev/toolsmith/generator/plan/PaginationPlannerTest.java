package dev.toolsmith.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.tool.ArgumentBinding.ServerArgument;
import dev.toolsmith.generator.tool.Pagination;
import dev.toolsmith.generator.tool.Pagination.Style;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaginationPlannerTest {

    private static final String LIST = "{type: object, properties: {data: {type: array, items: {type: string}}}}";

    @Test
    void limitAndOffsetInTheQueryAreFound() {
        ToolModel tool = get(
                "{name: limit, in: query, schema: {type: integer, default: 20, maximum: 50}},"
                        + " {name: offset, in: query, schema: {type: integer}}",
                LIST);

        assertThat(tool.pagination())
                .contains(new Pagination(
                        Style.OFFSET,
                        Optional.of("/data"),
                        Optional.of("limit"),
                        Optional.of("offset"),
                        Optional.empty(),
                        OptionalInt.of(20),
                        OptionalInt.of(50)));
        assertThat(tool.bindings())
                .contains(new ServerArgument("next_cursor"))
                .doesNotContain(new ServerArgument("limit"));
    }

    @Test
    void limitAndOffsetInTheBodyAreFound() {
        ToolModel tool = Planning.of(
                        Planning.operation(
                                "post",
                                "/things/query",
                                "requestBody: {required: true, content:"
                                        + " {application/json: {schema: {type: object, properties: {limit: {type: integer}, offset: {type: integer}}}}}}"))
                .tool();

        assertThat(tool.pagination().orElseThrow().style()).isEqualTo(Style.OFFSET);
        assertThat(tool.bindings()).contains(new ServerArgument("next_cursor"));
    }

    @Test
    void aLimitThatIsDescribedElsewhereIsReadThere() {
        ToolModel tool =
                Planning.of(Planning.operation("get", "/things", """
                                parameters:
                                  - {name: limit, in: query, schema: {$ref: '#/components/schemas/Limit', default: 5}}
                                  - {name: offset, in: query, schema: {$ref: '#/components/schemas/Limit'}}
                                """) + """
                        components:
                          schemas:
                            Limit: {$ref: '#/components/schemas/Count'}
                            Count: {type: number, maximum: 30}
                        """).tool();

        assertThat(tool.pagination().orElseThrow().defaultLimit()).hasValue(5);
        assertThat(tool.pagination().orElseThrow().maxLimit()).hasValue(30);
        assertThat(tool.input().toJson()).contains("integer").doesNotContain("number", "$ref");
    }

    @ParameterizedTest
    @CsvSource({
        "cursor, '{type: object, properties: {data: {type: array}, pagination: {type: object, properties: {next_cursor: {type: string}}}}}', /pagination/next_cursor",
        "page_token, '{type: object, properties: {items: {type: array}, next_page_token: {type: string}}}', /next_page_token",
        "pageToken, '{type: object, properties: {data: {type: array}, meta: {type: object, properties: {nextCursor: {type: string}}}}}', /meta/nextCursor",
    })
    void cursorsAreFoundWhereTheAnswerHasTheNextOne(String parameter, String answer, String pointer) {
        ToolModel tool = get("{name: " + parameter + ", in: query, schema: {type: string}}", answer);

        Pagination pagination = tool.pagination().orElseThrow();
        assertThat(pagination.style()).isEqualTo(Style.CURSOR);
        assertThat(pagination.positionArgument()).contains(parameter);
        assertThat(pagination.nextCursor()).contains(pointer);
        assertThat(pagination.limitArgument()).isEmpty();
        assertThat(tool.bindings()).contains(new ServerArgument("limit"), new ServerArgument("next_cursor"));
    }

    @Test
    void aCursorWithoutANextOneIsNoPaging() {
        ToolModel tool = get("{name: cursor, in: query, schema: {type: string}}", LIST);

        assertThat(tool.pagination().orElseThrow().style()).isEqualTo(Style.NONE);
    }

    @Test
    void aListWithoutPagesGetsTheServersOwn() {
        ToolModel tool = get("", LIST);

        assertThat(tool.pagination())
                .contains(new Pagination(
                        Style.NONE,
                        Optional.of("/data"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty()));
        assertThat(tool.input().node().get("properties").toString())
                .startsWith("{\"limit\":{\"type\":\"integer\",\"minimum\":1,\"description\":\"Most items to return.\"},"
                        + "\"next_cursor\":{\"type\":\"string\",\"description\":\"From the page before.\"},");
        assertThat(tool.bindings()).startsWith(new ServerArgument("limit"), new ServerArgument("next_cursor"));
    }

    @Test
    void anArgumentOfTheApiWins() {
        ToolModel tool = get(
                "{name: next_cursor, in: query, schema: {type: string}}",
                "{type: object, properties: {data: {type: array}, next_cursor: {type: string}}}");

        assertThat(tool.bindings())
                .contains(new ServerArgument("limit"))
                .doesNotContain(new ServerArgument("next_cursor"));
        assertThat(tool.pagination().orElseThrow().positionArgument()).contains("next_cursor");
    }

    @ParameterizedTest
    @CsvSource({
        "'{type: array, items: {type: string}}', ''",
        "'{type: object, properties: {count: {type: integer}, results: {type: array}, warnings: {type: array}}}', /results",
        "'{type: object, properties: {widgets: {type: array}}}', /widgets",
        "'{allOf: [{type: object, properties: {total: {type: integer}}}, {type: object, properties: {items: {type: array}}}]}', /items",
    })
    void itemsAreTheArrayOfTheAnswer(String answer, String pointer) {
        assertThat(get("", answer).pagination().orElseThrow().items()).contains(pointer);
    }

    @Test
    void anAnswerThatIsNoListHasNoPages() {
        ToolModel tool = get("", "{type: object, properties: {name: {type: string}}}");

        assertThat(tool.pagination()).isEmpty();
        assertThat(tool.bindings()).doesNotContain(new ServerArgument("limit"), new ServerArgument("next_cursor"));
    }

    @Test
    void aPageSizeIsBoundedByTheLargestThatTheOverlayKnows() {
        ToolModel tool = Planning.of(Planning.operation("get", "/things", """
                        x-toolsmith-pagination: {style: offset, limit: limit, offset: offset, maxLimit: 50}
                        parameters:
                          - {name: limit, in: query, schema: {type: integer}}
                          - {name: offset, in: query, schema: {type: integer}}
                        """)).tool();

        assertThat(tool.input().node().at("/properties/limit/maximum").asInt()).isEqualTo(50);
        assertThat(tool.listed().node().at("/properties/limit").toString()).isEqualTo("{\"type\":\"integer\"}");
    }

    @Test
    void aListOfWhichNoAnswerIsDocumentedHasPages() {
        assertThat(Planning.ofGet("x-toolsmith-kind: list").tool().bindings())
                .contains(new ServerArgument("limit"), new ServerArgument("next_cursor"));
    }

    @Test
    void toolsThatAreNoListsPageOnlyWhereTheOperationDoes() {
        assertThat(Planning.ofGet("x-toolsmith-kind: get").tool().pagination()).isEmpty();
        assertThat(Planning.ofGet(
                                "x-toolsmith-kind: stars\nparameters: [{name: limit, in: query, schema: {type: integer}},"
                                        + " {name: offset, in: query, schema: {type: integer}}]")
                        .tool()
                        .pagination())
                .isPresent();
    }

    @Test
    void theOverlaySaysHowAnOperationPages() {
        ToolModel tool = Planning.ofGet("x-toolsmith-pagination: {style: cursor, items: /x, limit: size, cursor: from,"
                        + " nextCursor: /next, defaultLimit: 5, maxLimit: 9}\n"
                        + "parameters: [{name: size, in: query, schema: {type: integer}},"
                        + " {name: from, in: query, x-toolsmith-argument: start, schema: {type: string}}]")
                .tool();

        assertThat(tool.pagination())
                .contains(new Pagination(
                        Style.CURSOR,
                        Optional.of("/x"),
                        Optional.of("size"),
                        Optional.of("start"),
                        Optional.of("/next"),
                        OptionalInt.of(5),
                        OptionalInt.of(9)));
        assertThat(tool.input().node().at("/properties/limit/maximum").asInt()).isEqualTo(9);
    }

    @Test
    void pagingByAnArgumentThatIsNotThereLeavesOutTheTool() {
        Planning planning = Planning.ofGet("x-toolsmith-pagination: {style: offset, offset: skip}");

        assertThat(planning.names()).isEmpty();
        assertThat(planning.findings())
                .containsExactly("error unknown-pagination-argument at"
                        + " api.yaml#/paths/~1things/get/x-toolsmith-pagination/offset: The operation has no query"
                        + " parameter and no property of the body 'skip'\n"
                        + "  Name one that it has, or use style none.");
    }

    private static ToolModel get(String parameters, String answer) {
        return Planning.of("""
                paths:
                  /things:
                    get:
                      description: Lists them.
                      parameters: [%s]
                      responses: {'200': {description: Good., content: {application/json: {schema: %s}}}}
                """.formatted(parameters, answer)).tool();
    }
}
