package dev.toolsmith.generator.report;

import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.compare.CatalogueDiff;
import dev.toolsmith.generator.compare.Change;
import dev.toolsmith.generator.compare.ChangeKind;
import dev.toolsmith.generator.compare.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes made by hand, for tests of how they are written down. */
final class Diffs {

    private Diffs() {}

    static CatalogueDiff of(Change... changes) {
        return new CatalogueDiff("acme", "Acme 1.0", "Acme 2.0", List.of(changes));
    }

    static CatalogueDiff of(List<Change> changes) {
        return of(changes.toArray(Change[]::new));
    }

    static Change removed(String tool) {
        return new Change(
                Level.BREAKING,
                ChangeKind.TOOL_REMOVED,
                tool,
                "",
                "DELETE /things/{id}",
                "",
                tool + " is gone",
                Optional.of(at(tool)));
    }

    static Change narrowed(String tool) {
        return new Change(
                Level.BREAKING,
                ChangeKind.ARGUMENT_NARROWED,
                tool,
                "/data/tags/*",
                "any string",
                "one of a, b",
                "/data/tags/* of " + tool + " takes only a and b",
                Optional.of(at(tool)));
    }

    static Change text(String tool, String argument) {
        return new Change(
                Level.TEXT_ONLY,
                ChangeKind.TEXT_CHANGED,
                tool,
                argument,
                "Old words.",
                "New words.",
                "the description of " + argument + " is another",
                Optional.of(at(tool)));
    }

    static Change ofAllTools() {
        return new Change(
                Level.RISKY,
                ChangeKind.BASE_URL_CHANGED,
                "",
                "",
                "https://a.example",
                "https://b.example",
                "requests go to https://b.example instead of https://a.example",
                Optional.empty());
    }

    /** The same change of so many tools: {@code tool_1}, {@code tool_2} and so on. */
    static List<Change> shared(int tools) {
        List<Change> changes = new ArrayList<>();
        for (int i = 1; i <= tools; i++) {
            changes.add(narrowed("tool_" + i));
        }
        return changes;
    }

    /** A change in which every text is this one. */
    static Change hostile(Level level, String text) {
        return new Change(
                level,
                ChangeKind.ARGUMENT_CHANGED,
                "acme_do",
                text,
                text,
                text,
                text,
                Optional.of(new SourcePointer("acme.yaml", text)));
    }

    private static SourcePointer at(String tool) {
        return new SourcePointer("acme.yaml", "/paths/~1" + tool + "/get");
    }
}
