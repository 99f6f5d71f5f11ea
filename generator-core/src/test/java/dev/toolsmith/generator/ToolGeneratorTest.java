package dev.toolsmith.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.GeneratorResult.Outcome;
import dev.toolsmith.generator.diagnose.Diagnostic;
import dev.toolsmith.generator.emit.ServerMain;
import dev.toolsmith.generator.write.OutputFolders;
import dev.toolsmith.generator.write.WriteReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolGeneratorTest {

    private static final String TWO_TOOLS = """
            openapi: 3.1.0
            info: {title: Small, version: "1"}
            servers: [{url: https://small.example}]
            paths:
              /a: {get: {operationId: getA, description: Gets a., tags: [t], responses: {"200": {description: Done.}}}}
              /b: {get: {operationId: getB, description: Gets b., tags: [t], responses: {"200": {description: Done.}}}}
            """;

    @TempDir
    private Path folder;

    private Path spec;

    @BeforeEach
    void describeTwoTools() throws IOException {
        spec = Files.writeString(folder.resolve("small.yaml"), TWO_TOOLS);
    }

    @Test
    void theFirstRunWritesEverything() {
        GeneratorResult result = generate();

        assertThat(result.summary())
                .isEqualTo("toolsmith: small has 2 tools (files: 10 created, 0 changed, 0 unchanged, 0 deleted)");
        assertThat(folder.resolve("java/com/small/SmallGetA.java")).exists();
        assertThat(folder.resolve("resources/META-INF/toolsmith/small/catalogue.json"))
                .exists();
        assertThat(folder.resolve("reports/small-tools.md")).exists();
    }

    @Test
    void aSecondRunHasNothingToDo() {
        generate();

        assertThat(generate().summary()).isEqualTo("toolsmith: small is up to date (2 tools)");
    }

    @Test
    void aLostFileIsWrittenAgain() throws IOException {
        generate();
        Files.delete(folder.resolve("java/com/small/SmallGetA.java"));

        assertThat(generate().written()).isEqualTo(new WriteReport(1, 0, 9, 0));
    }

    @Test
    void aRemovedOperationTakesItsFilesAlong() throws IOException {
        generate();
        Files.writeString(spec, TWO_TOOLS.replaceFirst("(?m)^  /b.*\n", ""));

        assertThat(generate().summary())
                .isEqualTo("toolsmith: small has 1 tool (files: 0 created, 6 changed, 2 unchanged, 2 deleted)");
        assertThat(folder.resolve("java/com/small/SmallGetB.java")).doesNotExist();
    }

    @Test
    void anErrorLeavesTheOutputsAsTheyWere() throws IOException {
        generate();
        Files.writeString(spec, TWO_TOOLS.replace("getB", "get_a"));

        GeneratorResult result = generate();

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.summary()).isEqualTo("toolsmith: small was not generated: 1 error, 0 warnings");
        assertThat(folder.resolve("java/com/small/SmallGetB.java")).exists();
    }

    @Test
    void anErrorThatIsToBeToleratedLeavesOutOneTool() throws IOException {
        Files.writeString(spec, TWO_TOOLS.replace("getB", "get_a"));

        GeneratorResult result = ToolGenerator.generate(request("small", "com.small", "operationId", "never"));

        assertThat(result.outcome()).isEqualTo(Outcome.GENERATED);
        assertThat(result.tools()).isEqualTo(1);
        assertThat(result.diagnostics()).extracting(Diagnostic::code).containsExactly("duplicate-tool-name");
    }

    @Test
    void everythingWrongWithARequestIsToldAtOnce() {
        GeneratorRequest request = new GeneratorRequest(
                CatalogueRequest.of(folder.resolve("none.yaml"), "My App", "magic"),
                "com.class.tools",
                Optional.of(new ServerMain("a b", "1", List.of("Extension"))),
                folders(),
                "sometimes");

        assertThat(ToolGenerator.generate(request).diagnostics())
                .extracting(Diagnostic::toText)
                .containsExactly(
                        "error bad-app at configuration#/app: \"My App\" cannot stand in tool names\n"
                                + "  Write one short word in lower case, such as attio: letters, digits and single _, at most 24"
                                + " characters",
                        "error bad-package-name at configuration#/packageName: \"com.class.tools\" is no name for a package"
                                + " of your own\n"
                                + "  Write Java names with dots between them, such as com.example.tools",
                        "error bad-server-name at configuration#/serverName: \"a b\" cannot be a server's name\n"
                                + "  Write at most 64 letters, digits, dots, dashes and underscores, such as"
                                + " attio-mcp-server",
                        "error bad-extension at configuration#/extensions: \"Extension\" is no class name\n"
                                + "  Write the full name of the class, such as com.example.MyExtension",
                        "error bad-naming at configuration#/naming: There is no naming \"magic\"\n"
                                + "  Write operationId or path",
                        "error bad-fail-on at configuration#/failOn: There is no severity \"sometimes\"\n"
                                + "  Write error, warning or never",
                        "error no-such-file at configuration#/specs: There is no file " + folder.resolve("none.yaml")
                                + "\n  Check the path");
    }

    @Test
    void aPackageNameIsOneThatJavaTakes() {
        for (String bad :
                List.of("", "a b", "a..b", ".a", "class", "a.int", "a/b", "a(){} static{}", "\uff49\uff46", "java.x")) {
            GeneratorResult result = ToolGenerator.generate(request("small", bad, "operationId", "error"));
            assertThat(result.diagnostics())
                    .as(bad)
                    .extracting(Diagnostic::code)
                    .containsExactly("bad-package-name");
        }
        assertThat(folder.resolve("java")).doesNotExist();
    }

    @Test
    void whatWouldBeWrittenOverAForeignFileFails() throws IOException {
        Files.createDirectories(folder.resolve("java/com/small"));
        Files.writeString(folder.resolve("java/com/small/SmallGetA.java"), "by hand");

        GeneratorResult result = generate();

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.diagnostics()).extracting(Diagnostic::code).containsExactly("file-not-ours");
        assertThat(folder.resolve("resources")).doesNotExist();
    }

    private GeneratorResult generate() {
        return ToolGenerator.generate(request("small", "com.small", "operationId", "error"));
    }

    private GeneratorRequest request(String app, String packageName, String naming, String failOn) {
        return new GeneratorRequest(
                CatalogueRequest.of(spec, app, naming), packageName, Optional.empty(), folders(), failOn);
    }

    private OutputFolders folders() {
        return new OutputFolders(folder.resolve("java"), folder.resolve("resources"), folder.resolve("reports"));
    }
}
