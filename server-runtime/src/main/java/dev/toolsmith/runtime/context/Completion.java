package dev.toolsmith.runtime.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Values that an argument may be completed to (MCP 2026-07-28, Completion).
 *
 * @param values the best first, at most 100
 * @param total how many there are
 * @param hasMore whether there are more than are told
 */
public record Completion(List<String> values, int total, boolean hasMore) {

    private static final int MOST = 100;

    /** Of which nothing is known. */
    public static final Completion NONE = new Completion(List.of(), 0, false);

    public Completion {
        values = List.copyOf(values);
        if (values.size() > MOST || total < values.size() || hasMore != total > values.size()) {
            throw new IllegalArgumentException("No completion: " + values.size() + " of " + total);
        }
    }

    /** Those of some values that begin with what was typed, and after them those that hold it; upper case is lower case. */
    public static Completion of(List<String> candidates, String typed) {
        String sought = typed.toLowerCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        List<String> inside = new ArrayList<>();
        for (String each : candidates) {
            int at = each.toLowerCase(Locale.ROOT).indexOf(sought);
            if (at == 0) {
                found.add(each);
            } else if (at > 0) {
                inside.add(each);
            }
        }
        found.addAll(inside);
        return new Completion(found.subList(0, Math.min(MOST, found.size())), found.size(), found.size() > MOST);
    }
}
