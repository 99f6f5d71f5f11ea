package dev.toolsmith.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.toolsmith.platform.audit.AuditJson;
import dev.toolsmith.platform.audit.AuditQuery;
import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.model.ApiToken.Permission;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ConnectionState;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.model.SealedCredential;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.platform.model.UrlToken;
import dev.toolsmith.platform.store.ChangeLock;
import dev.toolsmith.platform.store.sqlite.SqliteStore;
import dev.toolsmith.platform.vault.MasterKey;
import dev.toolsmith.platform.vault.Tokens;
import dev.toolsmith.platform.vault.Vault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiTokensTest {

    private static final Actor ACTOR = new Actor("adm_test", "192.0.2.7");
    private static final Set<Permission> CALL = Set.of(Permission.CALL);

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock();
    private SqliteStore store;
    private Tokens tokens;
    private ApiTokens apiTokens;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("toolsmith.db"));
        Vault vault = Vault.open(MasterKey.open(folder.resolve("master.key"), Optional.empty()), store);
        store.attestWith(vault.mac("audit-head")::of);
        tokens = new Tokens(vault);
        apiTokens = new ApiTokens(store, tokens, new ChangeLock(), clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aTokenIsFoundByItsSecretAndByNothingElse() {
        ApiTokens.Issued issued = apiTokens.create(ACTOR, "CI", CALL, Optional.empty(), Optional.empty());
        assertThat(apiTokens.find(issued.secret())).contains(issued.token());
        assertThat(issued.token().hint()).isEqualTo(issued.secret().substring(49));
        String other = (issued.secret().charAt(10) == 'a' ? "b" : "a");
        for (String wrong : List.of(
                "",
                "tsk_",
                issued.secret() + "x",
                issued.secret().substring(1),
                issued.secret().substring(0, 10) + other + issued.secret().substring(11),
                tokens.newApiToken(),
                tokens.newUrlToken(),
                tokens.newSession(),
                issued.token().mac(),
                issued.token().id())) {
            assertThat(apiTokens.find(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void tokensOutliveTheProcessAndTheirSecretIsNotKept() {
        ApiTokens.Issued issued = apiTokens.create(
                ACTOR,
                "CI",
                Set.of(Permission.MANAGE, Permission.METRICS),
                Optional.empty(),
                Optional.of(clock.instant().plusSeconds(60)));
        ApiTokens again = new ApiTokens(store, tokens, new ChangeLock(), clock);
        assertThat(again.all()).containsExactly(issued.token());
        assertThat(again.find(issued.secret())).contains(issued.token());
        assertThat(issued.token().toString() + issued).doesNotContain(issued.secret());
    }

    @Test
    void aRevokedTokenIsGoodForNothingAtOnceAndForEver() {
        ApiTokens.Issued issued = apiTokens.create(ACTOR, "CI", CALL, Optional.empty(), Optional.empty());
        apiTokens.revoke(ACTOR, issued.token().id());
        assertThat(apiTokens.find(issued.secret())).isEmpty();
        assertThat(apiTokens.all()).isEmpty();
        assertThat(new ApiTokens(store, tokens, new ChangeLock(), clock).find(issued.secret()))
                .isEmpty();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> apiTokens.revoke(ACTOR, issued.token().id()))
                .matches(problem -> problem.status() == 404);
    }

    @Test
    void aTokenEndsAtTheInstantItSays() {
        Instant end = clock.instant().plusSeconds(60);
        ApiTokens.Issued issued = apiTokens.create(ACTOR, "CI", CALL, Optional.empty(), Optional.of(end));
        clock.now = end.minusMillis(1);
        assertThat(apiTokens.find(issued.secret())).isPresent();
        clock.now = end;
        assertThat(apiTokens.find(issued.secret())).isEmpty();
        assertThat(apiTokens.all()).containsExactly(issued.token());
    }

    @Test
    void aTokenThatWasSeenExpiredStaysSoWhenTheClockGoesBack() {
        Instant end = clock.instant().plusSeconds(60);
        ApiTokens.Issued issued = apiTokens.create(ACTOR, "CI", CALL, Optional.empty(), Optional.of(end));
        clock.now = end;
        assertThat(apiTokens.find(issued.secret())).isEmpty();
        clock.now = end.minusSeconds(30);
        assertThat(apiTokens.find(issued.secret())).isEmpty();
        assertThat(apiTokens.isGood(issued.token())).isFalse();
    }

    @Test
    void aSweepRemovesWhatIsOverAndSaysSoOnce() {
        Instant end = clock.instant().plusSeconds(60);
        ApiTokens.Issued over = apiTokens.create(ACTOR, "old", CALL, Optional.empty(), Optional.of(end));
        ApiTokens.Issued good = apiTokens.create(ACTOR, "new", CALL, Optional.empty(), Optional.of(end.plusMillis(1)));
        apiTokens.sweep();
        assertThat(apiTokens.all()).hasSize(2);
        clock.now = end;
        apiTokens.sweep();
        apiTokens.sweep();
        clock.now = end.minusSeconds(30);
        for (ApiTokens each : List.of(apiTokens, new ApiTokens(store, tokens, new ChangeLock(), clock))) {
            assertThat(each.all()).containsExactly(good.token());
            assertThat(each.find(over.secret())).isEmpty();
            assertThat(each.find(good.secret())).isPresent();
        }
        assertThat(trail()).hasSize(3);
        assertThat(AuditJson.read(trail().get(0)).kind()).isEqualTo("api_token.expired");
        assertThat(trail().get(0)).contains(over.token().id()).doesNotContain(over.secret());
    }

    @Test
    void whatCouldDoNothingOrTooMuchIsRefused() {
        Optional<String> server = Optional.of("srv_1");
        Optional<Instant> past = Optional.of(clock.instant());
        refused("no_permission", "x", Set.of(), Optional.empty(), Optional.empty());
        refused("too_much_for_one_server", "x", Set.of(Permission.MANAGE, Permission.CALL), server, Optional.empty());
        refused("expires_too_soon", "x", CALL, Optional.empty(), past);
        refused("name_form", " ", CALL, Optional.empty(), Optional.empty());
        refused("name_form", "x".repeat(101), CALL, Optional.empty(), Optional.empty());
        assertThat(apiTokens.all()).isEmpty();
        assertThat(trail()).isEmpty();
    }

    @Test
    void aTokenIsForAServerThatThereIs() {
        Optional<String> server = Optional.of("srv_1");
        refused("unknown_server", "x", CALL, server, Optional.empty());
        assertThat(apiTokens.all()).isEmpty();
        assertThat(trail()).isEmpty();
        hostServer();
        assertThat(apiTokens
                        .create(ACTOR, "x", CALL, server, Optional.empty())
                        .token()
                        .serverId())
                .isEqualTo(server);
    }

    private void hostServer() {
        Instant now = clock.instant();
        Connection account = new Connection(
                "con_1",
                "crm",
                "Sales",
                ConnectionState.ACTIVE,
                "",
                "",
                "",
                Optional.empty(),
                "",
                "adm_test",
                now,
                now);
        HostedServer server = new HostedServer(
                "srv_1", "con_1", "Sales", ServerConfig.everything(), false, "adm_test", now, now, Optional.empty());
        UrlToken url = new UrlToken("url_1", "srv_1", "mac", "hint", now, Optional.empty());
        store.write(change -> {
                    change.insert(account, new SealedCredential(new byte[] {1}, new byte[] {2}));
                    change.insert(server, url);
                    return true;
                })
                .join();
    }

    @Test
    void makingAndRevokingStandInTheTrailWithoutTheSecret() {
        hostServer();
        ApiTokens.Issued issued = apiTokens.create(ACTOR, "CI", CALL, Optional.of("srv_1"), Optional.empty());
        apiTokens.revoke(ACTOR, issued.token().id());
        assertThat(trail()).hasSize(2);
        assertThat(AuditJson.read(trail().get(0)).kind()).isEqualTo("api_token.revoked");
        assertThat(AuditJson.read(trail().get(1)).kind()).isEqualTo("api_token.created");
        assertThat(AuditJson.read(trail().get(1)).detail()).containsEntry("permissions", "call");
        assertThat(trail())
                .allSatisfy(body -> assertThat(body)
                        .contains(issued.token().id(), "srv_1", "adm_test", "192.0.2.7")
                        .doesNotContain(issued.secret())
                        .doesNotContain(issued.token().mac()));
    }

    private void refused(
            String code, String name, Set<Permission> permissions, Optional<String> server, Optional<Instant> end) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> apiTokens.create(ACTOR, name, permissions, server, end))
                .matches(problem -> problem.status() == 422 && problem.code().equals(code));
    }

    private List<String> trail() {
        return store.read(reads -> reads.audit(AuditQuery.newest(200))).stream()
                .map(row -> row.body())
                .toList();
    }

    /** A clock that stands still until it is set. */
    private static final class MovingClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-22T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
