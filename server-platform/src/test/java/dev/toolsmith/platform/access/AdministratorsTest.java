package dev.toolsmith.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.toolsmith.platform.audit.AuditQuery;
import dev.toolsmith.platform.audit.AuditRow;
import dev.toolsmith.platform.model.Administrator;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.store.StoreReads;
import dev.toolsmith.platform.store.sqlite.SqliteStore;
import dev.toolsmith.platform.vault.MasterKey;
import dev.toolsmith.platform.vault.Tokens;
import dev.toolsmith.platform.vault.Vault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AdministratorsTest {

    private static final String EMAIL = "ada@example.com";
    private static final String PASSWORD = "correct horse battery";
    private static final String HERE = "192.0.2.1";

    @TempDir
    Path folder;

    private SqliteStore store;
    private Tokens tokens;
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private Administrators administrators;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("toolsmith.db"));
        Vault vault = Vault.open(MasterKey.open(folder.resolve("master.key"), Optional.empty()), store);
        store.attestWith(vault.mac("audit-head")::of);
        tokens = new Tokens(vault);
        administrators = new Administrators(store, tokens, clock());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aSetupCodeIsThreeGroupsOfFourUnmistakableCharacters() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            String code = administrators.newSetupCode().orElseThrow();
            assertThat(code).matches("[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){2}");
            codes.add(code);
        }
        assertThat(codes).hasSize(200);
    }

    @Test
    void theHolderOfTheCodeBecomesTheFirstAdministratorAndTheLastOneSo() {
        String code = administrators.newSetupCode().orElseThrow();

        Administrator first = administrators.setUp(typed(code), " Ada@Example.COM ", PASSWORD, HERE);

        assertThat(first.email()).isEqualTo(EMAIL);
        assertThat(first.passwordHash())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                .doesNotContain(PASSWORD);
        assertThat(all()).containsExactly(first);
        assertThat(administrators.newSetupCode()).isEmpty();
        refused(403, "already_set_up", () -> administrators.setUp(code, "eve@example.com", PASSWORD, HERE));
        assertThat(trail()).contains("admin.created");
    }

    @Test
    void ofTwoWhoUseTheCodeAtOnceOneBecomesAdministrator() {
        String code = administrators.newSetupCode().orElseThrow();
        List<CompletableFuture<Boolean>> both = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> isSetUp(code, i)))
                .toList();

        assertThat(both.stream().filter(CompletableFuture::join)).hasSize(1);
        assertThat(all()).hasSize(1);
    }

    @Test
    void aCodeOlderThanThirtyMinutesIsNoGood() {
        String code = administrators.newSetupCode().orElseThrow();
        now = now.plus(Duration.ofMinutes(30));

        refused(403, "setup_code_refused", () -> administrators.setUp(code, EMAIL, PASSWORD, HERE));
    }

    @Test
    void aCodeIsNoGoodAfterTenWrongTriesFromAnywhere() {
        String code = administrators.newSetupCode().orElseThrow();
        for (int i = 0; i < 10; i++) {
            String elsewhere = "192.0.2." + (100 + i);
            String email = i + "@example.com";
            refused(
                    403,
                    "setup_code_refused",
                    () -> administrators.setUp("AAAA-AAAA-AAAA", email, PASSWORD, elsewhere));
        }

        refused(403, "setup_code_refused", () -> administrators.setUp(code, EMAIL, PASSWORD, HERE));
    }

    @Test
    void aCodeSurvivesAPasswordThatIsTooShort() {
        String code = administrators.newSetupCode().orElseThrow();

        refused(422, "password_length", () -> administrators.setUp(code, EMAIL, "elevenchars", HERE));
        refused(422, "email_form", () -> administrators.setUp(code, "nobody", PASSWORD, HERE));

        assertThat(administrators.setUp(code, EMAIL, "twelve chars", HERE).email())
                .isEqualTo(EMAIL);
    }

    @Test
    void aSessionIsKeptAsItsMacOnly() {
        setUp();

        SignedIn session = administrators.signIn("ADA@example.com", PASSWORD, HERE);

        assertThat(session.cookie()).startsWith("tss_");
        assertThat(isKept(session.cookie())).isFalse();
        assertThat(isKept(tokens.macOf(session.cookie()))).isTrue();
        assertThat(session.toString()).doesNotContain(session.cookie());
        assertThat(trail()).contains("admin.signed_in").doesNotContain(session.cookie());
    }

    @Test
    void aSessionEndsAfterTwelveHours() {
        setUp();
        String cookie = administrators.signIn(EMAIL, PASSWORD, HERE).cookie();

        now = now.plus(Duration.ofHours(12)).minusMillis(1);
        assertThat(administrators.session(cookie)).isPresent();
        now = now.plusMillis(1);
        assertThat(administrators.session(cookie)).isEmpty();
        now = now.minusSeconds(60);
        assertThat(administrators.session(cookie)).isEmpty();
    }

    @Test
    void aSweepRemovesSessionsThatNobodyCameBackWith() {
        setUp();
        String old = administrators.signIn(EMAIL, PASSWORD, HERE).cookie();
        now = now.plus(Duration.ofHours(1));
        String later = administrators.signIn(EMAIL, PASSWORD, HERE).cookie();
        now = now.plus(Duration.ofHours(11));

        administrators.sweep();

        assertThat(store.read(StoreReads::sessions)).hasSize(1);
        now = now.minus(Duration.ofHours(2));
        assertThat(administrators.session(old)).isEmpty();
        assertThat(administrators.session(later)).isPresent();
    }

    @Test
    void signingOutEndsTheSessionItself() {
        setUp();
        String one = administrators.signIn(EMAIL, PASSWORD, HERE).cookie();
        String other = administrators.signIn(EMAIL, PASSWORD, HERE).cookie();

        administrators.signOut(one);

        assertThat(administrators.session(one)).isEmpty();
        assertThat(administrators.session(other)).isPresent();
    }

    @Test
    void whatIsNoSessionOpensNone() {
        setUp();

        assertThat(administrators.session("")).isEmpty();
        assertThat(administrators.session("tss_x")).isEmpty();
        assertThat(administrators.session(tokens.newSession())).isEmpty();
        assertThat(administrators.session(tokens.newApiToken())).isEmpty();
    }

    @Test
    void nobodyLearnsWhetherTheAddressOrThePasswordWasWrong() {
        setUp();

        String wrongPassword = refused(401, "sign_in_refused", () -> administrators.signIn(EMAIL, "x", "192.0.2.2"));
        String unknown =
                refused(401, "sign_in_refused", () -> administrators.signIn("eve@example.com", PASSWORD, "192.0.2.3"));

        assertThat(wrongPassword).isEqualTo(unknown);
        assertThat(trail()).contains("admin.refused");
    }

    @Test
    void fiveFailuresOfOneEMailAddressFromOnePlaceCloseItThereForAQuarterOfAnHour() {
        setUp();
        for (int i = 0; i < 5; i++) {
            refused(401, "sign_in_refused", () -> administrators.signIn(EMAIL, "wrong", HERE));
        }

        refused(429, "too_many_attempts", () -> administrators.signIn(EMAIL, PASSWORD, HERE));
        assertThat(administrators.signIn(EMAIL, PASSWORD, "192.0.2.9").cookie()).isNotEmpty();
        now = now.plus(Duration.ofMinutes(15));
        assertThat(administrators.signIn(EMAIL, PASSWORD, HERE).cookie()).isNotEmpty();
    }

    @Test
    void twentyFailuresFromOneNetworkAddressCloseItForOthersNot() {
        SignInLimit limit = new SignInLimit();
        for (int i = 0; i < 20; i++) {
            limit.begin(i + "@example.com", HERE, now);
        }

        refused(429, "too_many_attempts", () -> limit.begin(EMAIL, HERE, now));
        limit.begin(EMAIL, "192.0.2.9", now);
    }

    @Test
    void aHundredFailuresOfOneEMailAddressFromManyPlacesCloseItForAQuarterOfAnHour() {
        SignInLimit limit = new SignInLimit();
        for (int i = 0; i < 100; i++) {
            limit.begin(EMAIL, "address " + i, now);
        }

        refused(429, "too_many_attempts", () -> limit.begin(EMAIL, HERE, now));
        limit.begin(EMAIL, HERE, now.plus(Duration.ofMinutes(15)));
    }

    @Test
    void theLimiterRemembersABoundedNumber() {
        SignInLimit limit = new SignInLimit();

        for (int i = 0; i < 30_000; i++) {
            limit.begin(i + "@example.com", "address " + i, now);
        }

        assertThat(limit.size()).isEqualTo(10_000);
    }

    private void setUp() {
        administrators.setUp(administrators.newSetupCode().orElseThrow(), EMAIL, PASSWORD, HERE);
    }

    private boolean isSetUp(String code, int who) {
        try {
            administrators.setUp(code, who + "@example.com", PASSWORD, "192.0.2." + who);
            return true;
        } catch (ProblemException e) {
            assertThat(e.status()).isEqualTo(403);
            return false;
        }
    }

    private List<Administrator> all() {
        return store.read(StoreReads::administrators);
    }

    private boolean isKept(String key) {
        return store.read(reads -> reads.session(key).isPresent());
    }

    private static String typed(String code) {
        return " " + code.toLowerCase(Locale.ROOT).replace("-", " ");
    }

    private static String refused(int status, String code, ThrowingCallable what) {
        ProblemException[] seen = new ProblemException[1];
        assertThatExceptionOfType(ProblemException.class).isThrownBy(what).satisfies(problem -> seen[0] = problem);
        assertThat(seen[0].code()).isEqualTo(code);
        assertThat(seen[0].status()).isEqualTo(status);
        return seen[0].detail();
    }

    private String trail() {
        return store.read(reads -> reads.audit(AuditQuery.newest(200))).stream()
                .map(AuditRow::body)
                .toList()
                .toString();
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
