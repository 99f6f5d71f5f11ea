package dev.toolsmith.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.platform.model.SealedCredential;
import dev.toolsmith.platform.store.Settled;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that another process replaces between two steps of this one. */
final class ReplacedMeanwhileTest {

    private static final String ID = "con_kept";

    @TempDir
    Path path;

    private DataFolder server;
    private DataFolder other;

    @BeforeEach
    void open() {
        server = DataFolder.open(path);
        server.add(ID);
        other = DataFolder.open(path);
    }

    @AfterEach
    void close() {
        other.close();
        server.close();
    }

    private void replaceMasterKey() {
        KeyRotationTest.rotation(other, (count, total) -> {}).masterKey();
    }

    private String markOf(String id, String credential) {
        return server.vault().mac("credential|" + id).of(credential);
    }

    @Test
    void aRowThatWasReadBeforeTheMasterKeyWasReplacedIsReadAgain() {
        SealedCredential row = server.row(ID);
        replaceMasterKey();
        server.add("con_that_takes_up_the_new_key");
        assertThatThrownBy(() -> server.vault().reveal(ID, row)).isInstanceOf(VaultException.class);
        String mark = server.vault().current(ID, row, now -> server.vault().markOf(ID, now));
        assertThat(mark).isEqualTo(markOf(ID, DataFolder.credentialOf(ID)));
    }

    @Test
    void aRowIsReadAgainAsOftenAsTheKeyWasReplacedMeanwhile() {
        HookedStore hooked = new HookedStore(server.store());
        Vault vault = Vault.open(server.master(), hooked);
        SealedCredential row = server.row(ID);
        replaceMasterKey();
        server.add("con_that_takes_up_the_second_key");
        hooked.afterRead(() -> {
            replaceMasterKey();
            server.add("con_that_takes_up_the_third_key");
        });
        String mark = vault.current(ID, row, now -> vault.markOf(ID, now));
        assertThat(mark).isEqualTo(markOf(ID, DataFolder.credentialOf(ID)));
    }

    @Test
    void aRowThatDoesNotDecryptAndIsStillTheSameIsTriedOnce() {
        SealedCredential row = server.row(ID);
        SealedCredential damaged = new SealedCredential(row.keyset(), row.keyset());
        Settled.of(server.store().write(writes -> {
            writes.replaceCredential(ID, damaged);
            return true;
        }));
        int[] tries = {0};
        assertThatThrownBy(() -> server.vault().current(ID, server.row(ID), now -> {
                    tries[0]++;
                    return server.vault().reveal(ID, now);
                }))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining(ID);
        assertThat(tries[0]).isEqualTo(1);
    }

    @Test
    void aRowOfAConnectionThatIsGoneSaysWhatItDid() {
        SealedCredential row = server.row(ID);
        Settled.of(server.store().write(writes -> {
            writes.deleteConnection(ID);
            return true;
        }));
        SealedCredential damaged = new SealedCredential(row.keyset(), row.keyset());
        assertThatThrownBy(() -> server.vault()
                        .current(ID, damaged, now -> server.vault().reveal(ID, now)))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("does not decrypt");
    }

    @Test
    void twoThreadsThatBothMissTheNewKeyBothDecrypt() throws Exception {
        replaceMasterKey();
        SealedCredential row = server.row(ID);
        CompletableFuture<String> second = overtaken(
                () -> server.vault().markOf(ID, row), () -> server.vault().markOf(ID, row));
        assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(markOf(ID, DataFolder.credentialOf(ID)));
    }

    @Test
    void twoThreadsThatBothMissTheNewKeyBothEncrypt() throws Exception {
        replaceMasterKey();
        CompletableFuture<SealedCredential> second = overtaken(
                () -> server.vault().seal("con_a", "first"),
                () -> server.vault().seal("con_b", "second"));
        assertThat(other.vault().markOf("con_b", second.get(30, TimeUnit.SECONDS)))
                .isEqualTo(markOf("con_b", "second"));
    }

    /** Lets a second thread find that it needs the key anew, and a first one take the key up before the second does. */
    private <T> CompletableFuture<T> overtaken(Supplier<T> first, Supplier<T> second) throws InterruptedException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(second.get());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        synchronized (server.master()) {
            thread.start();
            while (!waitsForTheKey(thread) && !result.isDone()) {
                Thread.onSpinWait();
            }
            assertThat(first.get()).isNotNull();
        }
        thread.join();
        return result;
    }

    private boolean waitsForTheKey(Thread thread) {
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId());
        LockInfo lock = info == null ? null : info.getLockInfo();
        return lock != null && lock.getIdentityHashCode() == System.identityHashCode(server.master());
    }
}
