package dev.toolsmith.platform.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The key that everything else is encrypted under: a file that only its owner may read, or a text of the environment. */
public final class MasterKey {

    /** The environment variable that holds it, instead of a file. */
    public static final String VARIABLE = "TOOLSMITH_MASTER_KEY";

    /** The environment variable that holds the key which is to replace it. */
    public static final String SUCCESSOR = "TOOLSMITH_NEW_MASTER_KEY";

    private final @Nullable KeyFile file;
    private volatile @Nullable Keyring ring;

    private MasterKey(@Nullable KeyFile file, @Nullable Keyring ring) {
        this.file = file;
        this.ring = ring;
    }

    /**
     * Reads it. Where there is none yet, {@link Vault#open} makes the file, unless something is encrypted already.
     *
     * @param file is not looked at when the environment has the key
     * @throws VaultException when others may read the file, or it holds no key
     */
    public static MasterKey open(Path file, Optional<String> fromEnvironment) {
        if (fromEnvironment.isPresent()) {
            return new MasterKey(null, parsed(fromEnvironment.get(), "The variable " + VARIABLE));
        }
        KeyFile place = new KeyFile(file);
        return new MasterKey(place, read(place).orElse(null));
    }

    /**
     * Reads the present key and the one that is to replace it, both from the environment.
     *
     * @throws VaultException when they are the same, or one of them is no key
     */
    public static MasterKey openWithSuccessor(String present, String successor) {
        Keyring old = parsed(present, "The variable " + VARIABLE);
        Keyring next = parsed(successor, "The variable " + SUCCESSOR);
        if (old.ids().contains(next.primaryId())) {
            throw new VaultException(
                    VARIABLE + " and " + SUCCESSOR + " hold the same key. Make a new one with \"keys" + " new\".");
        }
        return new MasterKey(null, old.withPrimaryOf(next));
    }

    /** A new one as a text for the environment: a secret. */
    public static String newText() {
        return Base64.getEncoder().encodeToString(Keyring.fresh().json().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a key from its JSON, or from base64 of that.
     *
     * @param where what a message calls the place it is from
     */
    static Keyring parsed(String text, String where) {
        String stripped = text.strip();
        try {
            String json = stripped.startsWith("{")
                    ? stripped
                    : new String(Base64.getMimeDecoder().decode(stripped), StandardCharsets.UTF_8);
            return Keyring.ofJson(json);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Without the cause: a parser's message may quote what it read.
            throw new VaultException(where
                    + " does not hold a master key. Put back what was there, or make one with \"keys new\" if nothing"
                    + " is encrypted yet.");
        }
    }

    private static Optional<Keyring> read(KeyFile file) {
        return file.read().map(text -> parsed(text, "The file " + file.path()));
    }

    /** Whether there is none. */
    public boolean isMissing() {
        return ring == null;
    }

    /** Whether it is kept in a file, which can be changed while servers run. */
    public boolean isInFile() {
        return file != null;
    }

    /** Where it is, or should be, for messages. */
    String place() {
        KeyFile kept = file;
        return kept == null ? "the variable " + VARIABLE : "the file " + kept.path();
    }

    Keyring ring() {
        Keyring known = ring;
        if (known == null) {
            throw new VaultException("The master key is missing: there is nothing at " + place()
                    + ". Put it back from your backup of it; without it, what is encrypted is lost.");
        }
        return known;
    }

    /** Makes the file, if there is no key yet. */
    synchronized void createIfMissing() {
        if (ring == null) {
            replace(Keyring.fresh());
        }
    }

    /** Puts other keys in the file. */
    synchronized void replace(Keyring other) {
        KeyFile kept = file;
        if (kept == null) {
            throw new IllegalStateException("The environment cannot be written");
        }
        kept.write(other.json() + "\n");
        ring = other;
    }

    /**
     * What the file holds by now, which another process may have changed, or another thread may have read again already.
     *
     * @param tried the keys that did not do
     * @return empty when there are still no others
     */
    synchronized Optional<Keyring> otherThan(Keyring tried) {
        KeyFile kept = file;
        Optional<Keyring> found = kept == null ? Optional.empty() : read(kept);
        if (found.isEmpty() || found.get().hasSameKeys(tried)) {
            return Optional.empty();
        }
        ring = found.get();
        return found;
    }

    @Override
    public String toString() {
        return "MasterKey in " + place();
    }
}
