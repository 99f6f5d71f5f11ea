package dev.toolsmith.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.GeneratorResult.Outcome;
import dev.toolsmith.generator.diagnose.Diagnostic;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.lock.ToolsLock;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.write.OutputFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolsLockTest {

    private static final String THREE_TOOLS = """
            openapi: 3.1.0
            info: {title: Shop, version: "1"}
            servers: [{url: https://shop.example}]
            components:
              securitySchemes: {o: {type: oauth2, flows: {clientCredentials: {tokenUrl: https://shop.example/token, scopes: {carts: Carts, more: More}}}}}
            paths:
              /carts:
                get: {operationId: listCarts, description: Lists., tags: [t], security: [{o: [carts]}], responses: {"200": {description: Done.}}}
                post: {operationId: createCart, description: Makes one., tags: [t], security: [{o: [carts]}], requestBody: {content: {application/json: {schema: {type: object, required: [size, place], properties: {size: {type: integer, minimum: 1.0}, place: {type: string, enum: [a, b]}}}}}}, responses: {"200": {description: Done.}}}
              /find:
                post: {operationId: findCarts, description: Finds., tags: [t], security: [{o: [carts]}], x-toolsmith-reads: true, x-toolsmith-kind: find, responses: {"200": {description: Done.}}}
            """;

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

    private Path spec;
    private Path lock;

    @BeforeEach
    void describeThreeTools() throws IOException {
        spec = Files.writeString(folder.resolve("shop.yaml"), THREE_TOOLS);
        lock = folder.resolve("tools.lock");
    }

    @Test
    void acceptingWritesOneToolALine() throws IOException {
        GeneratorResult result = accept();

        assertThat(told(result))
                .containsExactly("info tools-accepted at tools.lock#: The file now has 3 tools of shop\n"
                        + "  Review the change of the file and commit it");
        assertThat(Files.readString(lock).replaceAll("[0-9a-f]{64}", "HASH")).isEqualTo("""
                {
                "about": "The tools that were accepted. Written by toolsmith:generate -Dtoolsmith.accept",
                "format": 1,
                "apps": {
                "shop": {
                "server": "https://shop.example",
                "credentials": ["o: oauth2 (clientCredentials) with tokens from https://shop.example/token"],
                "auth": [["o"]],
                "tools": [
                {"name":"shop_create_cart","operation":"POST /carts","class":"write","reads":false,"scopes":["carts"],"sha256":"HASH"},
                {"name":"shop_find_carts","operation":"POST /find","class":"custom","reads":true,"scopes":["carts"],"sha256":"HASH"},
                {"name":"shop_list_carts","operation":"GET /carts","class":"read","reads":true,"scopes":["carts"],"sha256":"HASH"}
                ]
                }
                }
                }
                """);
    }

    @Test
    void withoutALockTheBuildGoesOnAndSaysHowToMakeOne() {
        GeneratorResult result = generate();

        assertThat(result.outcome()).isEqualTo(Outcome.GENERATED);
        assertThat(told(result))
                .containsExactly(
                        "info no-tools-lock at tools.lock#: There is no such file, so the tools may change with"
                                + " the description and nobody is asked\n"
                                + "  Run once with -Dtoolsmith.accept and commit the file");
        assertThat(lock).doesNotExist();
        assertThat(generate().outcome()).isEqualTo(Outcome.UP_TO_DATE);
    }

    @Test
    void whatWasAcceptedIsGeneratedAndThenUpToDate() throws IOException {
        accept();

        assertThat(generate().outcome()).isEqualTo(Outcome.UP_TO_DATE);
        Files.delete(folder.resolve("java/com/shop/ShopListCarts.java"));
        GeneratorResult again = generate();
        assertThat(again.outcome()).isEqualTo(Outcome.GENERATED);
        assertThat(again.diagnostics()).isEmpty();
    }

    @Test
    void argumentsThatAServerAddsToAnyApiNeedNoAcceptance() throws IOException {
        accept();
        change(
                "security: [{o: [carts]}], responses: {\"200\": {description: Done.}}",
                "security: [{o: [carts]}], responses: {\"200\": {description: Done., content: {application/json: {schema: {type: array}}}}}");

        GeneratorResult result = generate();

        assertThat(result.outcome()).isEqualTo(Outcome.GENERATED);
        assertThat(told(result)).isEmpty();
        assertThat(Files.readString(folder.resolve("resources/META-INF/toolsmith/shop/index.json")))
                .contains("\"server\":[\"fields\",\"view\"]");
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
        accept();
        List<String> outputs = outputs();
        byte[] accepted = Files.readAllBytes(lock);
        change(before, after);

        GeneratorResult result = generate();

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(told(result))
                .containsExactly(
                        "error unaccepted-change at " + message,
                        "error tools-not-accepted at tools.lock#: 1 change of shop's tools is not accepted\n"
                                + "  If that is meant, run the same command with -Dtoolsmith.accept and commit the file;"
                                + " if not, take back the description, or keep names by x-toolsmith-name in an overlay");
        assertThat(outputs()).isEqualTo(outputs);
        assertThat(Files.readAllBytes(lock)).isEqualTo(accepted);
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
        Files.writeString(spec, SEVERAL_CREDENTIALS);
        accept();
        change(before, after);

        GeneratorResult result = generate();

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(changes(result)).containsExactly("error unaccepted-change at " + message);
        assertThat(changes(accept())).containsExactly("info accepted-change at " + message);
        assertThat(generate().outcome()).isEqualTo(Outcome.UP_TO_DATE);
    }

    @Test
    void anotherUsualCredentialIsNoChangeOfToolsThatSendWhatTheySent() throws IOException {
        Files.writeString(spec, SEVERAL_CREDENTIALS);
        accept();
        assertThat(Files.readString(lock))
                .contains("\"auth\": [[\"k\"]],\n")
                .contains("\"scopes\":[],\"auth\":[[\"o\"]],\"sha256\"")
                .containsOnlyOnce("[[\"o\"]]");
        for (String tool : List.of("e", "f", "g", "h")) {
            change(
                    "paths:\n",
                    "paths:\n  /" + tool + ": {get: {operationId: " + tool
                            + ", security: [{o: []}], responses: {\"200\": {description: Done.}}}}\n");
        }

        assertThat(changes(generate()))
                .filteredOn(message -> !message.contains(" is new "))
                .containsExactly("error unaccepted-change at tools.lock#: Most tools now send o, they sent k");
        accept();
        assertThat(Files.readString(lock)).contains("\"auth\": [[\"o\"]],\n");
        assertThat(generate().outcome()).isEqualTo(Outcome.UP_TO_DATE);
    }

    @Test
    void toolsThatAreGoneAndNewFailUntilTheyAreAccepted() throws IOException {
        accept();
        change("operationId: listCarts", "operationId: listCarts, x-toolsmith-skip: true");
        change(
                "  /find:\n",
                "  /other: {get: {operationId: getOther, description: Gets., tags: [t], security: [{o: []}],"
                        + " responses: {\"200\": {description: Done.}}}}\n  /find:\n");

        assertThat(told(generate()))
                .contains(
                        "error unaccepted-change at tools.lock#: shop_list_carts is gone (GET /carts)",
                        "error unaccepted-change at shop.yaml#/paths/~1other/get: shop_get_other is new (GET /other,"
                                + " reads, no scopes)");
        assertThat(generate().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(told(accept()))
                .contains("info accepted-change at tools.lock#: shop_list_carts is gone (GET /carts)");
        assertThat(generate().outcome()).isEqualTo(Outcome.UP_TO_DATE);
        assertThat(Files.readString(lock)).contains("shop_get_other").doesNotContain("shop_list_carts");
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
        accept();
        byte[] accepted = Files.readAllBytes(lock);
        change(before, after);

        GeneratorResult result = generate();

        assertThat(result.outcome()).isEqualTo(Outcome.GENERATED);
        assertThat(told(result))
                .containsExactly(
                        "info listed-tools-changed at tools.lock#: The texts or arguments of 1 tool have changed"
                                + " since they were accepted: shop_create_cart\n"
                                + "  Read what has changed; -Dtoolsmith.accept records it");
        assertThat(Files.readAllBytes(lock)).isEqualTo(accepted);
        assertThat(generate().outcome()).isEqualTo(Outcome.UP_TO_DATE);
        accept();
        assertThat(Files.readAllBytes(lock)).isNotEqualTo(accepted);
    }

    @Test
    void theOrderOfMembersChangesNothing() throws IOException {
        accept();
        change(
                "required: [size, place], properties: {size: {type: integer, minimum: 1.0}, place: {type: string, enum: [a, b]}}",
                "properties: {place: {enum: [b, a], type: string}, size: {minimum: 1, type: integer}}, required: [place, size]");

        GeneratorResult result = generate();

        assertThat(result.outcome()).isEqualTo(Outcome.GENERATED);
        assertThat(result.diagnostics()).isEmpty();
    }

    @Test
    void acceptingWhatIsAcceptedLeavesTheFileAlone() throws IOException {
        accept();
        FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(lock, longAgo);

        GeneratorResult result = accept();

        assertThat(result.diagnostics()).isEmpty();
        assertThat(Files.getLastModifiedTime(lock)).isEqualTo(longAgo);
    }

    @Test
    void apisShareTheFileAndDoNotTouchEachOther() throws IOException {
        accept();
        GeneratorResult unknown = ToolGenerator.generate(request("bank", false, Optional.of(lock)));

        assertThat(told(unknown))
                .singleElement()
                .asString()
                .startsWith(
                        "error tools-not-accepted at tools.lock#: 3 changes of bank's tools are not accepted; the file"
                                + " has no tools of bank yet\n");
        String shop = Files.readString(lock);
        ToolGenerator.generate(request("bank", true, Optional.of(lock)));
        assertThat(generate().outcome()).isEqualTo(Outcome.UP_TO_DATE);
        assertThat(Files.readString(lock))
                .contains(shop.substring(shop.indexOf("\"shop\""), shop.lastIndexOf("]\n}")))
                .containsSubsequence("\"bank\": {", "\"shop\": {");
    }

    @Test
    void aLockThatSomebodyTookAwayOrTookBackIsNoticedThoughNothingElseChanged() throws IOException {
        accept();
        String three = Files.readString(lock);
        Files.writeString(lock, three.replaceFirst("(?m)^\\{\"name\":\"shop_find_carts\".*\n", ""));

        assertThat(told(generate())).first().asString().contains("shop_find_carts is new");
        Files.writeString(lock, three);
        assertThat(generate().outcome()).isEqualTo(Outcome.UP_TO_DATE);
        Files.delete(lock);
        assertThat(generate().diagnostics()).extracting(Diagnostic::code).containsExactly("no-tools-lock");
    }

    @Test
    void acceptingNeedsAFile() {
        GeneratorResult result = ToolGenerator.generate(request("shop", true, Optional.empty()));

        assertThat(told(result))
                .containsExactly(
                        "error no-lock-to-accept at configuration#/accept: The tools cannot be accepted: no file is"
                                + " named to record them in\n"
                                + "  Name one, for example -Dtoolsmith.lock=tools.lock");
    }

    @Test
    void errorsInTheDescriptionAreNotAccepted() throws IOException {
        accept();
        byte[] accepted = Files.readAllBytes(lock);
        change("createCart", "list_carts");

        assertThat(accept().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(Files.readAllBytes(lock)).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"format\": 1, \"apps\": {'          | lock-damaged  | 'The file is no JSON (line 1, column '",
                "'{\"format\": 1, \"apps\": {\"a\": []}} {}' | lock-damaged | 'The file is no JSON'",
                "''                                     | lock-damaged  | 'The file names no format'",
                "'[]'                                   | lock-damaged  | 'The file names no format'",
                "'{\"apps\": {}}'                       | lock-damaged  | 'The file names no format'",
                "'{\"format\": 1, \"apps\": 3}'         | lock-damaged  | '''apps'' is no object'",
                "'{\"format\": 1, \"apps\": {\"shop\": {}}}' | lock-damaged | An app's tools are no array",
                "'{\"format\": 1, \"apps\": {\"shop\": []}}' | lock-damaged | What was accepted of an app is no object",
                "'{\"format\": 1, \"apps\": {\"shop\": {\"tools\": []}}}' | lock-damaged | 'No server and credentials that were accepted: {\"tools\":[]}'",
                "'{\"format\": 1, \"apps\": {\"shop\": {\"server\": \"\", \"credentials\": [1], \"auth\": [], \"tools\": []}}}' | lock-damaged | No server and credentials that were accepted: ",
                "'{\"format\": 1, \"apps\": {\"shop\": {\"server\": \"\", \"credentials\": [], \"auth\": [1], \"tools\": []}}}' | lock-damaged | No server and credentials that were accepted: ",
                "'{\"format\": 1, \"apps\": {\"shop\": {\"server\": \"\", \"credentials\": [], \"auth\": [], \"tools\": [{\"name\": \"x\"}]}}}' | lock-damaged | No tool that was accepted: {\"name\":\"x\"}",
                "'{\"format\": 2, \"apps\": {}}'        | lock-too-new  | 'A newer version of Toolsmith wrote the file: its format is 2, this version reads 1'",
            })
    void aLockThatCannotBeReadIsAnErrorWhetherOrNotItIsToBeWritten(String text, String code, String message)
            throws IOException {
        Files.writeString(lock, text);

        for (GeneratorResult result : List.of(generate(), accept())) {
            assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(result.diagnostics()).singleElement().satisfies(found -> {
                assertThat(found.code()).isEqualTo(code);
                assertThat(found.message()).startsWith(message);
            });
        }
        assertThat(Files.readString(lock)).isEqualTo(text);
    }

    @Test
    void anUnresolvedMergeIsCalledThat() throws IOException {
        accept();
        String text = Files.readString(lock);
        Files.writeString(
                lock, text.replace("\"tools\": [\n", "\"tools\": [\n<<<<<<< HEAD\n=======\n>>>>>>> theirs\n"));

        assertThat(told(generate()))
                .containsExactly("error lock-conflict at tools.lock#: A merge is not resolved in the file (line 10)\n"
                        + "  Take either side, for example by git checkout --ours tools.lock, then run with"
                        + " -Dtoolsmith.accept and review what that changes");
    }

    @Test
    void aToolThatAMergeTookFromBothSidesIsNamed() throws IOException {
        accept();
        String text = Files.readString(lock);
        String row = text.lines()
                .filter(line -> line.contains("shop_find_carts"))
                .findFirst()
                .orElseThrow();
        Files.writeString(lock, text.replace(row, row + "\n" + row));

        assertThat(told(generate()))
                .singleElement()
                .asString()
                .contains("lock-damaged at tools.lock#/apps/shop/tools/2: The tool" + " shop_find_carts stands twice");
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        accept();
        Files.writeString(lock, Files.readString(lock).replace("\n", "\r\n"));

        ToolsLock read = ToolsLock.parse("tools.lock", Files.readAllBytes(lock), new Diagnostics())
                .orElseThrow();

        assertThat(read).isEqualTo(ToolsLock.of(catalogue()));
        assertThat(read.changesTo(catalogue())).isEmpty();
    }

    @Test
    void whatTheExampleCommittedIsCurrent() throws IOException {
        Path example = Path.of("..", "examples", "petstore");
        ToolCatalog pets = ToolGenerator.catalogue(
                        CatalogueRequest.of(example.resolve("petstore.yaml"), "petstore", "operationId"))
                .catalogue()
                .orElseThrow();

        assertThat(Files.readString(example.resolve("tools.lock")))
                .as("mvn package -Dtoolsmith.accept in the example records it")
                .isEqualTo(ToolsLock.of(pets).toText());
    }

    @Test
    void whatTheProjectCommittedOfAttioIsCurrent() throws IOException {
        Path specs = Path.of("..", "specs", "attio");
        ToolCatalog attio = ToolGenerator.catalogue(new CatalogueRequest(
                        List.of(specs.resolve("attio.openapi.yaml")),
                        List.of(specs.resolve("attio.overlay.yaml")),
                        "attio",
                        "path",
                        List.of(),
                        List.of()))
                .catalogue()
                .orElseThrow();

        assertThat(Files.readString(Path.of("..", "generated-server", "tools.lock")))
                .as("mvn package -pl generated-server -am -Dtoolsmith.accept records it")
                .isEqualTo(ToolsLock.of(attio).toText());
    }

    private ToolCatalog catalogue() {
        return ToolGenerator.catalogue(CatalogueRequest.of(spec, "shop", "operationId"))
                .catalogue()
                .orElseThrow();
    }

    private void change(String before, String after) throws IOException {
        String text = Files.readString(spec);
        assertThat(text).contains(before);
        Files.writeString(spec, text.replace(before, after));
    }

    private List<String> outputs() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getParent().equals(folder))
                    .sorted()
                    .map(file -> file + " " + hash(file))
                    .toList();
        }
    }

    private static int hash(Path file) {
        try {
            return Files.readString(file).hashCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> told(GeneratorResult result) {
        return result.diagnostics().stream().map(Diagnostic::toText).toList();
    }

    private static List<String> changes(GeneratorResult result) {
        return result.diagnostics().stream()
                .filter(each -> each.code().endsWith("accepted-change"))
                .map(Diagnostic::toText)
                .toList();
    }

    private GeneratorResult generate() {
        return ToolGenerator.generate(request("shop", false, Optional.of(lock)));
    }

    private GeneratorResult accept() {
        return ToolGenerator.generate(request("shop", true, Optional.of(lock)));
    }

    private GeneratorRequest request(String app, boolean accept, Optional<Path> file) {
        return new GeneratorRequest(
                CatalogueRequest.of(spec, app, "operationId"),
                "com." + app,
                Optional.empty(),
                new OutputFolders(folder.resolve("java"), folder.resolve("resources"), folder.resolve("reports")),
                "error",
                file,
                accept);
    }
}
