package dev.toolsmith.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What whoever started the server proves that with, once. Kept in memory only. */
final class SetupCode {

    /** No letter or digit that is taken for another. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int GROUPS = 3;
    private static final int GROUP_LENGTH = 4;
    private static final int TRIES = 10;
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String code = random();
    private final Instant endsAt;
    private int triesLeft = TRIES;

    SetupCode(Instant now) {
        this.endsAt = now.plus(LIFE);
    }

    /** As people read it. */
    String text() {
        return code;
    }

    /** Whether it is what someone typed; wrong tries are counted, and there are few. */
    synchronized boolean accepts(String typed, Instant now) {
        if (triesLeft <= 0 || !now.isBefore(endsAt)) {
            return false;
        }
        boolean same = MessageDigest.isEqual(folded(code), folded(typed));
        if (!same) {
            triesLeft--;
        }
        return same;
    }

    /** Makes it good for nothing; true for the first who does. */
    synchronized boolean use() {
        boolean first = triesLeft > 0;
        triesLeft = 0;
        return first;
    }

    private static byte[] folded(String text) {
        return text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }

    private static String random() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
