package dev.toolsmith.platform.vault;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Makes the tokens that URLs, programs and browsers prove themselves with, and what is kept of them. A token is a prefix
 * that says what it is for, 43 random digits of base 62, which are 256 bits, and 6 for the CRC-32 of all before it, by which
 * mistyped ones are told and secret scanners find those that leaked.
 */
public final class Tokens {

    private static final String URL = "tsm_";
    private static final String API = "tsk_";
    private static final String SESSION = "tss_";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** Bytes below it give every digit equally often. */
    private static final int EVEN = 256 / DIGITS.length() * DIGITS.length();

    private static final int PREFIX_LENGTH = 4;
    private static final int RANDOM_LENGTH = 43;
    private static final int CHECK_LENGTH = 6;
    private static final int CHECKED_LENGTH = PREFIX_LENGTH + RANDOM_LENGTH;
    private static final int LENGTH = CHECKED_LENGTH + CHECK_LENGTH;
    private static final int HINT_LENGTH = 4;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Mac> macs;

    /** Tokens whose hashes are keyed by a vault. */
    public Tokens(Vault vault) {
        this.macs = Map.of(
                URL, vault.mac("url-token"),
                API, vault.mac("api-token"),
                SESSION, vault.mac("session"));
    }

    /** A new token for a server's URL. */
    public String newUrlToken() {
        return next(URL);
    }

    /** A new token for a program. */
    public String newApiToken() {
        return next(API);
    }

    /** A new token for a signed-in browser. */
    public String newSession() {
        return next(SESSION);
    }

    /** Whether a text can be a token at all; looks nothing up. */
    public static boolean isWellFormed(String token) {
        if (token.length() != LENGTH || !isPrefix(token.substring(0, PREFIX_LENGTH))) {
            return false;
        }
        for (int i = PREFIX_LENGTH; i < LENGTH; i++) {
            if (DIGITS.indexOf(token.charAt(i)) < 0) {
                return false;
            }
        }
        return token.endsWith(check(token.substring(0, CHECKED_LENGTH)));
    }

    /**
     * What is kept of a token and what it is found by.
     *
     * @throws IllegalArgumentException when it is not well-formed; the message does not repeat it
     */
    public String macOf(String token) {
        Mac mac = isWellFormed(token) ? macs.get(token.substring(0, PREFIX_LENGTH)) : null;
        if (mac == null) {
            throw new IllegalArgumentException("The token is not well-formed.");
        }
        return mac.of(token);
    }

    /** By what people tell a token from others: its last four characters. */
    public static String hint(String token) {
        return token.substring(Math.max(0, token.length() - HINT_LENGTH));
    }

    private static boolean isPrefix(String text) {
        return text.equals(URL) || text.equals(API) || text.equals(SESSION);
    }

    private String next(String prefix) {
        StringBuilder token = new StringBuilder(prefix);
        byte[] bytes = new byte[RANDOM_LENGTH];
        while (token.length() < CHECKED_LENGTH) {
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length && token.length() < CHECKED_LENGTH; i++) {
                int value = Byte.toUnsignedInt(bytes[i]);
                if (value < EVEN) {
                    token.append(DIGITS.charAt(value % DIGITS.length()));
                }
            }
        }
        return token.append(check(token.toString())).toString();
    }

    private static String check(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        char[] digits = new char[CHECK_LENGTH];
        long rest = crc.getValue();
        for (int i = CHECK_LENGTH - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return new String(digits);
    }
}
