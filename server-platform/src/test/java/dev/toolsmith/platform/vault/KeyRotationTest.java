package dev.toolsmith.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.platform.audit.AuditQuery;
import dev.toolsmith.platform.model.SealedCredential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyRotationTest {

    private static final int COUNT = 12;

    @TempDir
    Path path;

    static KeyRotation rotation(DataFolder data, KeyRotation.Progress progress) {
        return new KeyRotation(data.store(), data.master(), data.vault(), Clock.systemUTC(), progress);
    }

    private static KeyRotation rotation(DataFolder data) {
        return rotation(data, (count, total) -> {});
    }

    private static KeyRotation.Progress failingAfter(int wanted) {
        return (count, total) -> {
            if (count == wanted) {
                throw new InterruptionException();
            }
        };
    }

    /** Stands for the process ending. */
    private static final class InterruptionException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static SealedCredential row(DataFolder data, int number) {
        return data.store()
                .read(reads -> reads.credential(DataFolder.id(number)).orElseThrow());
    }

    @Test
    void everyConnectionGetsNewKeysAndKeepsItsCredential() {
        try (DataFolder data = DataFolder.open(path)) {
            data.add(COUNT);
            List<SealedCredential> before = rows(data);
            String hash = data.vault().mac("url-token").of("text");
            assertThat(rotation(data).credentials()).isEqualTo(COUNT);
            for (int i = 0; i < COUNT; i++) {
                assertThat(row(data, i).keyset()).isNotEqualTo(before.get(i).keyset());
                assertThat(row(data, i).ciphertext()).isNotEqualTo(before.get(i).ciphertext());
            }
            assertThat(data.readable()).isEqualTo(COUNT);
            assertThat(data.vault().mac("url-token").of("text")).isEqualTo(hash);
            assertThat(newestEvent(data)).contains("keys.rotated", "credentials");
        }
    }

    private static List<SealedCredential> rows(DataFolder data) {
        List<SealedCredential> rows = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            rows.add(row(data, i));
        }
        return rows;
    }

    private static String newestEvent(DataFolder data) {
        return data.store()
                .read(reads -> reads.audit(AuditQuery.newest(1)))
                .get(0)
                .body();
    }

    @Test
    void aRunThatWasInterruptedIsTakenUp() {
        try (DataFolder data = DataFolder.open(path)) {
            data.add(COUNT);
            assertThatThrownBy(() -> rotation(data, failingAfter(5)).credentials())
                    .isInstanceOf(InterruptionException.class);
            List<SealedCredential> before = rows(data);
            assertThat(rotation(data).credentials()).isEqualTo(COUNT - 5);
            for (int i = 0; i < COUNT; i++) {
                assertThat(Arrays.equals(
                                row(data, i).ciphertext(), before.get(i).ciphertext()))
                        .as("row %d", i)
                        .isEqualTo(i < 5);
            }
            assertThat(rotation(data).credentials()).isEqualTo(COUNT);
            assertThat(data.readable()).isEqualTo(COUNT);
        }
    }

    @Test
    void theMasterKeyIsReplacedAndTheOldOneIsGone() throws IOException {
        Path file = path.resolve("keys/master.key");
        String hash;
        String oldKey;
        try (DataFolder data = DataFolder.open(path)) {
            data.add(COUNT);
            oldKey = Files.readString(file);
            hash = data.vault().mac("url-token").of("text");
            assertThat(rotation(data).masterKey()).isEqualTo(COUNT);
            assertThat(newestEvent(data)).contains("keys.rotated", "master");
        }
        MasterKey old = MasterKey.open(file, Optional.of(oldKey));
        assertThatThrownBy(() -> DataFolder.open(path, old)).isInstanceOf(VaultException.class);
        try (DataFolder data = DataFolder.open(path)) {
            assertThat(data.master().ring().ids())
                    .hasSize(1)
                    .doesNotContainAnyElementsOf(old.ring().ids());
            assertThat(data.readable()).isEqualTo(COUNT);
            assertThat(data.vault().mac("url-token").of("text")).isEqualTo(hash);
        }
    }

    @Test
    void aReplacementThatWasInterruptedKeepsBothKeysUntilItIsFinished() {
        for (int at : new int[] {1, 7, COUNT}) {
            try (DataFolder data = DataFolder.open(path)) {
                if (at == 1) {
                    data.add(COUNT);
                }
                int end = at;
                assertThatThrownBy(() -> rotation(data, failingAfter(end)).masterKey())
                        .isInstanceOf(InterruptionException.class);
            }
            try (DataFolder data = DataFolder.open(path)) {
                assertThat(data.master().ring().ids()).hasSize(2);
                assertThat(data.readable()).isEqualTo(COUNT);
                rotation(data).masterKey();
                assertThat(data.master().ring().ids()).hasSize(1);
            }
        }
    }

    @Test
    void aKeyOfTheEnvironmentIsReplacedByTheOneThatIsGiven() {
        String present = MasterKey.newText();
        String next = MasterKey.newText();
        try (DataFolder data = DataFolder.open(path, fromEnvironment(present))) {
            data.add(COUNT);
        }
        try (DataFolder data = DataFolder.open(path, MasterKey.openWithSuccessor(present, next))) {
            assertThatThrownBy(() -> rotation(data, failingAfter(4)).masterKey())
                    .isInstanceOf(InterruptionException.class);
        }
        for (String alone : List.of(present, next)) {
            assertThatThrownBy(() -> DataFolder.open(path, fromEnvironment(alone)))
                    .isInstanceOf(VaultException.class)
                    .hasMessageContaining("keys rotate --master");
        }
        try (DataFolder data = DataFolder.open(path, MasterKey.openWithSuccessor(present, next))) {
            assertThat(rotation(data).masterKey()).isEqualTo(COUNT);
        }
        assertThatThrownBy(() -> DataFolder.open(path, fromEnvironment(present)))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("not the one");
        try (DataFolder data = DataFolder.open(path, fromEnvironment(next))) {
            assertThat(data.readable()).isEqualTo(COUNT);
        }
    }

    private MasterKey fromEnvironment(String text) {
        return MasterKey.open(path, Optional.of(text));
    }

    @Test
    void theSameKeyTwiceIsNoReplacement() {
        String key = MasterKey.newText();
        assertThatThrownBy(() -> MasterKey.openWithSuccessor(key, key))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("same key");
    }

    @Test
    void aServerThatRunsEncryptsWithTheNewMasterKey() {
        try (DataFolder server = DataFolder.open(path)) {
            server.add("con_before");
            try (DataFolder other = DataFolder.open(path)) {
                rotation(other).masterKey();
            }
            server.add("con_after");
            assertThat(server.readable()).isEqualTo(2);
        }
        try (DataFolder data = DataFolder.open(path)) {
            assertThat(data.readable()).isEqualTo(2);
        }
    }

    @Test
    void aServerWhoseKeyIsOfTheEnvironmentSaysThatItMustBeStartedAgain(@TempDir Path folder) {
        String present = MasterKey.newText();
        try (DataFolder server = DataFolder.open(folder, fromEnvironment(present))) {
            server.add("con_before");
            SealedCredential held =
                    server.store().read(reads -> reads.credential("con_before").orElseThrow());
            try (DataFolder other =
                    DataFolder.open(folder, MasterKey.openWithSuccessor(present, MasterKey.newText()))) {
                rotation(other).masterKey();
            }
            assertThatThrownBy(() -> server.add("con_after"))
                    .isInstanceOf(VaultException.class)
                    .hasMessageContaining("start it again");
            assertThat(server.holds("con_before", held, DataFolder.credentialOf("con_before")))
                    .isTrue();
        }
    }

    @Test
    void nothingFailsForAServerWhileAllKeysAreReplaced() throws InterruptedException {
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicInteger revealed = new AtomicInteger();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        try (DataFolder server = DataFolder.open(path)) {
            server.add(COUNT);
            CountDownLatch started = new CountDownLatch(1);
            Thread reader = new Thread(() -> {
                while (!isOver.get()) {
                    try {
                        if (server.readable() < COUNT) {
                            failures.add(new AssertionError("unreadable"));
                        }
                        revealed.incrementAndGet();
                    } catch (RuntimeException e) {
                        failures.add(e);
                    }
                    started.countDown();
                }
            });
            reader.start();
            started.await();
            try (DataFolder other = DataFolder.open(path)) {
                for (int round = 0; round < 5; round++) {
                    rotation(other).credentials();
                    rotation(other).masterKey();
                    server.add("con_added_" + round);
                }
            } finally {
                isOver.set(true);
                reader.join();
            }
            assertThat(failures).isEmpty();
            assertThat(revealed).hasValueGreaterThan(5);
        }
        try (DataFolder data = DataFolder.open(path)) {
            assertThat(data.readable()).isEqualTo(COUNT + 5);
        }
    }
}
