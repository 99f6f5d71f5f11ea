package dev.toolsmith.generator.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.diagnose.Diagnostic;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.scaffold.ScaffoldFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleFolderTest {

    /** The third cannot be written: the first is no folder. */
    private static final List<ScaffoldFile> FILES = List.of(
            ScaffoldFile.of("pom.xml", "pom"),
            ScaffoldFile.of("src/main/A.java", "class"),
            ScaffoldFile.of("pom.xml/b", "never"));

    @TempDir
    private Path folder;

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void halfAModuleIsTakenBack() {
        Path module = folder.resolve("module");

        assertThat(new ModuleFolder(module).write(FILES, false, diagnostics)).isFalse();

        assertThat(module).doesNotExist();
        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly("cannot-write");
    }

    @Test
    void whatWasReplacedIsPutBack() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), "mine");
        Files.createDirectories(folder.resolve("src/main"));
        Files.writeString(folder.resolve("src/main/Mine.java"), "mine too");

        assertThat(new ModuleFolder(folder).write(FILES, true, diagnostics)).isFalse();

        assertThat(folder.resolve("pom.xml")).hasContent("mine");
        assertThat(folder.resolve("src/main/Mine.java")).hasContent("mine too");
        assertThat(folder.resolve("src/main/A.java")).doesNotExist();
    }

    @Test
    void aFolderThatWasThereStays() {
        assertThat(new ModuleFolder(folder).write(FILES, false, diagnostics)).isFalse();

        assertThat(folder).isEmptyDirectory();
    }
}
