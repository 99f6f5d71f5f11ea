package dev.toolsmith.generator.plan;

import dev.toolsmith.generator.api.ApiOperation;
import dev.toolsmith.generator.tool.ToolName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes a tool's title, description and tags. */
final class TextPlanner {

    private final PlanOptions options;

    TextPlanner(PlanOptions options) {
        this.options = options;
    }

    String title(ToolDraft draft, ToolName name) {
        return ownTitle(draft)
                .map(title -> PlainText.of(filled(title, draft)))
                .filter(title -> !title.isEmpty())
                .orElseGet(() -> titleOf(name));
    }

    private static Optional<String> ownTitle(ToolDraft draft) {
        if (draft.alias().isPresent()) {
            return draft.alias().get().title();
        }
        if (draft.fixed().isPresent()) {
            return draft.extensions().specialisation().flatMap(Specialisation::title);
        }
        return draft.extensions().title();
    }

    String description(ToolDraft draft, String title, Findings findings) {
        ApiOperation operation = draft.operation();
        String text = ownDescription(draft)
                .or(draft.extensions()::description)
                .map(given -> PlainText.of(filled(given, draft)))
                .filter(given -> !given.isEmpty())
                .orElseGet(() -> PlainText.of(operation.description()));
        if (text.isEmpty()) {
            text = PlainText.of(operation.summary());
        }
        if (text.isEmpty()) {
            text = title + " (" + operation.method() + " " + PlainText.of(draft.path()) + ").";
            findings.info(
                    "no-description",
                    operation.at(),
                    "Nothing says what " + operation.method() + " " + operation.path() + " does",
                    "Add a description or a summary.");
        }
        Optional<String> note =
                draft.fixed().flatMap(Specialisation.Value::note).map(PlainText::of);
        String whole = note.isPresent() ? text + " " + note.get() : text;
        return PlainText.cut(whole, options.listed().toolDescription());
    }

    /** The tags, lower case; the resource when the description has none. */
    List<String> tags(ToolDraft draft) {
        Optional<List<String>> given = draft.alias().flatMap(Alias::tags).or(draft.extensions()::tags);
        if (draft.fixed().isPresent()) {
            given = Optional.of(List.of(draft.fixed().get().value()));
        }
        List<String> tags = given.orElse(draft.operation().tags()).stream()
                .map(tag -> PlainText.of(tag).toLowerCase(Locale.ROOT))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        if (!tags.isEmpty()) {
            return tags;
        }
        String resource = draft.resource();
        return List.of(resource.isEmpty() ? options.app() : resource.replace('_', ' '));
    }

    private static Optional<String> ownDescription(ToolDraft draft) {
        if (draft.alias().isPresent()) {
            return draft.alias().get().description();
        }
        return draft.fixed()
                .flatMap(value -> draft.extensions().specialisation())
                .flatMap(Specialisation::description);
    }

    private static String filled(String text, ToolDraft draft) {
        return draft.fixed()
                .map(value -> text.replace("{singular}", value.singular().replace('_', ' '))
                        .replace("{plural}", value.plural()))
                .orElse(text);
    }

    private String titleOf(ToolName name) {
        List<String> words = new ArrayList<>(List.of(name.value().split("_")));
        List<String> app = List.of(options.app().split("_"));
        for (int index = 0; index + app.size() < words.size() + 1 && words.size() > app.size(); index++) {
            if (words.subList(index, index + app.size()).equals(app)) {
                words.subList(index, index + app.size()).clear();
                break;
            }
        }
        for (int index = 0; index + 1 < words.size(); index++) {
            if (words.get(index).equals("a") && words.get(index + 1).matches("[aeio].*")) {
                words.set(index, "an");
            }
        }
        String title = String.join(" ", words);
        return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }
}
