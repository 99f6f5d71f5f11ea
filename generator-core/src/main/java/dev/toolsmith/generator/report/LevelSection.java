package dev.toolsmith.generator.report;

import dev.toolsmith.generator.compare.CatalogueDiff;
import dev.toolsmith.generator.compare.Change;
import dev.toolsmith.generator.compare.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The changes of one level.
 *
 * @param level the level
 * @param changes the changes, at least one, by tool
 */
record LevelSection(Level level, List<Change> changes) {

    /** The levels that there are changes of, the worst first. */
    static List<LevelSection> of(CatalogueDiff diff) {
        return Stream.of(Level.values())
                .sorted(Comparator.reverseOrder())
                .map(level -> new LevelSection(
                        level,
                        diff.changes().stream()
                                .filter(each -> each.level() == level)
                                .toList()))
                .filter(section -> !section.changes().isEmpty())
                .toList();
    }

    /** What a change of this level means for callers, as a clause. */
    String meaning() {
        return switch (level) {
            case BREAKING -> "calls that were right are refused, or their tool is gone";
            case RISKY ->
                "calls stay right, but may do something else, need another permission, or be answered otherwise";
            case SAFE -> "every call that was right stays right and does the same";
            case TEXT_ONLY -> "only what people or models read is another";
        };
    }

    /** The changes by the tools that have them, those of all tools first. */
    Map<List<String>, List<ChangeGroup>> byTools() {
        Map<List<String>, List<ChangeGroup>> byTools = new LinkedHashMap<>();
        for (ChangeGroup group : ChangeGroup.of(changes)) {
            byTools.computeIfAbsent(group.tools(), tools -> new ArrayList<>()).add(group);
        }
        return byTools;
    }

    /** How many changes each tool has, by its name. */
    Map<String, Integer> countByTool() {
        Map<String, Integer> counts = new TreeMap<>();
        changes.forEach(each -> counts.merge(each.tool(), 1, Integer::sum));
        return counts;
    }
}
