package dev.toolsmith.platform.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.model.RandomId;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Hashes passwords with Argon2id, few at a time, as each takes memory. */
final class Passwords {

    static final int SHORTEST = 12;

    private static final int LONGEST = 256;
    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 10;

    private final Argon2Function argon2 =
            Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, LANES, HASH_BYTES, Argon2.ID);
    private final Semaphore hashing = new Semaphore(AT_ONCE, true);
    private final String decoy = hash(RandomId.of(""));

    /** Why a password cannot be taken is thrown; nothing otherwise. */
    static void check(String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw ProblemException.of(
                    422,
                    "password_length",
                    "A password has " + SHORTEST + " to " + LONGEST + " characters; this one has " + length + ".",
                    "/password");
        }
    }

    /** In PHC form, with a salt of its own. */
    String hash(String password) {
        enter();
        try {
            return Password.hash(password)
                    .addRandomSalt(SALT_BYTES)
                    .with(argon2)
                    .getResult();
        } finally {
            hashing.release();
        }
    }

    /** Whether a password is the one of a hash. */
    boolean fits(String password, String hash) {
        boolean tooLong = password.length() > 2 * LONGEST;
        enter();
        try {
            return Password.check(tooLong ? "" : password, hash).with(Argon2Function.getInstanceFromHash(hash))
                    && !tooLong;
        } finally {
            hashing.release();
        }
    }

    /** Takes as long as a comparison, so that nobody can tell from the time whether there is someone to compare with. */
    void pretend(String password) {
        fits(password, decoy);
    }

    private void enter() {
        boolean entered = false;
        try {
            entered = hashing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!entered) {
            throw ProblemException.of(503, "busy", "Too many people sign in at once. Try again in a moment.", "");
        }
    }
}
