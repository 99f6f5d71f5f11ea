package dev.toolsmith.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.compare.Change;
import dev.toolsmith.generator.compare.ChangeKind;
import dev.toolsmith.generator.diagnose.Diagnostic;
import dev.toolsmith.generator.write.OutputFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptionComparisonTest {

    private static final String BEFORE = """
            openapi: 3.1.0
            info: {title: Shop, version: "1"}
            servers: [{url: https://shop.example}]
            paths:
              /carts: {get: {operationId: list-carts, description: Lists carts., tags: [carts], parameters: [
                {name: open, in: query, schema: {type: boolean}}], responses: {"200": {description: Done.}}}}
            """;

    @TempDir
    Path folder;

    private Path before;
    private Path after;
    private Path bundle;

    @BeforeEach
    void describe() throws IOException {
        before = Files.writeString(folder.resolve("before.yaml"), BEFORE);
        after = Files.writeString(
                folder.resolve("after.yaml"),
                BEFORE.replace("in: query,", "in: query, required: true,").replace("Lists carts.", "All carts."));
        bundle = folder.resolve("bundle");
        OutputFolders output = new OutputFolders(folder.resolve("java"), bundle, folder.resolve("report"));
        GeneratorRequest request =
                new GeneratorRequest(of(before, "shop"), "com.example", Optional.empty(), output, "error");
        assertThat(ToolGenerator.generate(request).diagnostics()).isEmpty();
    }

    @Test
    void comparesTwoDescriptions() {
        assertThat(kinds(DescriptionComparison.between(of(before, "shop"), of(after, "shop"))))
                .containsExactly(ChangeKind.ARGUMENT_NEWLY_REQUIRED, ChangeKind.TEXT_CHANGED);
    }

    @Test
    void comparesWhatWasGeneratedWithADescriptionOfItsApp() {
        assertThat(kinds(DescriptionComparison.between(of(bundle, ""), of(after, ""))))
                .containsExactly(ChangeKind.ARGUMENT_NEWLY_REQUIRED, ChangeKind.TEXT_CHANGED);
        assertThat(kinds(DescriptionComparison.between(of(after, ""), of(bundle, ""))))
                .containsExactly(ChangeKind.ARGUMENT_NO_LONGER_REQUIRED, ChangeKind.TEXT_CHANGED);
    }

    @Test
    void whatWasGeneratedIsTheSameAsItsDescription() {
        assertThat(kinds(DescriptionComparison.between(of(bundle, "shop"), of(before, "shop"))))
                .isEmpty();
        assertThat(kinds(DescriptionComparison.between(of(before, "shop"), of(bundle, "shop"))))
                .isEmpty();
    }

    @Test
    void aSideThatCannotBeReadIsToldOfOnce() {
        Path absent = folder.resolve("absent.yaml");

        ComparisonResult result = DescriptionComparison.between(of(absent, "shop"), of(absent, "shop"));

        assertThat(result.diff()).isEmpty();
        assertThat(result.diagnostics().stream().map(Diagnostic::code)).containsExactly("no-such-file");
    }

    @Test
    void ofAFolderWithoutToolsNothingElseIsTold() {
        ComparisonResult result = DescriptionComparison.between(of(folder, ""), of(after, ""));

        assertThat(result.diff()).isEmpty();
        assertThat(result.diagnostics().stream().map(Diagnostic::code)).containsExactly("no-bundle");
    }

    private static List<ChangeKind> kinds(ComparisonResult result) {
        assertThat(result.diagnostics()).isEmpty();
        return result.diff().orElseThrow().changes().stream().map(Change::kind).toList();
    }

    private static CatalogueRequest of(Path path, String app) {
        return CatalogueRequest.of(path, app, "operationId");
    }
}
