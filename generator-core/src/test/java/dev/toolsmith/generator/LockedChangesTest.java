package dev.toolsmith.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.GeneratorResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which changes of a description need acceptance, and how they are told. */
class LockedChangesTest {

    /** Four operations send what all do, one something else. */
    private static final String SEVERAL_CREDENTIALS = """
            openapi: 3.1.0
            info: {title: Shop, version: "1"}
            servers: [{url: https://shop.example}]
            security: [{k: []}] # all
            components:
              securitySchemes: {k: {type: apiKey, in: header, name: X-Key}, o: {type: http, scheme: bearer}}
            paths:
              /a: {get: {operationId: a, security: [{k: []}], responses: {"200": {description: Done.}}}}
              /b: {get: {operationId: b, responses: {"200": {description: Done.}}}}
              /c: {get: {operationId: c, responses: {"200": {description: Done.}}}}
              /d: {get: {operationId: d, security: [{o: []}], responses: {"200": {description: Done.}}}}
              /z: {get: {operationId: z, responses: {"200": {description: Done.}}}}
            """;

    @TempDir
    private Path folder;

    private LockedShop shop;

    @BeforeEach
    void describe() throws IOException {
        shop = new LockedShop(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "listCarts        | listBaskets | shop.yaml#/paths/~1carts/get: shop_list_carts is now called shop_list_baskets (GET /carts)",
                "'  /find:\n'     | '  /search:\n' | shop.yaml#/paths/~1search/post: shop_find_carts now calls POST /search, it called POST /find",
                "{o: [carts]}], x | {o: [carts, more]}], x | shop.yaml#/paths/~1find/post: shop_find_carts now has scopes carts more, it had scopes carts",
                "reads: true      | reads: false | shop.yaml#/paths/~1find/post: shop_find_carts now changes something",
                "'{url: https://shop.example}' | '{url: https://evil.example}' | tools.lock#: Calls now go to https://evil.example, they went to https://shop.example",
                "/token, scopes | /get, scopes | 'tools.lock#: The API now takes o: oauth2 (clientCredentials) with tokens from https://shop.example/get, it took o: oauth2 (clientCredentials) with tokens from https://shop.example/token'",
                "x-toolsmith-kind: find | x-toolsmith-kind: get | shop.yaml#/paths/~1find/post: shop_find_carts now is of class read, it was of class custom",
            })
    void anUnacceptedChangeFailsAndWritesNothing(String before, String after, String message) throws IOException {
        shop.accept();
        List<String> outputs = shop.outputs();
        byte[] accepted = Files.readAllBytes(shop.lock);
        shop.change(before, after);

        GeneratorResult result = shop.generate();

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(LockedShop.told(result))
                .containsExactly(
                        "error unaccepted-change at " + message,
                        "error tools-not-accepted at tools.lock#: 1 change of shop's tools is not accepted\n"
                                + "  If that is meant, run the same command with -Dtoolsmith.accept and commit the file;"
                                + " if not, take back the description, or keep names by x-toolsmith-name in an overlay");
        assertThat(shop.outputs()).isEqualTo(outputs);
        assertThat(Files.readAllBytes(shop.lock)).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{url: https://shop.example}' | '{url: \"https://{at}.example\", variables: {at: {default: shop, enum: [shop, evil]}}}' | 'tools.lock#: Calls now go to https://{at}.example at = shop of shop, evil, they went to https://shop.example'",
                "'{url: https://shop.example}' | '{url: /v2}' | tools.lock#: Calls now go to /v2, they went to https://shop.example",
                "in: header, name: X-Key  | in: query, name: key      | tools.lock#: The API now takes k: apiKey in the query key; o: http bearer, it took k: apiKey in the header X-Key; o: http bearer",
                "in: header, name: X-Key  | in: header, name: X-Other | tools.lock#: The API now takes k: apiKey in the header X-Other; o: http bearer, it took k: apiKey in the header X-Key; o: http bearer",
                "'a, security: [{k: []}]' | 'a, security: []'         | shop.yaml#/paths/~1a/get: shop_a now sends none, it sent k",
                "'a, security: [{k: []}]' | 'a, security: [{o: []}]'  | shop.yaml#/paths/~1a/get: shop_a now sends o, it sent k",
                "'a, security: [{k: []}]' | 'a, security: [{k: [], o: []}]' | shop.yaml#/paths/~1a/get: shop_a now sends k and o, it sent k",
                "'d, security: [{o: []}]' | 'd, security: [{k: []}]'  | shop.yaml#/paths/~1d/get: shop_d now sends k, it sent o",
                "'security: [{k: []}] # all' | 'security: [{o: []}]' | tools.lock#: Most tools now send o, they sent k",
            })
    void wherePeoplesSecretsGoIsAccepted(String before, String after, String message) throws IOException {
        Files.writeString(shop.spec, SEVERAL_CREDENTIALS);
        shop.accept();
        shop.change(before, after);

        GeneratorResult result = shop.generate();

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(LockedShop.changes(result)).containsExactly("error unaccepted-change at " + message);
        assertThat(LockedShop.changes(shop.accept())).containsExactly("info accepted-change at " + message);
        assertThat(shop.generate().outcome()).isEqualTo(Outcome.UP_TO_DATE);
    }

