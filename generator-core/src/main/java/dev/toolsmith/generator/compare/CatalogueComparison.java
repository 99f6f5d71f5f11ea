package dev.toolsmith.generator.compare;

import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what changed between the tools of an API and those of another version of it, and what that means for callers. */
public final class CatalogueComparison {

    private final ToolCatalog before;
    private final ToolCatalog after;
    private final List<Change> changes = new ArrayList<>();

    private CatalogueComparison(ToolCatalog before, ToolCatalog after) {
        this.before = before;
        this.after = after;
    }

    /**
     * All changes. How something is written is no change: only what calls may be, do and answer, and what people and
     * models read.
     *
     * @param before the older catalogue
     * @param after the newer one
     */
    public static CatalogueDiff between(ToolCatalog before, ToolCatalog after) {
        CatalogueComparison comparison = new CatalogueComparison(before, after);
        comparison.compareApis();
        comparison.compareTools();
        return new CatalogueDiff(after.app(), label(before), label(after), comparison.changes);
    }

    private static String label(ToolCatalog catalogue) {
        return (catalogue.title() + " " + catalogue.version()).strip();
    }

    private void compareApis() {
        add(
                Level.RISKY,
                ChangeKind.BASE_URL_CHANGED,
                before.baseUrl().orElse(""),
                after.baseUrl().orElse(""),
                "The API's base URL");
        if (Known.of(before, after).places() && before.baseUrl().equals(after.baseUrl())) {
            add(Level.RISKY, ChangeKind.BASE_URL_CHANGED, server(before), server(after), "The API's base URL");
        }
        add(
                Level.RISKY,
                ChangeKind.SECURITY_CHANGED,
                security(before),
                security(after),
                "The way in which the API takes its credential");
        if (Known.of(before, after).places() && security(before).equals(security(after))) {
            add(
                    Level.RISKY,
                    ChangeKind.SECURITY_CHANGED,
                    Words.alternatives(before.auth()),
                    Words.alternatives(after.auth()),
                    "The credential that most tools send");
        }
        add(Level.TEXT_ONLY, ChangeKind.TEXT_CHANGED, before.title(), after.title(), "The API's title");
    }

    private void add(Level level, ChangeKind kind, String was, String is, String what) {
        if (!was.equals(is)) {
            changes.add(new Change(
                    level,
                    kind,
                    "",
                    "",
                    Words.shortened(was),
                    Words.shortened(is),
                    Words.became(what, was, is),
                    Optional.empty()));
        }
    }

    private static String server(ToolCatalog catalogue) {
        return ApiAccess.of(catalogue).server();
    }

    private static String security(ToolCatalog catalogue) {
        return String.join("; ", ApiAccess.of(catalogue).credentials());
    }

    private void compareTools() {
        ToolPairs tools = ToolPairs.of(before, after);
        Known known = Known.of(before, after);
        tools.removed().forEach(tool -> changes.add(removed(tool)));
        tools.added().forEach(tool -> changes.add(added(tool)));
        for (ToolPairs.Pair pair : tools.pairs()) {
            if (pair.isRenamed()) {
                changes.add(renamed(pair));
            }
            changes.addAll(ToolComparison.changes(pair.before(), pair.after(), known));
        }
    }

    private static Change removed(ToolModel tool) {
        return ToolChanges.of(tool)
                .change(
                        Level.BREAKING,
                        ChangeKind.TOOL_REMOVED,
                        Words.operation(tool),
                        "",
                        tool.name() + " is gone (" + Words.operation(tool) + ").");
    }

    private static Change added(ToolModel tool) {
        return ToolChanges.of(tool)
                .change(
                        tool.reads() ? Level.SAFE : Level.RISKY,
                        ChangeKind.TOOL_ADDED,
                        "",
                        Words.operation(tool),
                        tool.name() + " is new (" + Words.operation(tool) + ")"
                                + (tool.reads() ? "." : ", and changes something."));
    }

    private static Change renamed(ToolPairs.Pair pair) {
        String was = pair.before().name().value();
        String is = pair.after().name().value();
        String operations = Words.operation(pair.before()).equals(Words.operation(pair.after()))
                ? Words.operation(pair.after())
                : Words.operation(pair.before()) + " before, " + Words.operation(pair.after()) + " now";
        return ToolChanges.of(pair.after())
                .change(
                        Level.BREAKING,
                        ChangeKind.TOOL_RENAMED,
                        was,
                        is,
                        was + " is " + (pair.isSure() ? "" : "probably ") + "called " + is + " now (" + operations
                                + ").");
    }
}
