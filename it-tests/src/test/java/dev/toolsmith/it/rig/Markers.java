package dev.toolsmith.it.rig;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sixteen bytes that name one call wherever it is seen. They have the form of a UUID, so that ids may hold them. */
final class Markers {

    private static final Pattern FORM =
            Pattern.compile("4d4b[0-9a-f]{4}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}");

    private Markers() {}

    /** A marker that was not there before. */
    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return String.format(
                "4d4b%04x-%04x-4%03x-8%03x-%012x",
                random.nextInt(1 << 16),
                random.nextInt(1 << 16),
                random.nextInt(1 << 12),
                random.nextInt(1 << 12),
                random.nextLong(1L << 48));
    }

    /** The first marker in a text. */
    static Optional<String> in(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** Every marker in a text. */
    static Stream<String> allIn(String text) {
        return FORM.matcher(text).results().map(MatchResult::group);
    }
}
