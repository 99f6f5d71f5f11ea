package dev.toolsmith.generator.lock;

import dev.toolsmith.generator.compare.Change;
import dev.toolsmith.generator.compare.ChangeKind;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.tool.ToolCatalog;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The tools that were accepted, of one or several APIs. It stands in the consumer's repository as a JSON file with one
 * tool a line, so that a change of the tools is a change of the file that somebody reviews.
 *
 * @param apps app to what was accepted of its API
 */
public record ToolsLock(SortedMap<String, LockedApi> apps) {

    /** The format of the file that this version reads and writes. */
    public static final int FORMAT = 1;

    /** Nothing accepted yet. */
    public static final ToolsLock EMPTY = new ToolsLock(new TreeMap<>());

    private static final Set<ChangeKind> ACCEPTED_ONLY = Set.of(
            ChangeKind.TOOL_ADDED,
            ChangeKind.TOOL_REMOVED,
            ChangeKind.TOOL_RENAMED,
            ChangeKind.REQUEST_CHANGED,
            ChangeKind.CLASS_CHANGED,
            ChangeKind.READS_CHANGED,
            ChangeKind.SCOPES_CHANGED,
            ChangeKind.BASE_URL_CHANGED,
            ChangeKind.SECURITY_CHANGED);
    private static final String ABOUT =
            "The tools that were accepted. Written by toolsmith:generate -Dtoolsmith.accept";

    public ToolsLock {
        apps = Collections.unmodifiableSortedMap(new TreeMap<>(apps));
    }

    /** A lock that accepts these tools and no others. */
    public static ToolsLock of(ToolCatalog catalogue) {
        return EMPTY.with(catalogue);
    }

    /**
     * The lock in a file.
     *
     * @param name what diagnostics call the file
     * @param bytes the whole file
     * @param diagnostics takes what is wrong with it
     * @return the lock; empty when the file is damaged, has an unresolved merge, or was written in a newer format
     */
    public static Optional<ToolsLock> parse(String name, byte[] bytes, Diagnostics diagnostics) {
        return new ToolsLockReader(name, diagnostics).read(bytes);
    }

    /** Whether this kind of change has to be accepted before tools are generated. */
    public static boolean needsAcceptance(ChangeKind kind) {
        return ACCEPTED_ONLY.contains(kind);
    }

    /** This lock with these tools in place of those of the same app. */
    public ToolsLock with(ToolCatalog catalogue) {
        SortedMap<String, LockedApi> changed = new TreeMap<>(apps);
        changed.put(catalogue.app(), LockedApi.of(catalogue));
        return new ToolsLock(changed);
    }

    /** What was accepted of one app; empty when nothing ever was, which is not the same as no tools. */
    public Optional<LockedApi> section(String app) {
        return Optional.ofNullable(apps.get(app));
    }

    /** What is another than it was accepted. Only that all tools are new when their app has no section. */
    public List<Change> changesTo(ToolCatalog catalogue) {
        return LockComparison.between(section(catalogue.app()), catalogue);
    }

    /** The file: JSON in ASCII, one tool a line, sorted, the same text for the same tools. */
    public String toText() {
        String sections = apps.entrySet().stream()
                .map(app -> LockTree.text(app.getKey()) + ": {\n" + text(app.getValue()) + "\n}")
                .collect(Collectors.joining(",\n"));
        return "{\n\"about\": " + LockTree.text(ABOUT) + ",\n\"format\": " + FORMAT + ",\n\"apps\": {\n"
                + (sections.isEmpty() ? "" : sections + "\n") + "}\n}\n";
    }

    /** What stands in the file of one API; the same text for the same API. */
    public static String text(LockedApi api) {
        return "\"server\": " + LockTree.text(api.access().server())
                + ",\n\"credentials\": " + LockTree.text(api.access().credentials())
                + ",\n\"auth\": " + LockTree.text(api.auth())
                + ",\n\"tools\": [" + lines(api.tools()) + "]";
    }

    private static String lines(List<LockedTool> tools) {
        String rows = tools.stream().map(tool -> LockTree.text(tool.toJson())).collect(Collectors.joining(",\n"));
        return rows.isEmpty() ? "" : "\n" + rows + "\n";
    }
}
