package dev.toolsmith.platform.ops;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Takes out of a text what looks like a secret, and what would make a reader see lines that nobody wrote. */
final class Redaction {

    private static final Pattern OWN_TOKENS = Pattern.compile("(ts[mks]|sk)_[0-9A-Za-z]+");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+[^\\s\"',;]+");
    private static final Pattern AUTHORIZATION =
            Pattern.compile("(?i)\\bauthorization\\b[\"']?\\s*[:=]\\s*[\"']?[^\\r\\n\"']+");
    private static final Pattern HEXADECIMAL = Pattern.compile("(?i)\\b[0-9a-f]{32,}\\b");
    private static final Pattern BASE64 = Pattern.compile("[0-9A-Za-z+/_-]{32,}={0,2}");

    /** Bits a character: random base64 has close to five of them, words and paths have four or fewer. */
    private static final double RANDOM = 4.3;

    private static final String HIDDEN = "***";

    private Redaction() {}

    /** The text without secrets. */
    static String of(String text) {
        String left = OWN_TOKENS.matcher(text).replaceAll("$1_" + HIDDEN);
        left = AUTHORIZATION.matcher(left).replaceAll("Authorization: " + HIDDEN);
        left = BEARER.matcher(left).replaceAll("$1 " + HIDDEN);
        left = HEXADECIMAL.matcher(left).replaceAll(HIDDEN);
        return BASE64.matcher(left).replaceAll(Redaction::unlessWords);
    }

    private static String unlessWords(MatchResult run) {
        return entropy(run.group()) >= RANDOM ? HIDDEN : run.group();
    }

    private static double entropy(String text) {
        int[] counts = new int[128];
        for (int i = 0; i < text.length(); i++) {
            counts[text.charAt(i)]++;
        }
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / text.length();
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }

    /** The text on one line, without characters that move a terminal's cursor. */
    static String onOneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> line.append(isUnsafe(c) ? '?' : c);
            }
        }
        return line.toString();
    }

    /** The text with its line breaks, without other characters that move a terminal's cursor. */
    static String withoutControls(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            safe.append(c == '\n' || c == '\r' || c == '\t' || !isUnsafe(c) ? c : '?');
        }
        return safe.toString();
    }

    private static boolean isUnsafe(char c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }
}
