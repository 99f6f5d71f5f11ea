package dev.toolsmith.generator.report;

import dev.toolsmith.generator.compare.CatalogueDiff;
import dev.toolsmith.generator.compare.Level;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Phrases that all formats for people have. */
final class DiffWords {

    private static final int FIRST_TOOLS = 4;

    private DiffWords() {}

    /** {@code 5 changes: 2 breaking, 0 risky, 3 safe, 0 text-only}. */
    static String counts(CatalogueDiff diff) {
        if (diff.changes().isEmpty()) {
            return "nothing changed";
        }
        Map<Level, Long> counts = diff.counts();
        String byLevel = Stream.of(Level.BREAKING, Level.RISKY, Level.SAFE, Level.TEXT_ONLY)
                .map(level -> counts.getOrDefault(level, 0L) + " " + level.word())
                .collect(Collectors.joining(", "));
        return number(diff.changes().size(), "change") + ": " + byLevel;
    }

    /** The tools that a heading names: all of a few, the first of many. */
    static List<String> named(List<String> tools) {
        return tools.size() <= FIRST_TOOLS + 1 ? tools : tools.subList(0, FIRST_TOOLS);
    }

    /** What follows the named tools: {@code and 12 more}, or nothing. */
    static String more(int all, int named) {
        return all > named ? " and " + (all - named) + " more" : "";
    }

    static String number(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** How many places there are beside the first. */
    static String morePlaces(ChangeGroup group) {
        int more = group.changes().size() - 1;
        return more == 0 ? "" : " and " + number(more, "more place");
    }
}
