package dev.toolsmith.runtime.discovery;

/**
 * Guesses how many tokens a text takes, rather too many than too few. Counting them would take a vocabulary of some
 * megabytes, which servers have no other use for.
 */
final class TokenGuess {

    private static final int BYTES = 3;

    private TokenGuess() {}

    /**
     * A guess: words take some four bytes a token and other languages some three, but signs one or two.
     *
     * @param text UTF-8
     */
    static int of(byte[] text) {
        int weight = 0;
        for (byte each : text) {
            weight += each < 0 || each == ' ' || Character.isLetterOrDigit(each) ? 1 : 2;
        }
        return weight / BYTES;
    }
}
