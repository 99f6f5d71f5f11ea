package dev.toolsmith.generator.lock;

import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.compare.ApiAccess;
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
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is another than it was accepted. */
final class LockComparison {

    private final LockedApi before;
    private final LockedApi after;
    private final List<Change> changes = new ArrayList<>();

    private LockComparison(LockedApi before, LockedApi after) {
        this.before = before;
        this.after = after;
    }

    /** What is another; all tools are new when nothing was accepted. */
    static List<Change> between(Optional<LockedApi> accepted, ToolCatalog catalogue) {
        LockedApi now = LockedApi.of(catalogue);
        LockedApi was = accepted.orElse(new LockedApi(now.access(), now.auth(), List.of()));
        LockComparison comparison = new LockComparison(was, now);
        comparison.api();
        comparison.tools(catalogue);
        return List.copyOf(comparison.changes);
    }

    private void api() {
        ApiAccess was = before.access();
        ApiAccess is = after.access();
        if (!was.server().equals(is.server())) {
            String message = "Calls now go to " + server(is) + ", they went to " + server(was);
            add(ChangeKind.BASE_URL_CHANGED, was.server(), is.server(), message);
        }
        if (!was.credentials().equals(is.credentials())) {
            String message = "The API now takes " + credentials(is) + ", it took " + credentials(was);
            add(ChangeKind.SECURITY_CHANGED, credentials(was), credentials(is), message);
        }
        if (!before.auth().equals(after.auth())) {
            String sent = ApiAccess.alternatives(before.auth());
            String sends = ApiAccess.alternatives(after.auth());
            add(ChangeKind.SECURITY_CHANGED, sent, sends, "Most tools now send " + sends + ", they sent " + sent);
        }
    }

    private static String server(ApiAccess access) {
        return access.server().isEmpty() ? "an address that only the configuration knows" : access.server();
    }

    private static String credentials(ApiAccess access) {
        return access.credentials().isEmpty() ? "no credential" : String.join("; ", access.credentials());
    }

    private void tools(ToolCatalog catalogue) {
        SortedMap<ToolName, LockedTool> gone = new TreeMap<>();
        before.tools().forEach(tool -> gone.put(tool.name(), tool));
        SortedMap<ToolName, ToolModel> added = new TreeMap<>();
        catalogue.tools().forEach(tool -> added.put(tool.name(), tool));
        Map<LockedTool, ToolModel> kept = new LinkedHashMap<>();
        for (ToolModel tool : catalogue.tools()) {
            LockedTool accepted = gone.remove(tool.name());
            if (accepted != null) {
                kept.put(accepted, tool);
                added.remove(tool.name());
            }
        }
        Map<String, LockedTool> goneByOperation = unique(gone.values(), LockedTool::operation);
        Map<String, ToolModel> addedByOperation = unique(added.values(), LockedTool::operationOf);
        addedByOperation.forEach((operation, tool) -> {
            LockedTool accepted = goneByOperation.get(operation);
            if (accepted != null) {
                kept.put(accepted, tool);
                gone.remove(accepted.name());
                added.remove(tool.name());
            }
        });
        Map<ToolName, LockedTool> locked =
                after.tools().stream().collect(Collectors.toMap(LockedTool::name, each -> each));
        gone.values().forEach(this::removed);
        added.values().forEach(tool -> added(tool, get(locked, tool)));
        kept.forEach((accepted, tool) -> kept(accepted, tool, get(locked, tool)));
    }

    private static LockedTool get(Map<ToolName, LockedTool> locked, ToolModel tool) {
        return Objects.requireNonNull(locked.get(tool.name()), "Every tool is locked");
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

    private void added(ToolModel tool, LockedTool now) {
        add(
                tool.reads() ? Level.SAFE : Level.RISKY,
                ChangeKind.TOOL_ADDED,
                tool,
                "",
                now.operation(),
                tool.name() + " is new (" + now.operation() + ", " + reads(now) + ", " + scopes(now) + ")");
    }

    private void kept(LockedTool accepted, ToolModel tool, LockedTool now) {
        boolean renamed = !accepted.name().equals(now.name());
        if (renamed) {
            String message = accepted.name() + " is now called " + now.name() + " (" + now.operation() + ")";
            add(
                    Level.BREAKING,
                    ChangeKind.TOOL_RENAMED,
                    tool,
                    accepted.name().value(),
                    now.name().value(),
                    message);
        }
        if (!accepted.operation().equals(now.operation())) {
            String message = now.name() + " now calls " + now.operation() + ", it called " + accepted.operation();
            add(Level.RISKY, ChangeKind.REQUEST_CHANGED, tool, accepted.operation(), now.operation(), message);
        }
        if (accepted.toolClass() != now.toolClass()) {
            String was = accepted.toolClass().word();
            String is = now.toolClass().word();
            String message = now.name() + " now is of class " + is + ", it was of class " + was;
            add(Level.RISKY, ChangeKind.CLASS_CHANGED, tool, was, is, message);
        }
        if (accepted.reads() != now.reads()) {
            String message = now.name() + (now.reads() ? " now leaves everything as it was" : " now changes something");
            add(Level.RISKY, ChangeKind.READS_CHANGED, tool, reads(accepted), reads(now), message);
        }
        if (!scopes(accepted).equals(scopes(now))) {
            add(
                    scopesAdded(accepted, now) ? Level.RISKY : Level.SAFE,
                    ChangeKind.SCOPES_CHANGED,
                    tool,
                    scopes(accepted),
                    scopes(now),
                    now.name() + " now has " + scopes(now) + ", it had " + scopes(accepted));
        }
        auth(accepted, tool, now);
        if (!renamed && !accepted.sha256().equals(now.sha256())) {
            String message = "The texts or arguments of " + now.name() + " are others";
            add(Level.RISKY, ChangeKind.LISTED_CHANGED, tool, accepted.sha256(), now.sha256(), message);
        }
    }

    /** A change of the usual credential is told once for all tools that send it. */
    private void auth(LockedTool accepted, ToolModel tool, LockedTool now) {
        if (accepted.auth().isEmpty() && now.auth().isEmpty()) {
            return;
        }
        List<List<String>> sent = accepted.auth().orElse(before.auth());
        List<List<String>> sends = now.auth().orElse(after.auth());
        if (!sent.equals(sends)) {
            String was = ApiAccess.alternatives(sent);
            String is = ApiAccess.alternatives(sends);
            String message = now.name() + " now sends " + is + ", it sent " + was;
            add(Level.RISKY, ChangeKind.SECURITY_CHANGED, tool, was, is, message);
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

    private void add(ChangeKind kind, String before, String after, String message) {
        changes.add(new Change(Level.RISKY, kind, "", "", before, after, message, Optional.empty()));
    }

    private void add(Level level, ChangeKind kind, ToolModel tool, String before, String after, String message) {
        Optional<SourcePointer> at = Optional.of(tool.at());
        changes.add(new Change(level, kind, tool.name().value(), "", before, after, message, at));
    }
}
