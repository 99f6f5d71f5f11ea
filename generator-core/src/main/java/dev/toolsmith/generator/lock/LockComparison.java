package dev.toolsmith.generator.lock;

import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.compare.Change;
import dev.toolsmith.generator.compare.ChangeKind;
import dev.toolsmith.generator.compare.Level;
import dev.toolsmith.generator.tool.ScopesByParameter;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolModel;
import dev.toolsmith.generator.tool.ToolName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is another than it was accepted. */
final class LockComparison {

    private final List<Change> changes = new ArrayList<>();

    private LockComparison() {}

    static List<Change> between(List<LockedTool> accepted, ToolCatalog catalogue) {
        SortedMap<ToolName, LockedTool> gone = new TreeMap<>();
        accepted.forEach(tool -> gone.put(tool.name(), tool));
        SortedMap<ToolName, ToolModel> added = new TreeMap<>();
        catalogue.tools().forEach(tool -> added.put(tool.name(), tool));
        Map<LockedTool, ToolModel> kept = new LinkedHashMap<>();
        for (ToolModel tool : catalogue.tools()) {
            LockedTool before = gone.remove(tool.name());
            if (before != null) {
                kept.put(before, tool);
                added.remove(tool.name());
            }
        }
        Map<String, LockedTool> goneByOperation = unique(gone.values(), LockedTool::operation);
        Map<String, ToolModel> addedByOperation =
                unique(added.values(), tool -> LockedTool.of(tool).operation());
        addedByOperation.forEach((operation, tool) -> {
            LockedTool before = goneByOperation.get(operation);
            if (before != null) {
                kept.put(before, tool);
                gone.remove(before.name());
                added.remove(tool.name());
            }
        });
        LockComparison comparison = new LockComparison();
        gone.values().forEach(comparison::removed);
        added.values().forEach(comparison::added);
        kept.forEach(comparison::kept);
        return List.copyOf(comparison.changes);
    }

    /** What only one has. */
    private static <T> Map<String, T> unique(Collection<T> all, Function<T, String> key) {
        Map<String, List<T>> byKey =
                all.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
        Map<String, T> unique = new TreeMap<>();
        byKey.forEach((each, found) -> {
            if (found.size() == 1) {
                unique.put(each, found.get(0));
            }
        });
        return unique;
    }

    private void removed(LockedTool tool) {
        changes.add(new Change(
                Level.BREAKING,
                ChangeKind.TOOL_REMOVED,
                tool.name().value(),
                "",
                tool.operation(),
                "",
                tool.name() + " is gone (" + tool.operation() + ")",
                Optional.empty()));
    }

    private void added(ToolModel tool) {
        LockedTool now = LockedTool.of(tool);
        add(
                tool.reads() ? Level.SAFE : Level.RISKY,
                ChangeKind.TOOL_ADDED,
                tool,
                "",
                now.operation(),
                tool.name() + " is new (" + now.operation() + ", " + reads(now) + ", " + scopes(now) + ")");
    }

    private void kept(LockedTool before, ToolModel tool) {
        LockedTool now = LockedTool.of(tool);
        boolean renamed = !before.name().equals(now.name());
        if (renamed) {
            String message = before.name() + " is now called " + now.name() + " (" + now.operation() + ")";
            add(
                    Level.BREAKING,
                    ChangeKind.TOOL_RENAMED,
                    tool,
                    before.name().value(),
                    now.name().value(),
                    message);
        }
        if (!before.operation().equals(now.operation())) {
            String message = now.name() + " now calls " + now.operation() + ", it called " + before.operation();
            add(Level.RISKY, ChangeKind.REQUEST_CHANGED, tool, before.operation(), now.operation(), message);
        }
        if (before.toolClass() != now.toolClass()) {
            String was = before.toolClass().word();
            String is = now.toolClass().word();
            String message = now.name() + " now is of class " + is + ", it was of class " + was;
            add(Level.RISKY, ChangeKind.CLASS_CHANGED, tool, was, is, message);
        }
        if (before.reads() != now.reads()) {
            String message = now.name() + (now.reads() ? " now leaves everything as it was" : " now changes something");
            add(Level.RISKY, ChangeKind.READS_CHANGED, tool, reads(before), reads(now), message);
        }
        if (!scopes(before).equals(scopes(now))) {
            add(
                    scopesAdded(before, now) ? Level.RISKY : Level.SAFE,
                    ChangeKind.SCOPES_CHANGED,
                    tool,
                    scopes(before),
                    scopes(now),
                    now.name() + " now has " + scopes(now) + ", it had " + scopes(before));
        }
        if (!renamed && !before.sha256().equals(now.sha256())) {
            String message = "What models see of " + now.name() + " is another: its texts or its listed schema";
            add(Level.RISKY, ChangeKind.LISTED_CHANGED, tool, before.sha256(), now.sha256(), message);
        }
    }

    private static boolean scopesAdded(LockedTool before, LockedTool now) {
        return !before.scopes().containsAll(now.scopes())
                || (before.scopesKnown() && !now.scopesKnown())
                || !before.scopesBy().equals(now.scopesBy());
    }

    private static String scopes(LockedTool tool) {
        if (!tool.scopesKnown()) {
            return "scopes unknown";
        }
        String by = tool.scopesBy().map(LockComparison::scopesBy).orElse("");
        return tool.scopes().isEmpty() ? "no scopes" : "scopes " + String.join(" ", tool.scopes()) + by;
    }

    private static String scopesBy(ScopesByParameter by) {
        return by.scopes().entrySet().stream()
                .map(value -> value.getKey() + ": " + String.join(" ", new TreeSet<>(value.getValue())))
                .collect(Collectors.joining("; ", " by " + by.argument() + " (", ")"));
    }

    private static String reads(LockedTool tool) {
        return tool.reads() ? "reads" : "writes";
    }

    private void add(Level level, ChangeKind kind, ToolModel tool, String before, String after, String message) {
        Optional<SourcePointer> at = Optional.of(tool.at());
        changes.add(new Change(level, kind, tool.name().value(), "", before, after, message, at));
    }
}
