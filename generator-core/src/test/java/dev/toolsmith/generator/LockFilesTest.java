package dev.toolsmith.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.GeneratorResult.Outcome;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.lock.ToolsLock;
import dev.toolsmith.generator.tool.ToolCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of lock files that people merge, damage and commit. */
class LockFilesTest {

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
        Files.writeString(shop.lock, text);

        for (GeneratorResult result : List.of(shop.generate(), shop.accept())) {
            assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(result.diagnostics()).singleElement().satisfies(found -> {
                assertThat(found.code()).isEqualTo(code);
                assertThat(found.message()).startsWith(message);
            });
        }
        assertThat(Files.readString(shop.lock)).isEqualTo(text);
    }

    @Test
    void anUnresolvedMergeIsCalledThat() throws IOException {
        shop.accept();
        String text = Files.readString(shop.lock);
        Files.writeString(
                shop.lock, text.replace("\"tools\": [\n", "\"tools\": [\n<<<<<<< HEAD\n=======\n>>>>>>> theirs\n"));

        assertThat(LockedShop.told(shop.generate()))
                .containsExactly("error lock-conflict at tools.lock#: A merge is not resolved in the file (line 10)\n"
                        + "  Take either side, for example by git checkout --ours tools.lock, then run with"
                        + " -Dtoolsmith.accept and review what that changes");
    }

    @Test
    void aToolThatAMergeTookFromBothSidesIsNamed() throws IOException {
        shop.accept();
        String text = Files.readString(shop.lock);
        String row = text.lines()
                .filter(line -> line.contains("shop_find_carts"))
                .findFirst()
                .orElseThrow();
        Files.writeString(shop.lock, text.replace(row, row + "\n" + row));

        assertThat(LockedShop.told(shop.generate()))
                .singleElement()
                .asString()
                .contains("lock-damaged at tools.lock#/apps/shop/tools/2: The tool" + " shop_find_carts stands twice");
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        shop.accept();
        Files.writeString(shop.lock, Files.readString(shop.lock).replace("\n", "\r\n"));

        ToolsLock read = ToolsLock.parse("tools.lock", Files.readAllBytes(shop.lock), new Diagnostics())
                .orElseThrow();

        assertThat(read).isEqualTo(ToolsLock.of(shop.catalogue()));
        assertThat(read.changesTo(shop.catalogue())).isEmpty();
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
}