    @Test
    void anotherUsualCredentialIsNoChangeOfToolsThatSendWhatTheySent() throws IOException {
        Files.writeString(shop.spec, SEVERAL_CREDENTIALS);
        shop.accept();
        assertThat(Files.readString(shop.lock))
                .contains("\"auth\": [[\"k\"]],\n")
                .contains("\"scopes\":[],\"auth\":[[\"o\"]],\"sha256\"")
                .containsOnlyOnce("[[\"o\"]]");
        for (String tool : List.of("e", "f", "g", "h")) {
            shop.change(
                    "paths:\n",
                    "paths:\n  /" + tool + ": {get: {operationId: " + tool
                            + ", security: [{o: []}], responses: {\"200\": {description: Done.}}}}\n");
        }

        assertThat(LockedShop.changes(shop.generate()))
                .filteredOn(message -> !message.contains(" is new "))
                .containsExactly("error unaccepted-change at tools.lock#: Most tools now send o, they sent k");
        shop.accept();
        assertThat(Files.readString(shop.lock)).contains("\"auth\": [[\"o\"]],\n");
        assertThat(shop.generate().outcome()).isEqualTo(Outcome.UP_TO_DATE);
    }

    @Test
    void toolsThatAreGoneAndNewFailUntilTheyAreAccepted() throws IOException {
        shop.accept();
        shop.change("operationId: listCarts", "operationId: listCarts, x-toolsmith-skip: true");
        shop.change(
                "  /find:\n",
                "  /other: {get: {operationId: getOther, description: Gets., tags: [t], security: [{o: []}],"
                        + " responses: {\"200\": {description: Done.}}}}\n  /find:\n");

        assertThat(LockedShop.told(shop.generate()))
                .contains(
                        "error unaccepted-change at tools.lock#: shop_list_carts is gone (GET /carts)",
                        "error unaccepted-change at shop.yaml#/paths/~1other/get: shop_get_other is new (GET /other,"
                                + " reads, no scopes)");
        assertThat(shop.generate().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(LockedShop.told(shop.accept()))
                .contains("info accepted-change at tools.lock#: shop_list_carts is gone (GET /carts)");
        assertThat(shop.generate().outcome()).isEqualTo(Outcome.UP_TO_DATE);
        assertThat(Files.readString(shop.lock)).contains("shop_get_other").doesNotContain("shop_list_carts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Makes one.                 | Makes one more.",
                "'required: [size, place]'  | 'required: [size]'",
                "'enum: [a, b]'             | 'enum: [a, b, c]'",
                "'type: integer, minimum: 1.0' | 'type: integer, minimum: 1.0, not: {const: 7}'",
                "'type: object, required'   | 'type: object, unevaluatedProperties: false, required'",
                "'type: object, required'   | 'type: object, if: {required: [size]}, then: {required: [place]}, required'",
            })
    void textsAndArgumentsMayChangeAndThatIsTold(String before, String after) throws IOException {
        shop.accept();
        byte[] accepted = Files.readAllBytes(shop.lock);
        shop.change(before, after);

        GeneratorResult result = shop.generate();

        assertThat(result.outcome()).isEqualTo(Outcome.GENERATED);
        assertThat(LockedShop.told(result))
                .containsExactly(
                        "info listed-tools-changed at tools.lock#: The texts or arguments of 1 tool have changed"
                                + " since they were accepted: shop_create_cart\n"
                                + "  Read what has changed; -Dtoolsmith.accept records it");
        assertThat(Files.readAllBytes(shop.lock)).isEqualTo(accepted);
        assertThat(shop.generate().outcome()).isEqualTo(Outcome.UP_TO_DATE);
        shop.accept();
        assertThat(Files.readAllBytes(shop.lock)).isNotEqualTo(accepted);
    }

    @Test
    void theOrderOfMembersChangesNothing() throws IOException {
        shop.accept();
        shop.change(
                "required: [size, place], properties: {size: {type: integer, minimum: 1.0}, place: {type: string, enum: [a, b]}}",
                "properties: {place: {enum: [b, a], type: string}, size: {minimum: 1, type: integer}}, required: [place, size]");

        GeneratorResult result = shop.generate();

        assertThat(result.outcome()).isEqualTo(Outcome.GENERATED);
        assertThat(result.diagnostics()).isEmpty();
    }
}
