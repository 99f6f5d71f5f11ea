package dev.toolsmith.generator.compare;

import dev.toolsmith.generator.tool.ToolModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares a tool with what it was. */
final class ToolComparison {

    private final ToolModel before;
    private final ToolModel after;
    private final ToolChanges make;
    private final List<Change> changes = new ArrayList<>();

    private ToolComparison(ToolModel before, ToolModel after) {
        this.before = before;
        this.after = after;
        this.make = ToolChanges.of(after);
    }

    static List<Change> changes(ToolModel before, ToolModel after, Known known) {
        ToolComparison comparison = new ToolComparison(before, after);
        comparison.request();
        if (known.places() && !(known.isUsualBefore(before.auth()) && known.isUsualAfter(after.auth()))) {
            comparison.auth();
        }
        comparison.changes.addAll(FactChanges.of(before, after));
        comparison.changes.addAll(ArgumentChanges.of(before, after, known.places()));
        comparison.changes.addAll(AnswerChanges.of(before, after));
        comparison.changes.addAll(TextChanges.of(before, after));
        comparison.listed();
        return comparison.changes;
    }

    private void request() {
        String was = before.httpMethod() + " " + ToolLikeness.plain(before.path());
        String is = after.httpMethod() + " " + ToolLikeness.plain(after.path());
        if (!was.equals(is)) {
            changes.add(make.change(
                    Level.RISKY,
                    ChangeKind.REQUEST_CHANGED,
                    Words.operation(before),
                    Words.operation(after),
                    Words.became("The request of " + after.name(), Words.operation(before), Words.operation(after))));
        }
    }

    private void auth() {
        String was = words(before.auth());
        String is = words(after.auth());
        if (!was.equals(is)) {
            changes.add(make.change(
                    Level.RISKY,
                    ChangeKind.SECURITY_CHANGED,
                    was,
                    is,
                    Words.became("The credential that " + after.name() + " sends", was, is)));
        }
    }

    private static String words(Optional<List<List<String>>> auth) {
        return auth.map(Words::alternatives).orElse("as the server is configured");
    }

    /** What a model is shown may be another although nothing that it was made from is. */
    private void listed() {
        boolean explained = changes.stream()
                .anyMatch(change -> change.kind() == ChangeKind.TEXT_CHANGED
                        || change.kind() == ChangeKind.DEFAULT_CHANGED
                        || change.kind().isOfArguments());
        if (!explained
                && !PlainOrder.of(before.listed().node())
                        .equals(PlainOrder.of(after.listed().node()))) {
            changes.add(make.change(
                    Level.TEXT_ONLY,
                    ChangeKind.LISTED_CHANGED,
                    "",
                    "",
                    "The schema that models are shown of " + after.name()
                            + " is written otherwise, but takes the same arguments."));
        }
    }
}
