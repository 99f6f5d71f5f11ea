package dev.toolsmith.generator.report;

import dev.toolsmith.generator.compare.CatalogueDiff;
import dev.toolsmith.generator.compare.Level;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From which level on changes are too much.
 *
 * @param from the least level that is; empty when none is
 */
public record FailOnLevel(Optional<Level> from) {

    /** What a user calls it: the word of a level, or {@code never}; empty for any other word. */
    public static Optional<FailOnLevel> of(String word) {
        if (word.equals("never")) {
            return Optional.of(new FailOnLevel(Optional.empty()));
        }
        return Stream.of(Level.values())
                .filter(level -> level.word().equals(word))
                .map(level -> new FailOnLevel(Optional.of(level)))
                .findFirst();
    }

    /** Whether something changed too much. */
    public boolean isMet(CatalogueDiff diff) {
        return from.flatMap(least -> diff.worst().filter(worst -> worst.compareTo(least) >= 0))
                .isPresent();
    }
}
