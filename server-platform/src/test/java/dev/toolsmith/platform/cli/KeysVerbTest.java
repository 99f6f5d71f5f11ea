package dev.toolsmith.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.vault.MasterKey;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeysVerbTest {

    @TempDir
    Path path;

    private VerbRun keys(Map<String, String> environment, String... words) throws Exception {
        String[] line = new String[words.length + 3];
        line[0] = "keys";
        System.arraycopy(words, 0, line, 1, words.length);
        line[words.length + 1] = "--data-dir";
        line[words.length + 2] = path.toString();
        return VerbRun.of(environment, line);
    }

    @Test
    void bothKindsOfKeysAreReplaced() throws Exception {
        FilledFolder filled = FilledFolder.at(path, Optional.empty());
        String before = Files.readString(filled.folder().masterKey());
        VerbRun credentials = keys(Map.of(), "rotate");
        assertThat(credentials.out()).isEqualTo("""
                1 of 3
                2 of 3
                3 of 3
                Connections that have new keys: 3.
                """);
        assertThat(credentials.exit()).as(credentials.err()).isZero();
        assertThat(Files.readString(filled.folder().masterKey())).isEqualTo(before);
        VerbRun master = keys(Map.of(), "rotate", "--master");
        assertThat(master.out()).contains("3 of 3", "The master key is replaced.", "make a new backup");
        assertThat(master.exit()).as(master.err()).isZero();
        assertThat(Files.readString(filled.folder().masterKey())).isNotEqualTo(before);
        assertThat(filled.readable(Optional.empty())).isEqualTo(FilledFolder.CONNECTIONS);
        assertThat(credentials.err() + master.err()).isEmpty();
    }

    @Test
    void aKeyOfTheEnvironmentNeedsItsSuccessor() throws Exception {
        String present = MasterKey.newText();
        FilledFolder filled = FilledFolder.at(path, Optional.of(present));
        VerbRun alone = keys(Map.of("TOOLSMITH_MASTER_KEY", present), "rotate", "--master");
        assertThat(alone.exit()).isEqualTo(3);
        assertThat(alone.err()).contains("TOOLSMITH_NEW_MASTER_KEY", "keys new");
        VerbRun made = keys(Map.of(), "new");
        String next = made.out().strip();
        VerbRun both =
                keys(Map.of("TOOLSMITH_MASTER_KEY", present, "TOOLSMITH_NEW_MASTER_KEY", next), "rotate", "--master");
        assertThat(both.out()).contains("Set TOOLSMITH_MASTER_KEY to the new one");
        assertThat(both.exit()).as(both.err()).isZero();
        assertThat(both.out() + both.err() + alone.err()).doesNotContain(next).doesNotContain(present);
        assertThat(filled.readable(Optional.of(next))).isEqualTo(FilledFolder.CONNECTIONS);
    }

    @Test
    void aFolderWithoutDataIsLeftAsItIs() throws Exception {
        VerbRun run = keys(Map.of(), "rotate");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("There is no database in " + path);
        assertThat(path).isEmptyDirectory();
    }

    @Test
    void aMissingKeyIsOneClearLine() throws Exception {
        FilledFolder filled = FilledFolder.at(path, Optional.empty());
        Files.delete(filled.folder().masterKey());
        VerbRun run = keys(Map.of(), "rotate");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err().lines()).singleElement().asString().contains("The master key is missing");
    }

    @Test
    void twoDoNotReplaceKeysAtOnce() throws Exception {
        FilledFolder.at(path, Optional.empty());
        try (FileChannel file = FileChannel.open(
                        path.resolve("rotate.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();
            VerbRun run = keys(Map.of(), "rotate");
            assertThat(run.exit()).isEqualTo(3);
            assertThat(run.err()).contains("Another process replaces keys");
        }
    }

    @Test
    void otherWordsAreWrongUsage() throws Exception {
        assertThat(keys(Map.of(), "turn").exit()).isEqualTo(2);
    }
}
