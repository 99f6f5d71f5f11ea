package dev.toolsmith.attio.workspace.filters;

import dev.toolsmith.runtime.text.ShortText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonPointer;

/** The first problems of a query's filter and sorts. */
final class QueryProblems {

    private static final int MOST = 10;
    private static final int LONGEST_POINTER = 160;
    private static final int LONGEST_LINE = 900;

    private final List<String> lines = new ArrayList<>();
    private final Set<String> listings = new HashSet<>();

    /**
     * A problem in words.
     *
     * @param words what is wrong, and what to write instead
     * @param listing what there is, which is told once for all problems
     */
    record Told(String words, String listing) {

        static Told of(String words) {
            return new Told(words, "");
        }
    }

    /** Takes a problem, unless there are many already. */
    void add(JsonPointer at, Told told) {
        boolean isNew = !told.listing().isEmpty() && listings.add(told.listing());
        add(at, isNew ? told.words() + " " + told.listing() : told.words());
    }

    /** Takes a problem, unless there are many already. */
    void add(JsonPointer at, String words) {
        if (!isFull()) {
            lines.add(ShortText.of(at.toString(), LONGEST_POINTER) + ": " + ShortText.of(words, LONGEST_LINE));
        }
    }

    /** Whether no more are taken. */
    boolean isFull() {
        return lines.size() >= MOST;
    }

    /** Each a line: where, what is wrong, and what to write instead. */
    List<String> lines() {
        return List.copyOf(lines);
    }
}
