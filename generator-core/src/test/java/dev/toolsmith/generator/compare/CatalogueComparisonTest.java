package dev.toolsmith.generator.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.toolsmith.generator.CatalogueRequest;
import dev.toolsmith.generator.ToolGenerator;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CatalogueComparisonTest {

    private static final String SHOP = """
            openapi: 3.1.0
            info: {title: Shop, version: '1'}
            servers: [{url: https://api.example.com}]
            paths:
              /carts/{cart}/items:
                get:
                  operationId: listItems
                  description: List items.
                  parameters:
                    - {name: cart, in: path, required: true, schema: {type: string}}
                    - {name: colour, in: query, schema: {type: string}}
                    - {name: size, in: query, schema: {type: integer}}
                  responses:
                    '200': {description: Good., content: {application/json: {schema: {type: object, properties: {items: {type: array}}}}}}
              /orders:
                post:
                  operationId: createOrder
                  description: Order it.
                  requestBody:
                    content: {application/json: {schema: {type: object, required: [cart], properties: {cart: {type: string}}}}}
                  responses: {'201': {description: Good.}}
            """;

    private static final String PAY = """
            parameters: [{name: invoice, in: path, required: true, schema: {type: string}}]
                  description: Pay it.""";

    @TempDir
    private Path folder;

    @Test
    void theSameHasNoChanges() throws IOException {
        CatalogueDiff diff = diff(SHOP, SHOP);

        assertThat(diff.changes()).isEmpty();
        assertThat(diff.worst()).isEmpty();
        assertThat(diff.before()).isEqualTo("Shop 1");
    }

    @Test
    void theSameOperationUnderAnotherNameIsRenamedForSure() throws IOException {
        Change change = only(diff(SHOP, SHOP.replace("listItems", "findProducts")), ChangeKind.TOOL_RENAMED);

        assertThat(change.level()).isEqualTo(Level.BREAKING);
        assertThat(change.before()).isEqualTo("shop_list_items");
        assertThat(change.tool()).isEqualTo("shop_find_products");
        assertThat(change.message())
                .isEqualTo("shop_list_items is called shop_find_products now (GET /carts/{cart}/items).");
    }

    @Test
    void aLikeOperationAtAnotherPathIsProbablyRenamed() throws IOException {
        String moved =
                SHOP.replace("/carts/{cart}/items", "/v2/carts/{cart}/items").replace("listItems", "listCartItems");

        CatalogueDiff diff = diff(SHOP, moved);

        assertThat(only(diff, ChangeKind.TOOL_RENAMED).message())
                .isEqualTo("shop_list_items is probably called shop_list_cart_items now"
                        + " (GET /carts/{cart}/items before, GET /v2/carts/{cart}/items now).");
        assertThat(diff.changes())
                .extracting(Change::kind)
                .doesNotContain(ChangeKind.TOOL_REMOVED, ChangeKind.TOOL_ADDED);
    }

    @Test
    void anUnlikeOperationIsNotTakenForARenamedOne() throws IOException {
        String other = SHOP.replace("/orders", "/invoices/{invoice}/pay")
                .replace("createOrder", "payInvoice")
                .replace("required: [cart], properties: {cart:", "properties: {amount:")
                .replace("description: Order it.", PAY);

        assertThat(diff(SHOP, other).changes())
                .extracting(Change::kind)
                .containsExactly(ChangeKind.TOOL_REMOVED, ChangeKind.TOOL_ADDED);
    }

    @Test
    void placesAreComparedOnlyWhereBothSidesTellThem() throws IOException {
        ToolCatalog before = catalogue(SHOP);
        ToolCatalog after = catalogue(SHOP.replace("name: colour, in: query", "name: colour, in: header"));

        assertThat(only(CatalogueComparison.between(before, after), ChangeKind.REQUEST_CHANGED)
                        .argument())
                .isEqualTo("/colour");
        assertThat(CatalogueComparison.between(readBack(before), after).changes())
                .isEmpty();
    }

    @Test
    void aBaseUrlThatGetsVariablesIsAChangeOfAllTools() throws IOException {
        String regions = SHOP.replace(
                "{url: https://api.example.com}",
                "{url: 'https://{host}.example.com', variables: {host: {default: api, enum: [api, eu]}}}");

        Change change = only(diff(SHOP, regions), ChangeKind.BASE_URL_CHANGED);

        assertThat(change.level()).isEqualTo(Level.RISKY);
        assertThat(change.tool()).isEmpty();
        assertThat(change.after()).isEqualTo("https://{host}.example.com host = api of api, eu");
    }

    @Test
    void aChangeInTheBodyPointsAtTheBody() throws IOException {
        Change change = only(
                diff(SHOP, SHOP.replace("properties: {cart: {type: string}", "properties: {cart: {type: integer}")),
                ChangeKind.ARGUMENT_CHANGED);

        assertThat(change.argument()).isEqualTo("/cart");
        assertThat(change.at().orElseThrow().pointer()).isEqualTo("/paths/~1orders/post/requestBody");
        assertThat(change.message())
                .isEqualTo("shop_create_order: the argument /cart takes other values: integer; before: string.");
    }

    @Test
    void aBodyThatBecameRequiredIsToldByItsProperties() throws IOException {
        assertThat(diff(SHOP, SHOP.replace("requestBody:\n", "requestBody:\n        required: true\n"))
                        .changes())
                .extracting(Change::kind, Change::argument)
                .containsExactly(tuple(ChangeKind.ARGUMENT_NEWLY_REQUIRED, "/cart"));
    }

    @Test
    void pathParametersThatTradePlacesAreTold() throws IOException {
        String merge = """
                openapi: 3.1.0
                info: {title: Shop, version: '1'}
                paths:
                  /users/{source}/merge/{target}:
                    post:
                      operationId: mergeUsers
                      parameters:
                        - {name: source, in: path, required: true, schema: {type: string}}
                        - {name: target, in: path, required: true, schema: {type: string}}
                      responses: {'204': {description: Done.}}
                """;

        CatalogueDiff diff =
                diff(merge, merge.replace("/users/{source}/merge/{target}", "/users/{target}/merge/{source}"));

        assertThat(diff.changes())
                .filteredOn(change -> change.level() != Level.TEXT_ONLY)
                .extracting(Change::level, Change::kind, Change::argument, Change::before, Change::after)
                .containsExactlyInAnyOrder(
                        tuple(
                                Level.RISKY,
                                ChangeKind.REQUEST_CHANGED,
                                "/source",
                                "path parameter 1 (simple)",
                                "path parameter 2 (simple)"),
                        tuple(
                                Level.RISKY,
                                ChangeKind.REQUEST_CHANGED,
                                "/target",
                                "path parameter 2 (simple)",
                                "path parameter 1 (simple)"));
    }

    @Test
    void theOnlyJsonAnswerThatBecomesAnotherTypeIsTold() throws IOException {
        Change change = only(
                diff(
                        SHOP,
                        SHOP.replace(
                                "application/json: {schema: {type: object, properties: {items",
                                "text/csv: {schema: {type: object, properties: {items")),
                ChangeKind.ANSWER_CHANGED);

        assertThat(change.level()).isEqualTo(Level.RISKY);
        assertThat(change.message()).contains("is not described any more");
    }

    @Test
    @Timeout(60)
    void schemasOfIllWillAreComparedToo() throws IOException {
        String enumeration = "type: string, enum: [" + "ab".repeat(20_000) + ", a]";
        String members = "type: object, properties: {" + "ab".repeat(500) + ": {type: string}}";
        List<String> schemas = List.of(
                "{type: number, multipleOf: 0}",
                "{type: number, multipleOf: -1}",
                "{type: number, multipleOf: 5}",
                "{type: number, enum: [5, 10]}",
                "{type: string, pattern: '^(a|b)*$'}",
                "{type: string, pattern: '^(?=a)(a|b)*$'}",
                "{type: string, pattern: '^(((a{0,1000}){0,1000}){0,1000})$'}",
                "{" + enumeration + "}",
                "{" + members + "}",
                "{type: object, patternProperties: {'^(a|b)*$': {type: integer}}, additionalProperties: false}",
                "{type: object, patternProperties: {'(': {type: integer}}}");
        for (String before : schemas) {
            for (String after : schemas) {
                CatalogueDiff diff = CatalogueComparison.between(taking(before), taking(after));

                if (before.equals(after)) {
                    assertThat(diff.changes()).isEmpty();
                } else if (!type(before).equals(type(after))) {
                    assertThat(diff.worst()).contains(Level.BREAKING);
                }
            }
        }
    }

    private static String type(String schema) {
        return schema.substring(0, schema.indexOf(','));
    }

    private ToolCatalog taking(String schema) throws IOException {
        return catalogue(SHOP.replace(
                        "schema: {type: object, required: [cart], properties: {cart: {type: string}}}",
                        "schema: {type: object, properties: {cart: " + schema + "}}")
                .replace("{type: object, properties: {items: {type: array}}}", schema));
    }

    private static Change only(CatalogueDiff diff, ChangeKind kind) {
        assertThat(diff.changes()).filteredOn(change -> change.kind() == kind).hasSize(1);
        return diff.changes().stream()
                .filter(change -> change.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private CatalogueDiff diff(String before, String after) throws IOException {
        return CatalogueComparison.between(catalogue(before), catalogue(after));
    }

    private ToolCatalog catalogue(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("shop.yaml"), text);
        return ToolGenerator.catalogue(CatalogueRequest.of(file, "shop", "operationId"))
                .catalogue()
                .orElseThrow();
    }

    /** As a catalogue is that was read from generated files. */
    private static ToolCatalog readBack(ToolCatalog catalogue) {
        return new ToolCatalog(
                catalogue.app(),
                catalogue.title(),
                catalogue.version(),
                catalogue.sha256(),
                catalogue.server(),
                catalogue.securitySchemes(),
                catalogue.tools().stream()
                        .map(CatalogueComparisonTest::withoutPlaces)
                        .toList(),
                false);
    }

    private static ToolModel withoutPlaces(ToolModel tool) {
        return new ToolModel(
                tool.name(),
                tool.title(),
                tool.description(),
                tool.httpMethod(),
                tool.path(),
                tool.kind(),
                tool.reads(),
                tool.tags(),
                tool.scopes(),
                tool.scopesKnown(),
                tool.scopesBy(),
                tool.auth(),
                tool.hints(),
                tool.pagination(),
                List.of(),
                Optional.empty(),
                tool.input(),
                tool.listed(),
                tool.output(),
                tool.at());
    }
}
