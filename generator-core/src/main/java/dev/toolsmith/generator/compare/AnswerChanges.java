package dev.toolsmith.generator.compare;

import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.compare.schema.Annotations;
import dev.toolsmith.generator.compare.schema.SchemaChange;
import dev.toolsmith.generator.compare.schema.SchemaComparison;
import dev.toolsmith.generator.tool.JsonSchema;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares what a tool answers. Those who read answers feel the opposite of those who make calls: a member that is gone
 * or a value that is new may surprise them, fewer values may not.
 */
final class AnswerChanges {

    private final ToolModel after;
    private final ToolChanges make;
    private final SourcePointer at;

    private AnswerChanges(ToolModel after) {
        this.after = after;
        this.make = ToolChanges.of(after);
        this.at = after.at().member("responses");
    }

    static List<Change> of(ToolModel before, ToolModel after) {
        AnswerChanges answers = new AnswerChanges(after);
        if (before.output().isEmpty() || after.output().isEmpty()) {
            return before.output().isPresent() == after.output().isPresent()
                    ? List.of()
                    : List.of(answers.documented(after.output().isPresent()));
        }
        return answers.changes(before.output().get(), after.output().get());
    }

    private Change documented(boolean now) {
        return make.inside(
                now ? Level.SAFE : Level.RISKY,
                ChangeKind.ANSWER_CHANGED,
                "",
                now ? "" : "described",
                now ? "described" : "",
                "The JSON answer of " + after.name() + (now ? " is described now." : " is not described any more."),
                at);
    }

    private List<Change> changes(JsonSchema was, JsonSchema is) {
        List<Change> found = SchemaComparison.between(was.node(), is.node()).stream()
                .map(this::change)
                .toList();
        Annotations olds = Annotations.of(was.node());
        Annotations news = Annotations.of(is.node());
        boolean reworded = olds.places().stream()
                .filter(news.places()::contains)
                .anyMatch(place -> !olds.textsAt(place).equals(news.textsAt(place)));
        return reworded ? Stream.concat(found.stream(), Stream.of(reworded())).toList() : found;
    }

    private Change reworded() {
        return make.inside(
                Level.TEXT_ONLY,
                ChangeKind.TEXT_CHANGED,
                "",
                "",
                "",
                "Texts about the answer of " + after.name() + " are others.",
                at);
    }

    private Change change(SchemaChange change) {
        String what = "The answer of " + after.name() + (change.place().isEmpty() ? "" : " at " + change.place());
        return make.inside(
                level(change.kind()),
                ChangeKind.ANSWER_CHANGED,
                change.place(),
                change.before(),
                change.after(),
                what + " " + said(change),
                at);
    }

    private static Level level(SchemaChange.Kind kind) {
        return switch (kind) {
            case ADDED, NEWLY_REQUIRED, NARROWED -> Level.SAFE;
            case REMOVED, NO_LONGER_REQUIRED, WIDENED, CHANGED -> Level.RISKY;
        };
    }

    private static String said(SchemaChange change) {
        return switch (change.kind()) {
            case ADDED -> "is new (" + change.after() + ").";
            case REMOVED -> "is gone (it was " + change.before() + ").";
            case NEWLY_REQUIRED -> "is always there now.";
            case NO_LONGER_REQUIRED -> "may be missing now.";
            case NARROWED -> "can be less than before: " + values(change);
            case WIDENED -> "can be more than before: " + values(change);
            case CHANGED -> "can be something else: " + values(change);
        };
    }

    private static String values(SchemaChange change) {
        return Words.shortened(change.after()) + "; before: " + Words.shortened(change.before()) + ".";
    }
}
