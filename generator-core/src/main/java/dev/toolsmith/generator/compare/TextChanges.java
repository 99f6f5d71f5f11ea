package dev.toolsmith.generator.compare;

import dev.toolsmith.generator.compare.schema.Annotations;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares texts and default values. */
final class TextChanges {

    private final ToolModel after;
    private final ToolChanges make;
    private final List<Change> changes = new ArrayList<>();

    private TextChanges(ToolModel after) {
        this.after = after;
        this.make = ToolChanges.of(after);
    }

    static List<Change> of(ToolModel before, ToolModel after) {
        TextChanges texts = new TextChanges(after);
        texts.text("title", before.title(), after.title());
        texts.text("description", before.description(), after.description());
        if (!before.input().node().equals(after.input().node())) {
            texts.arguments(
                    Annotations.of(before.input().node()),
                    Annotations.of(after.input().node()));
        }
        return texts.changes;
    }

    private void text(String what, String was, String is) {
        if (!was.equals(is)) {
            changes.add(make.change(
                    Level.TEXT_ONLY,
                    ChangeKind.TEXT_CHANGED,
                    was,
                    is,
                    "The " + what + " of " + after.name() + " is another."));
        }
    }

    private void arguments(Annotations before, Annotations after) {
        for (String place : before.places()) {
            if (after.places().contains(place)) {
                argument(place, ChangeKind.TEXT_CHANGED, before.textsAt(place), after.textsAt(place));
                argument(place, ChangeKind.DEFAULT_CHANGED, before.defaultsAt(place), after.defaultsAt(place));
            }
        }
    }

    private void argument(String place, ChangeKind kind, Set<String> was, Set<String> is) {
        if (!was.equals(is)) {
            boolean isText = kind == ChangeKind.TEXT_CHANGED;
            changes.add(make.inside(
                    isText ? Level.TEXT_ONLY : Level.RISKY,
                    kind,
                    place,
                    String.join("; ", was),
                    String.join("; ", is),
                    (isText ? "The text of " : "The default of ") + after.name() + "'s argument " + place
                            + " is another.",
                    after.at()));
        }
    }
}
