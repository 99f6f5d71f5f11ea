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
                "shop": [
                {"name":"shop_create_cart","operation":"POST /carts","class":"write","reads":false,"scopes":["carts"],"sha256":"HASH"},
                {"name":"shop_find_carts","operation":"POST /find","class":"custom","reads":true,"scopes":["carts"],"sha256":"HASH"},
                {"name":"shop_list_carts","operation":"GET /carts","class":"read","reads":true,"scopes":["carts"],"sha256":"HASH"}
                ]
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "listCarts        | listBaskets | shop.yaml#/paths/~1carts/get: shop_list_carts is now called shop_list_baskets (GET /carts)",
                "'  /find:\n'     | '  /search:\n' | shop.yaml#/paths/~1search/post: shop_find_carts now calls POST /search, it called POST /find",
                "{o: [carts]}], x | {o: [carts, more]}], x | shop.yaml#/paths/~1find/post: shop_find_carts now has scopes carts more, it had scopes carts",
                "reads: true      | reads: false | shop.yaml#/paths/~1find/post: shop_find_carts now changes something",
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

    @Test
    void whatModelsSeeMayChangeAndIsTold() throws IOException {
        accept();
        byte[] accepted = Files.readAllBytes(lock);
        change("Makes one.", "Makes one more.");

        GeneratorResult result = generate();

        assertThat(result.outcome()).isEqualTo(Outcome.GENERATED);
        assertThat(told(result))
                .containsExactly(
                        "info listed-tools-changed at tools.lock#: What models see of 1 tool has changed since it"
                                + " was accepted: shop_create_cart\n"
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
                .contains(shop.substring(shop.indexOf("\"shop\""), shop.lastIndexOf("}\n}")))
                .containsSubsequence("\"bank\": [", "\"shop\": [");
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
                "'{\"format\": 1, \"apps\": {\"shop\": [{\"name\": \"x\"}]}}' | lock-damaged | No tool that was accepted: {\"name\":\"x\"}",
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
        Files.writeString(lock, text.replace("\"shop\": [\n", "\"shop\": [\n<<<<<<< HEAD\n=======\n>>>>>>> theirs\n"));

        assertThat(told(generate()))
                .containsExactly("error lock-conflict at tools.lock#: A merge is not resolved in the file (line 6)\n"
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
                .contains("lock-damaged at tools.lock#/apps/shop/2: The tool" + " shop_find_carts stands twice");
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
