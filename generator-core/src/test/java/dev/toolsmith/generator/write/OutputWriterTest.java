package dev.toolsmith.generator.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.diagnose.Severity;
import dev.toolsmith.generator.emit.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputWriterTest {

    private static final Stamp STAMP = new Stamp("a".repeat(64), 1);

    @TempDir
    private Path root;

    private final Diagnostics diagnostics = new Diagnostics();
    private OutputWriter writer;

    @BeforeEach
    void writeBelowTheRoot() {
        writer = writerOf("acme");
    }

    @Test
    void theFirstRunCreatesEverything() throws IOException {
        WriteReport report = write(source("a/A.java", "A"), resource("a.json", "{}"));

        assertThat(report).isEqualTo(new WriteReport(2, 0, 0, 0));
        assertThat(Files.readString(root.resolve("java/a/A.java"))).isEqualTo("A");
        assertThat(Files.readString(root.resolve("resources/a.json"))).isEqualTo("{}");
    }

    @Test
    void anUnchangedFileIsNotTouched() throws IOException {
        write(source("A.java", "A"), source("B.java", "B"));
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(root.resolve("java/A.java"), longAgo);

        WriteReport report = write(source("A.java", "A"), source("B.java", "changed"));

        assertThat(report).isEqualTo(new WriteReport(0, 1, 1, 0));
        assertThat(Files.getLastModifiedTime(root.resolve("java/A.java"))).isEqualTo(longAgo);
    }

    @Test
    void whatIsNoLongerGeneratedGoesWithItsEmptyFolders() throws IOException {
        write(source("a/b/A.java", "A"), source("a/B.java", "B"));

        WriteReport report = write(source("a/B.java", "B"));

        assertThat(report).isEqualTo(new WriteReport(0, 0, 1, 1));
        assertThat(root.resolve("java/a/b")).doesNotExist();
        assertThat(root.resolve("java/a/B.java")).exists();
    }

    @Test
    void aFileThatWasNotGeneratedIsLeftAlone() throws IOException {
        Files.createDirectories(root.resolve("java"));
        Files.writeString(root.resolve("java/A.java"), "by hand");

        WriteReport report = write(source("A.java", "A"), source("B.java", "B"));

        assertThat(report).isEqualTo(WriteReport.NOTHING);
        assertThat(root.resolve("java/A.java")).hasContent("by hand");
        assertThat(root.resolve("java/B.java")).doesNotExist();
        assertThat(diagnostics.all())
                .singleElement()
                .satisfies(each -> assertThat(each.toText())
                        .isEqualTo("error file-not-ours at A.java#: The generated file cannot be written: a file that"
                                + " was not generated stands there\n"
                                + "  Move what is there, or name another output folder"));
    }

    @Test
    void aForeignFileOfTheSameContentIsTaken() throws IOException {
        Files.createDirectories(root.resolve("java"));
        Files.writeString(root.resolve("java/A.java"), "A");

        assertThat(write(source("A.java", "A"))).isEqualTo(new WriteReport(0, 0, 1, 0));
    }

    @Test
    void nothingIsWrittenOutsideTheFolder() throws IOException {
        for (String path : List.of("../x", "a/../../x", "/etc/toolsmith", "a\\..\\x", "a\0b", "", ".")) {
            assertThat(write(source(path, "x"))).as(path).isEqualTo(WriteReport.NOTHING);
        }
        assertThat(diagnostics.all()).hasSize(7);
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void noLinkIsFollowed() throws IOException {
        Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
        Files.createDirectories(root.resolve("java"));
        Files.createSymbolicLink(root.resolve("java/a"), elsewhere);

        assertThat(write(source("a/A.java", "A"))).isEqualTo(WriteReport.NOTHING);
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(diagnostics.has(Severity.ERROR)).isTrue();
    }

    @Test
    void aForgedListOfFilesDeletesNothingOutsideTheFolder() throws IOException {
        Path victim = Files.writeString(root.resolve("victim"), "mine");
        write(source("A.java", "A"));
        Path ledger = root.resolve("java/.toolsmith-acme.files");
        Files.writeString(ledger, Files.readString(ledger) + "0".repeat(64) + " ../victim\n");

        write(source("A.java", "A"));

        assertThat(victim).hasContent("mine");
    }

    @Test
    void twoPathsThatDifferInCaseAreRefused() {
        write(source("Foo.java", "1"), source("foo.java", "2"));

        assertThat(diagnostics.all()).extracting(each -> each.at().document()).containsExactly("foo.java");
        assertThat(root.resolve("java")).doesNotExist();
    }

    @Test
    void twoAppsShareAFolderWithoutDeletingEachOthersFiles() {
        write(source("A.java", "A"));
        WriteReport report = writerOf("other")
                .write(List.of(source("B.java", "B")), STAMP, diagnostics)
                .orElseThrow();

        assertThat(report).isEqualTo(new WriteReport(1, 0, 0, 0));
        assertThat(root.resolve("java/A.java")).exists();
        assertThat(writer.current()).contains(STAMP);
    }

    @Test
    void allKindsCanShareAFolder() {
        OutputWriter shared = new OutputWriter(new OutputFolders(root, root, root), "acme");
        List<SourceFile> files = List.of(source("A.java", "A"), resource("a.json", "{}"));

        assertThat(shared.write(files, STAMP, diagnostics)).contains(new WriteReport(2, 0, 0, 0));
        assertThat(shared.write(files, STAMP, diagnostics)).contains(new WriteReport(0, 0, 2, 0));
    }

    @Test
    void filesAreCurrentUntilOneIsAlteredOrGone() throws IOException {
        assertThat(writer.current()).isEmpty();
        write(source("A.java", "A"), resource("a.json", "{}"));
        assertThat(writer.current()).isEqualTo(Optional.of(STAMP));

        Files.writeString(root.resolve("java/A.java"), "altered");
        assertThat(writer.current()).isEmpty();

        write(source("A.java", "A"), resource("a.json", "{}"));
        assertThat(writer.current()).isEqualTo(Optional.of(STAMP));
        Files.delete(root.resolve("resources/a.json"));
        assertThat(writer.current()).isEmpty();
    }

    private OutputWriter writerOf(String app) {
        return new OutputWriter(
                new OutputFolders(root.resolve("java"), root.resolve("resources"), root.resolve("reports")), app);
    }

    private WriteReport write(SourceFile... files) {
        return writer.write(List.of(files), STAMP, diagnostics).orElse(WriteReport.NOTHING);
    }

    private static SourceFile source(String path, String text) {
        return new SourceFile(SourceFile.Kind.SOURCE, path, text);
    }

    private static SourceFile resource(String path, String text) {
        return new SourceFile(SourceFile.Kind.RESOURCE, path, text);
    }
}
