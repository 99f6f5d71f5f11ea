package dev.toolsmith.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.GeneratorResult.Outcome;
import dev.toolsmith.generator.diagnose.Diagnostic;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.lock.PinnedSpec;
import dev.toolsmith.generator.lock.SpecsLock;
import dev.toolsmith.generator.write.OutputFolders;
import dev.toolsmith.generator.write.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecsLockTest {

    private static final String ONE_TOOL = """
            openapi: 3.1.0
            info: {title: Small, version: "1"}
            servers: [{url: https://small.example}]
            paths:
              /a: {get: {operationId: getA, description: Gets a., tags: [t], responses: {"200": {description: Done.}}}}
            """;

    @TempDir
    private Path folder;

    private Path spec;
    private Path lock;

    @BeforeEach
    void pinOneTool() throws IOException {
        spec = Files.writeString(folder.resolve("small.yaml"), ONE_TOOL);
        lock = folder.resolve("specs.lock");
        pin(ONE_TOOL);
    }

    @Test
    void isOneDescriptionALine() throws IOException {
        assertThat(Files.readString(lock).replaceAll("[0-9a-f]{64}", "HASH")).isEqualTo("""
                {
                "about": "Where the descriptions beside this file come from. Written by toolsmith:fetch",
                "format": 1,
                "files": [
                {"file":"small.yaml","url":"https://small.example/api.yaml","date":"2026-01-02T03:04:05Z","sha256":"HASH","bytes":205,"etag":"\\"v1\\""}
                ]
                }
                """);
        assertThat(SpecsLock.parse(Files.readAllBytes(lock), new Diagnostics()))
                .contains(SpecsLock.EMPTY.with(row(ONE_TOOL)));
    }

    @Test
    void aFileThatIsWhatWasDownloadedIsNothingToTell() {
        assertThat(generate().diagnostics()).isEmpty();
        assertThat(generate().outcome()).isEqualTo(Outcome.UP_TO_DATE);
    }

    @Test
    void aFileThatWasEditedIsWarnedOf() throws IOException {
        Files.writeString(spec, ONE_TOOL + "# by hand\n");

        assertThat(generate().diagnostics())
                .extracting(Diagnostic::toText)
                .containsExactly("warning pin-mismatch at small.yaml#: The file is not what was downloaded from"
                        + " https://small.example/api.yaml on 2026-01-02, as specs.lock says\n"
                        + "  Fetch it again, and put changes of your own into an overlay; or take its line out of"
                        + " specs.lock");
    }

    @Test
    void aLockThatChangesAloneIsNoticed() throws IOException {
        generate();
        pin("something else");

        assertThat(generate().diagnostics()).extracting(Diagnostic::code).containsExactly("pin-mismatch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"format\": 1, \"files\": {}}",
                "{\"format\": 1, \"files\": [{\"file\": \"a/b\"}]}",
                "{\"format\": 2, \"files\": []}",
                "<<<<<<< HEAD\n"
            })
    void aLockThatCannotBeReadIsAnError(String text) throws IOException {
        Files.writeString(lock, text);

        GeneratorResult result = generate();

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.diagnostics())
                .singleElement()
                .satisfies(found -> assertThat(found.code()).startsWith("lock-"));
    }

    private void pin(String content) throws IOException {
        Files.writeString(lock, SpecsLock.EMPTY.with(row(content)).toText());
    }

    private static PinnedSpec row(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new PinnedSpec(
                "small.yaml",
                URI.create("https://small.example/api.yaml"),
                Instant.parse("2026-01-02T03:04:05Z"),
                Sha256.of(bytes),
                bytes.length,
                Optional.of("\"v1\""),
                Optional.empty());
    }

    private GeneratorResult generate() {
        return ToolGenerator.generate(new GeneratorRequest(
                new CatalogueRequest(List.of(spec), List.of(), "small", "operationId", List.of(), List.of()),
                "com.small",
                Optional.empty(),
                new OutputFolders(folder.resolve("java"), folder.resolve("resources"), folder.resolve("reports")),
                "error"));
    }
}
