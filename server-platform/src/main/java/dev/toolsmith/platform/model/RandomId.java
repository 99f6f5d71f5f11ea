package dev.toolsmith.platform.model;

import java.security.SecureRandom;

/** Makes ids that nobody can guess. */
public final class RandomId {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomId() {}

    /**
     * A new id of 130 random bits.
     *
     * @param prefix such as {@code srv_}
     */
    public static String of(String prefix) {
        StringBuilder id = new StringBuilder(prefix);
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
