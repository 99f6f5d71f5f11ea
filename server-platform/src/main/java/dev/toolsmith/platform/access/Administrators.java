package dev.toolsmith.platform.access;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.model.AdminSession;
import dev.toolsmith.platform.model.Administrator;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.model.RandomId;
import dev.toolsmith.platform.store.Settled;
import dev.toolsmith.platform.store.Store;
import dev.toolsmith.platform.store.StoreReads;
import dev.toolsmith.platform.store.StoreWrites;
import dev.toolsmith.platform.vault.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The people who may manage the platform: the first one's arrival, passwords, and sessions of browsers. */
public final class Administrators {

    private static final Duration SESSION = Duration.ofHours(12);
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,189}");
    private static final String SESSION_PREFIX = "tss_";

    private final Store store;
    private final Tokens tokens;
    private final Clock clock;
    private final Passwords passwords = new Passwords();
    private final SignInLimit limit = new SignInLimit();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private volatile @Nullable SetupCode setup;

    /** Those that a store knows. */
    public Administrators(Store store, Tokens tokens, Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Whether there is nobody yet. */
    public boolean isEmpty() {
        return store.read(StoreReads::administrators).isEmpty();
    }

    /**
     * A code that lets its holder become the first administrator, within 30 minutes and once; the one before it is no
     * good any more. Empty when there is an administrator.
     */
    public Optional<String> newSetupCode() {
        if (!isEmpty()) {
            return Optional.empty();
        }
        SetupCode code = new SetupCode(clock.instant());
        setup = code;
        return Optional.of(code.text());
    }

    /**
     * Makes the first administrator.
     *
     * @param address the network address that asks
     * @throws ProblemException 403 when the code is wrong, used or too old, or when there is an administrator; 422 when the
     *     e-mail address or the password cannot be taken; 429 after too many tries
     */
    public Administrator setUp(String code, String email, String password, String address) {
        Instant now = clock.instant();
        String folded = folded(email);
        limit.begin(folded, address, now);
        SetupCode current = setup;
        if (current == null || !current.accepts(code, now)) {
            refused("setup", folded, address);
            if (!isEmpty()) {
                throw alreadySetUp();
            }
            throw ProblemException.of(
                    403,
                    "setup_code_refused",
                    "This setup code is wrong, used or too old. The server prints a new one when it starts.",
                    "/code");
        }
        limit.succeeded(folded, address);
        if (!EMAIL.matcher(folded).matches()) {
            throw ProblemException.of(422, "email_form", "This is no e-mail address.", "/email");
        }
        Passwords.check(password);
        Administrator administrator =
                new Administrator(RandomId.of("adm_"), folded, passwords.hash(password), clock.instant());
        if (!current.use()) {
            throw alreadySetUp();
        }
        write(change -> insertFirst(change, administrator, address));
        return administrator;
    }

    private static Administrator insertFirst(StoreWrites change, Administrator administrator, String address) {
        if (!change.administrators().isEmpty()) {
            throw alreadySetUp();
        }
        change.insert(administrator);
        change.append(event(administrator.createdAt(), "admin.created", administrator.id(), address, Map.of()));
        return administrator;
    }

    private static ProblemException alreadySetUp() {
        return ProblemException.of(403, "already_set_up", "There is an administrator already. Sign in instead.", "");
    }

    /**
     * Opens a session of its own for a browser.
     *
     * @throws ProblemException 401 when the e-mail address or the password is wrong, without saying which; 429 after five
     *     failures of the e-mail address from the network address within 15 minutes, or many of one of them
     */
    public SignedIn signIn(String email, String password, String address) {
        String folded = folded(email);
        limit.begin(folded, address, clock.instant());
        Optional<Administrator> found = store.read(StoreReads::administrators).stream()
                .filter(one -> one.email().equals(folded))
                .findFirst();
        if (!isRight(found, password)) {
            refused("sign_in", folded, address);
            throw ProblemException.of(401, "sign_in_refused", "The e-mail address or the password is wrong.", "");
        }
        limit.succeeded(folded, address);
        return open(found.get(), address);
    }

    private boolean isRight(Optional<Administrator> found, String password) {
        if (found.isEmpty()) {
            passwords.pretend(password);
            return false;
        }
        return passwords.fits(password, found.get().passwordHash());
    }

    private SignedIn open(Administrator administrator, String address) {
        Instant now = clock.instant();
        Instant end = now.plus(SESSION);
        String cookie = tokens.newSession();
        AdminSession session = new AdminSession(tokens.macOf(cookie), administrator.id(), now, end);
        return write(change -> {
            change.insert(session);
            change.append(event(now, "admin.signed_in", administrator.id(), address, Map.of()));
            return new SignedIn(administrator, cookie, end);
        });
    }

    /** Whose session a cookie is of; empty when it is of none, or of one that is over. */
    public Optional<SignedIn> session(String cookie) {
        if (!isSession(cookie)) {
            return Optional.empty();
        }
        String mac = tokens.macOf(cookie);
        Optional<AdminSession> session = store.read(reads -> reads.session(mac));
        if (session.isEmpty()) {
            return Optional.empty();
        }
        if (isOver(session.get(), clock.instant())) {
            end(mac);
            return Optional.empty();
        }
        List<Administrator> all = store.read(StoreReads::administrators);
        return all.stream()
                .filter(one -> one.id().equals(session.get().administratorId()))
                .findFirst()
                .map(one -> new SignedIn(one, cookie, session.get().expiresAt()));
    }

    /** Whether a session is over, by this clock or by one that was seen before. */
    private boolean isOver(AdminSession session, Instant now) {
        if (!now.isBefore(session.expiresAt())) {
            ended.add(session.mac());
        }
        return ended.contains(session.mac());
    }

    private void end(String mac) {
        write(change -> forget(change, mac));
        ended.remove(mac);
    }

    /** Removes the sessions that are over, for good: a clock that goes back brings none back. */
    void sweep() {
        Instant now = clock.instant();
        for (AdminSession session : store.read(StoreReads::sessions)) {
            if (isOver(session, now)) {
                end(session.mac());
            }
        }
    }

    /** Ends a session for good, wherever its cookie is. */
    public void signOut(String cookie) {
        if (isSession(cookie)) {
            write(change -> forget(change, tokens.macOf(cookie)));
        }
    }

    private static boolean forget(StoreWrites change, String mac) {
        change.deleteSession(mac);
        return true;
    }

    private static boolean isSession(String cookie) {
        return cookie.startsWith(SESSION_PREFIX) && Tokens.isWellFormed(cookie);
    }

    private void refused(String what, String email, String address) {
        Instant now = clock.instant();
        String shown = email.length() > 128 ? email.substring(0, 128) : email;
        write(change -> {
            change.append(event(now, "admin.refused", "", address, Map.of("at", what, "email", shown)));
            return true;
        });
    }

    private static AuditEvent event(
            Instant now, String kind, String actor, String address, Map<String, String> detail) {
        return AuditEvent.change(now, kind, new AuditEvent.Subject("", "", "", "", actor, address), detail);
    }

    private static String folded(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private <T> T write(Function<StoreWrites, T> change) {
        return Settled.of(store.write(change));
    }
}
