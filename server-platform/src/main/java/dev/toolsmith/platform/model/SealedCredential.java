package dev.toolsmith.platform.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * A connection's credential as it is kept.
 *
 * @param keyset the connection's own keyset, encrypted with the master key and bound to the connection
 * @param ciphertext the credential, encrypted with that keyset and bound to the connection
 */
public record SealedCredential(byte[] keyset, byte[] ciphertext) {

    /** Whether both are of the same bytes. */
    public boolean isSameAs(SealedCredential other) {
        return Arrays.equals(keyset, other.keyset) && Arrays.equals(ciphertext, other.ciphertext);
    }

    /** What tells it from every other one, also after a restart, and says nothing of what is sealed. */
    public String mark() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(ciphertext);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
