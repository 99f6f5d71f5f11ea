package dev.toolsmith.generator.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What changed between two catalogues.
 *
 * @param app whose tools they are
 * @param before what the older one is called, for people: title and version
 * @param after what the newer one is called
 * @param changes everything that changed: the worst first, then by tool, kind and argument
 */
public record CatalogueDiff(String app, String before, String after, List<Change> changes) {

    private static final Comparator<Change> ORDER = Comparator.comparing(Change::level)
            .reversed()
            .thenComparing(Change::tool)
            .thenComparing(Change::kind)
            .thenComparing(Change::argument);

    public CatalogueDiff {
        changes = changes.stream().sorted(ORDER).toList();
    }

    /** The worst level; empty when nothing changed. */
    public Optional<Level> worst() {
        return changes.stream().map(Change::level).max(Comparator.naturalOrder());
    }

    /** How many changes there are of each level, zeros too. */
    public Map<Level, Long> counts() {
        Map<Level, Long> counts = new EnumMap<>(Level.class);
        Arrays.stream(Level.values()).forEach(level -> counts.put(level, 0L));
        changes.forEach(change -> counts.merge(change.level(), 1L, Long::sum));
        return counts;
    }
}
