package dev.toolsmith.generator.report;

import dev.toolsmith.generator.compare.Change;
import dev.toolsmith.generator.compare.ChangeKind;
import dev.toolsmith.generator.compare.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One change that tools have in common, as those have that share a schema.
 *
 * @param changes the change of each tool, which differ in nothing but the tool and the place; at least one
 */
record ChangeGroup(List<Change> changes) {

    ChangeGroup {
        changes = List.copyOf(changes);
    }

    /** The changes of one level, those alike together, in the order of the first of each. */
    static List<ChangeGroup> of(List<Change> changes) {
        Map<Alike, List<Change>> groups = new LinkedHashMap<>();
        changes.forEach(each -> groups.computeIfAbsent(Alike.of(each), alike -> new ArrayList<>())
                .add(each));
        return groups.values().stream().map(ChangeGroup::new).toList();
    }

    /** The tools, in the order of their changes; empty when the change concerns all tools. */
    List<String> tools() {
        return changes.stream()
                .map(Change::tool)
                .filter(tool -> !tool.isEmpty())
                .distinct()
                .toList();
    }

    /** One of the changes, which says what all do. */
    Change first() {
        return changes.get(0);
    }

    /** The sentence that says it of all tools. */
    String message() {
        Change first = first();
        return tools().size() < 2 ? first.message() : withoutName(first);
    }

    /** What a change says of its tool, without its name. */
    private static String withoutName(Change change) {
        String name = "(?<![A-Za-z0-9_])" + Pattern.quote(change.tool()) + "(?![A-Za-z0-9_])";
        return change.message()
                .replaceAll("^" + name + ": | \\(" + name + "\\)", "")
                .replaceAll(name, "the tool");
    }

    private record Alike(Level level, ChangeKind kind, String argument, String before, String after, String message) {

        static Alike of(Change change) {
            boolean alone = change.tool().isEmpty() || isOfWholeTool(change.kind());
            String message = alone ? change.message() : withoutName(change);
            String after = isOfWholeTool(change.kind()) ? change.tool() : change.after();
            return new Alike(change.level(), change.kind(), change.argument(), change.before(), after, message);
        }

        /** Such changes are told one by one, however alike they are. */
        private static boolean isOfWholeTool(ChangeKind kind) {
            return kind == ChangeKind.TOOL_ADDED || kind == ChangeKind.TOOL_REMOVED || kind == ChangeKind.TOOL_RENAMED;
        }
    }
}
