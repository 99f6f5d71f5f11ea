package dev.toolsmith.generator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.CatalogueRequest;
import dev.toolsmith.generator.ToolGenerator;
import dev.toolsmith.generator.compare.CatalogueComparison;
import dev.toolsmith.generator.diagnose.Diagnostic;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.emit.BundleEmitter;
import dev.toolsmith.generator.emit.EmitOptions;
import dev.toolsmith.generator.emit.SourceFile;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleReaderTest {

    private static final Path ATTIO = Path.of("../specs/attio");

    @TempDir
    Path folder;

    private Diagnostics diagnostics;

    @BeforeEach
    void find() {
        diagnostics = new Diagnostics();
    }

    @Test
    void aFolderGivesBackWhatWasGenerated() throws IOException {
        ToolCatalog attio = attio();
        write(attio);

        ToolCatalog read = BundleReader.read(folder, "", diagnostics).orElseThrow();

        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("tools", "bindingsKnown")
                .isEqualTo(attio);
        assertThat(read.bindingsKnown()).isFalse();
        assertThat(read.tools()).hasSize(attio.tools().size());
        for (int i = 0; i < read.tools().size(); i++) {
            ToolModel tool = read.tools().get(i);
            assertThat(tool)
                    .usingRecursiveComparison()
                    .ignoringFields("bindings", "body", "input", "listed", "output", "at")
                    .isEqualTo(attio.tools().get(i));
            assertThat(tool.input().toJson())
                    .isEqualTo(attio.tools().get(i).input().toJson());
            assertThat(tool.listed().toJson())
                    .isEqualTo(attio.tools().get(i).listed().toJson());
            assertThat(tool.output().map(each -> each.toJson()))
                    .isEqualTo(attio.tools().get(i).output().map(each -> each.toJson()));
            assertThat(tool.at()).hasToString("index.json#/tools/" + i);
        }
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void whatIsReadBackIsNoChange() throws IOException {
        ToolCatalog attio = attio();
        write(attio);
        ToolCatalog read = BundleReader.read(folder, "attio", diagnostics).orElseThrow();

        assertThat(CatalogueComparison.between(read, attio).changes()).isEmpty();
        assertThat(CatalogueComparison.between(attio, read).changes()).isEmpty();
    }

    @Test
    void aToolCostsAsMuchWhenItIsReadBack() throws IOException {
        ToolCatalog attio = attio();
        write(attio);

        assertThat(ToolTokens.of(BundleReader.read(folder, "", diagnostics).orElseThrow()))
                .isEqualTo(ToolTokens.of(attio));
    }

    @Test
    void theFolderOfOneBundleMayBeCalledAnything() throws IOException {
        write(attio());
        Path committed = folder.resolve("committed");
        Files.move(folder.resolve("META-INF/toolsmith/attio"), committed);

        assertThat(BundleReader.read(committed, "attio", diagnostics)).isPresent();
        assertThat(BundleReader.read(committed, "", diagnostics)).isPresent();
    }

    @Test
    void aJarOfSeveralAppsIsAskedForOne() throws IOException {
        Path jar = jar("META-INF/toolsmith/bank/", "META-INF/toolsmith/shop/");

        assertThat(BundleReader.read(jar, "shop", diagnostics).orElseThrow().app())
                .isEqualTo("shop");
        assertThat(BundleReader.read(jar, "", diagnostics)).isEmpty();
        assertThat(BundleReader.read(jar, "acme", diagnostics)).isEmpty();
        assertThat(diagnostics.all().stream().map(Diagnostic::toText))
                .containsExactly(
                        "error no-such-app at tools.jar#: There are tools of several apps in " + jar
                                + "\n  Name one by -Dtoolsmith.app: bank, shop",
                        "error no-such-app at tools.jar#: There are no tools of acme in " + jar
                                + "\n  Name one by -Dtoolsmith.app: bank, shop");
    }

    @Test
    void whatHoldsNoToolsIsToldOf() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "no zip");

        assertThat(BundleReader.read(folder, "", diagnostics)).isEmpty();
        assertThat(BundleReader.read(folder.resolve("absent.jar"), "", diagnostics))
                .isEmpty();
        assertThat(BundleReader.read(text, "", diagnostics)).isEmpty();
        assertThat(codes()).containsExactly("no-bundle", "no-bundle", "damaged-bundle");
    }

    @Test
    void aNewerFormatIsToldOf() throws IOException {
        write(attio());
        replace("manifest.json", "\"formatVersion\":1", "\"formatVersion\":2");

        assertThat(BundleReader.read(folder, "", diagnostics)).isEmpty();
        assertThat(diagnostics.all().get(0).toText()).contains("newer-bundle", "format 2");
    }

    @Test
    void whatIsDamagedIsNamed() throws IOException {
        write(attio());
        Path bundle = folder.resolve("META-INF/toolsmith/attio");

        replace("index.json", "\"kind\":\"assert\"", "\"kind\":7");
        assertThat(BundleReader.read(folder, "", diagnostics)).isEmpty();
        replace("index.json", "\"kind\":7", "\"kind\":\"assert\"");
        Files.delete(bundle.resolve("schemas/create_a_attio_note.json"));
        assertThat(BundleReader.read(folder, "", diagnostics)).isEmpty();
        replace("index.json", "\"name\":\"attio_companies_assert\"", "\"name\":\"../../x\"");
        assertThat(BundleReader.read(folder, "", diagnostics)).isEmpty();
        Files.writeString(bundle.resolve("catalogue.json"), "[");
        assertThat(BundleReader.read(folder, "", diagnostics)).isEmpty();

        assertThat(codes()).containsOnly("damaged-bundle").hasSize(4);
        assertThat(diagnostics.all().stream().map(Diagnostic::message))
                .satisfiesExactly(
                        kind -> assertThat(kind).endsWith("A member kind is missing"),
                        missing -> assertThat(missing).endsWith("schemas/create_a_attio_note.json is missing"),
                        name -> assertThat(name).endsWith("Not a tool name: ../../x"),
                        text -> assertThat(text).contains("catalogue.json is no JSON: "));
    }

    private List<String> codes() {
        return diagnostics.all().stream().map(Diagnostic::code).toList();
    }

    private static ToolCatalog attio() {
        return ToolGenerator.catalogue(new CatalogueRequest(
                        List.of(ATTIO.resolve("attio.openapi.yaml")),
                        List.of(ATTIO.resolve("attio.overlay.yaml")),
                        "attio",
                        "path",
                        List.of(),
                        List.of()))
                .catalogue()
                .orElseThrow();
    }

    private void write(ToolCatalog catalogue) throws IOException {
        for (SourceFile file : files(catalogue)) {
            Path target = folder.resolve(file.path());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.text());
        }
    }

    private static List<SourceFile> files(ToolCatalog catalogue) {
        return new BundleEmitter(new EmitOptions("com.example", Optional.empty()))
                .emit(catalogue).stream()
                        .filter(file -> file.kind() == SourceFile.Kind.RESOURCE)
                        .toList();
    }

    /** A jar with an app without tools in each of these folders. */
    private Path jar(String... folders) throws IOException {
        Path jar = folder.resolve("tools.jar");
        try (OutputStream bytes = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String each : folders) {
                String app = Path.of(each).getFileName().toString();
                put(zip, each + "manifest.json", "{\"formatVersion\":1,\"app\":\"" + app + "\"}");
                put(zip, each + "index.json", "{\"tools\":[]}");
                put(zip, each + "catalogue.json", "[]");
            }
        }
        return jar;
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void replace(String name, String text, String by) throws IOException {
        Path file = folder.resolve("META-INF/toolsmith/attio").resolve(name);
        String before = Files.readString(file);
        assertThat(before).contains(text);
        Files.writeString(file, before.replace(text, by));
    }
}
