package dev.toolsmith.platform.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.platform.audit.AuditChain;
import dev.toolsmith.platform.audit.AuditJson;
import dev.toolsmith.platform.audit.AuditQuery;
import dev.toolsmith.platform.audit.AuditRow;
import dev.toolsmith.platform.model.AdminSession;
import dev.toolsmith.platform.model.Administrator;
import dev.toolsmith.platform.model.ApiToken;
import dev.toolsmith.platform.model.ApiToken.Permission;
import dev.toolsmith.platform.model.ConnectionState;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.store.StoreException;
import dev.toolsmith.platform.store.StoreReads;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {

    @TempDir
    Path folder;

    private SqliteStore store;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("data/toolsmith.db"));
        store.attestWith(Samples.KEY);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void reopen() {
        store.close();
        open();
    }

    private boolean use(String mark, int end, int now) {
        Instant start = Instant.parse("2026-08-01T10:00:00Z");
        return store.write(change -> change.use(mark, start.plusMillis(end), start.plusMillis(now)))
                .join();
    }

    @Test
    void anAgreementIsUsedOnceForAsLongAsItIsGood() {
        assertThat(use("a", 10, 0)).isTrue();
        assertThat(use("b", 20, 0)).isTrue();
        reopen();

        assertThat(use("a", 10, 10)).isFalse();
        assertThat(use("a", 20, 11)).isTrue();
        assertThat(use("b", 20, 11)).isFalse();
    }

    @Test
    void aQuestionThatFailsLeavesNothingToTheNextOnes() {
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> store.read(reads -> {
                        throw new IllegalStateException("enough");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("enough");
            assertThat(list(StoreReads::connections)).isEmpty();
        }
    }

    @Test
    void connectionsComeBackAsTheyWereKept() {
        store.write(w -> {
                    w.insert(Samples.connection("con_b"), Samples.credential("b"));
                    w.insert(Samples.connection("con_a"), Samples.credential("a"));
                    w.update(Samples.connection("con_a").inState(ConnectionState.REVOKED, "refused", Samples.NOW));
                    w.replaceCredential("con_b", Samples.credential("new"));
                    return true;
                })
                .join();
        reopen();
        assertThat(list(StoreReads::connections))
                .containsExactly(
                        Samples.connection("con_b"),
                        Samples.connection("con_a").inState(ConnectionState.REVOKED, "refused", Samples.NOW));
        assertThat(maybe(r -> r.connection("con_b"))).contains(Samples.connection("con_b"));
        assertThat(maybe(r -> r.connection("con_c"))).isEmpty();
        assertThat(maybe(r -> r.credential("con_b")).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(Samples.credential("new"));
    }

    @Test
    void serversAndTheirTokensGoWithTheirConnection() {
        store.write(w -> {
                    w.insert(Samples.connection("con_1"), Samples.credential("1"));
                    w.insert(Samples.server("srv_1", "con_1"), Samples.token("tok_1", "srv_1"));
                    w.insert(Samples.server("srv_2", "con_1"), Samples.token("tok_2", "srv_2"));
                    w.insert(Samples.token("tok_3", "srv_1"));
                    return true;
                })
                .join();
        assertThat(list(StoreReads::servers))
                .containsExactly(Samples.server("srv_1", "con_1"), Samples.server("srv_2", "con_1"));
        assertThat(list(StoreReads::urlTokens))
                .containsExactly(
                        Samples.token("tok_1", "srv_1"),
                        Samples.token("tok_2", "srv_2"),
                        Samples.token("tok_3", "srv_1"));
        assertThat(list(r -> r.urlTokensOf("srv_1")))
                .containsExactly(Samples.token("tok_1", "srv_1"), Samples.token("tok_3", "srv_1"));
        store.write(w -> {
                    w.deleteServer("srv_2");
                    return true;
                })
                .join();
        assertThat(list(StoreReads::urlTokens)).hasSize(2);
        store.write(w -> {
                    w.deleteConnection("con_1");
                    return true;
                })
                .join();
        assertThat(list(StoreReads::servers)).isEmpty();
        assertThat(list(StoreReads::urlTokens)).isEmpty();
        assertThat(maybe(r -> r.credential("con_1"))).isEmpty();
    }

    @Test
    void whatProvesWhoSomeoneIsComesBackAsItWasKept() {
        ApiToken token = new ApiToken(
                "key_1",
                "ci",
                "mac",
                "wxyz",
                Set.of(Permission.CALL, Permission.MANAGE),
                Optional.of("srv_1"),
                "adm_1",
                Samples.NOW,
                Optional.of(Samples.NOW.plusNanos(1)));
        Administrator administrator = new Administrator("adm_1", "a@example.com", "$argon2id$x", Samples.NOW);
        AdminSession session = new AdminSession("m1", "adm_1", Samples.NOW, Samples.NOW.plusSeconds(9));
        store.write(w -> {
                    w.insert(token);
                    w.insert(administrator);
                    w.insert(session);
                    w.setValue("keyset", "bytes".getBytes(StandardCharsets.UTF_8));
                    return true;
                })
                .join();
        reopen();
        assertThat(list(StoreReads::apiTokens)).containsExactly(token);
        assertThat(list(StoreReads::administrators)).containsExactly(administrator);
        assertThat(maybe(r -> r.session("m1"))).contains(session);
        assertThat(maybe(r -> r.value("keyset"))).contains("bytes".getBytes(StandardCharsets.UTF_8));
        store.write(w -> {
                    w.deleteApiToken("key_1");
                    w.deleteSession("m1");
                    w.setValue("keyset", new byte[0]);
                    return true;
                })
                .join();
        assertThat(list(StoreReads::apiTokens)).isEmpty();
        assertThat(maybe(r -> r.session("m1"))).isEmpty();
        assertThat(maybe(r -> r.value("keyset"))).isEmpty();
    }

    @Test
    void aChangeThatThrowsUndoesItselfAndNothingOfItsNeighbours() throws InterruptedException {
        CountDownLatch queued = new CountDownLatch(1);
        CompletableFuture<Boolean> first = store.write(w -> {
            awaitQuietly(queued);
            w.append(Samples.intent("call_1"));
            return true;
        });
        CompletableFuture<Boolean> bad = store.write(w -> {
            w.insert(Samples.connection("con_1"), Samples.credential("1"));
            w.append(Samples.intent("call_2"));
            throw ProblemException.notFound("thing");
        });
        CompletableFuture<Boolean> good = store.write(w -> {
            w.append(Samples.intent("call_3"));
            return true;
        });
        queued.countDown();
        assertThat(first.join()).isTrue();
        assertThatThrownBy(bad::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(ProblemException.class);
        assertThat(good.join()).isTrue();
        assertThat(list(StoreReads::connections)).isEmpty();
        assertThat(rows()).extracting(AuditRow::sequence).containsExactly(1L, 2L);
        assertThat(rows().get(1).body()).contains("call_3");
        assertThat(store.appended()).isEqualTo(2);
    }

    @Test
    void aChangeThatBreaksARuleOfTheDatabaseFailsWithoutTellingValues() {
        CompletableFuture<Boolean> change = store.write(w -> {
            w.insert(Samples.token("tok_secret", "srv_none"));
            return true;
        });
        assertThatThrownBy(change::join)
                .hasCauseInstanceOf(StoreException.class)
                .hasMessageNotContaining("tok_secret")
                .hasStackTraceContaining("store.sqlite")
                .satisfies(e -> assertThat(allMessages(e)).doesNotContain("tok_secret", "INSERT"));
    }

    @Test
    void continuationsRunInTheOrderOfTheChangesOnOneThread() {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        Set<String> threads = Collections.synchronizedSet(new HashSet<>());
        CountDownLatch queued = new CountDownLatch(1);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            int number = i;
            all.add(store.write(w -> {
                        awaitQuietly(queued);
                        return number;
                    })
                    .thenAccept(n -> {
                        order.add(n);
                        threads.add(Thread.currentThread().getName());
                    }));
        }
        queued.countDown();
        all.forEach(CompletableFuture::join);
        assertThat(order).isSorted().hasSize(500);
        assertThat(threads).containsExactly("store-writer");
    }

    @Test
    void theTrailIsAChainThatGoesOnAfterReopening() {
        append("call_1", "call_2");
        reopen();
        append("call_3");
        List<AuditRow> rows = rows();
        String previous = AuditChain.GENESIS;
        for (AuditRow row : rows) {
            assertThat(row).isEqualTo(AuditChain.row(row.sequence(), row.body(), previous));
            previous = row.hash();
        }
        assertThat(rows).hasSize(3).extracting(AuditRow::sequence).containsExactly(1L, 2L, 3L);
        assertThat(AuditJson.read(rows.get(2).body()).invocation().callId()).isEqualTo("call_3");
    }

    @Test
    void nothingIsAppendedBeforeTheHeadHasItsKey() {
        try (SqliteStore other = SqliteStore.open(folder.resolve("other/toolsmith.db"))) {
            CompletableFuture<Boolean> change = other.write(w -> {
                w.append(Samples.intent("call_1"));
                return true;
            });
            assertThatThrownBy(change::join).hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void twoStoresOfOneFileContinueTheSameChain() {
        append("call_1");
        try (SqliteStore other = SqliteStore.open(folder.resolve("data/toolsmith.db"))) {
            other.attestWith(Samples.KEY);
            append("call_2");
            other.write(w -> {
                        w.append(Samples.intent("call_3"));
                        return true;
                    })
                    .join();
            append("call_4");
        }
        assertThat(rows()).extracting(AuditRow::sequence).containsExactly(1L, 2L, 3L, 4L);
        assertThat(rows().get(3).previous()).isEqualTo(rows().get(2).hash());
    }

    @Test
    void intentsThatACrashLeftOpenGetAnOutcomeThatSaysSo() {
        append("call_1", "call_2");
        store.write(w -> {
                    w.append(Samples.outcome("call_1"));
                    return true;
                })
                .join();
        reopen();
        assertThat(store.closeOpenIntents(Samples.NOW)).isEqualTo(1);
        AuditRow last = rows().get(3);
        assertThat(AuditJson.read(last.body()))
                .satisfies(event -> assertThat(event.kind()).isEqualTo("call.outcome"))
                .satisfies(event -> assertThat(event.outcome().reason()).isEqualTo("server_restarted"))
                .satisfies(event -> assertThat(event.subject())
                        .isEqualTo(Samples.intent("x").subject()))
                .satisfies(event -> assertThat(event.invocation().callId()).isEqualTo("call_2"));
        reopen();
        assertThat(store.closeOpenIntents(Samples.NOW)).isZero();
    }

    @Test
    void aPageOfTheTrailIsNewestFirstAndFiltered() {
        append(LongStream.rangeClosed(1, 10).mapToObj(i -> "call_" + i).toArray(String[]::new));
        store.write(w -> {
                    w.append(Samples.change("server.created"));
                    return true;
                })
                .join();
        assertThat(list(r -> r.audit(AuditQuery.newest(3))))
                .extracting(AuditRow::sequence)
                .containsExactly(11L, 10L, 9L);
        AuditQuery allowed = new AuditQuery(
                Optional.of(10L),
                Optional.of("srv_1"),
                Optional.of("con_1"),
                Optional.of("attio_list_objects"),
                Optional.of("allowed"),
                Optional.of(Samples.NOW.minusMillis(1)),
                Optional.of(Samples.NOW),
                2);
        assertThat(list(r -> r.audit(allowed))).extracting(AuditRow::sequence).containsExactly(9L, 8L);
        AuditQuery later = new AuditQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Samples.NOW.plusMillis(1)),
                Optional.empty(),
                2);
        assertThat(list(r -> r.audit(later))).isEmpty();
    }

    @Test
    void afterClosingChangesAreRefused() {
        store.close();
        assertThatThrownBy(store.write(w -> true)::join).hasCauseInstanceOf(StoreException.class);
    }

    private void append(String... callIds) {
        for (String callId : callIds) {
            store.write(w -> {
                        w.append(Samples.intent(callId));
                        return true;
                    })
                    .join();
        }
    }

    private List<AuditRow> rows() {
        List<AuditRow> rows = new ArrayList<>();
        store.read(r -> {
            r.eachAudit(AuditQuery.newest(1), rows::add);
            return true;
        });
        return rows;
    }

    private <T> List<T> list(Function<StoreReads, List<T>> question) {
        return store.read(question);
    }

    private <T> Optional<T> maybe(Function<StoreReads, Optional<T>> question) {
        return store.read(question);
    }

    private static String allMessages(Throwable e) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            text.append(cause.getMessage()).append('\n');
        }
        return text.toString();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
