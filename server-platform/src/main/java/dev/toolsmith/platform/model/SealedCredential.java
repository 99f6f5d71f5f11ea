package dev.toolsmith.platform.model;

/**
 * A connection's credential as it is kept.
 *
 * @param keyset the connection's own keyset, encrypted with the master key and bound to the connection
 * @param ciphertext the credential, encrypted with that keyset and bound to the connection
 */
public record SealedCredential(byte[] keyset, byte[] ciphertext) {}
