package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.upstream.CallTerms.Showing;
import dev.toolsmith.runtime.upstream.request.RefusedArgument;
import dev.toolsmith.runtime.view.DocumentedFields;
import dev.toolsmith.runtime.view.FieldPaths;
import dev.toolsmith.runtime.view.GenericView;
import dev.toolsmith.runtime.view.ResultForm;
import dev.toolsmith.runtime.view.ResultView;
import dev.toolsmith.runtime.view.View;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How one call's answer is shown, item by item.
 *
 * @param view the form
 * @param structured whether the exact JSON goes beside it
 * @param fields what is wanted of an item; empty for all of it
 * @param by shows items
 * @param tool the tool whose answer it is, for its documented fields
 */
record ResultShape(
        View view, boolean structured, Optional<FieldPaths> fields, ResultView by, Optional<BundledTool> tool) {

    /** The whole answer as it is. */
    static final ResultShape WHOLE =
            new ResultShape(View.FULL, false, Optional.empty(), new GenericView(""), Optional.empty());

    private static final String FIELDS = "fields";
    private static final String VIEW = "view";

    /**
     * The shape that a call asks for. The server's own view is not for tools that read and take no {@code view}: what it
     * leaves out could not be had then.
     *
     * @throws RefusedArgument when {@code fields} names nothing
     */
    static ResultShape of(ResultForm form, CallTerms terms, ObjectNode arguments) {
        BundledTool tool = terms.tool();
        Optional<FieldPaths> fields = argument(tool, FIELDS, arguments).map(ResultShape::fields);
        Showing showing = terms.showing().orElseGet(() -> new Showing(form.view(), form.structured()));
        View usual = tool.descriptor().reads() && !tool.resultArguments().contains(VIEW) ? View.FULL : showing.view();
        View unsaid = fields.isPresent() && usual == View.COMPACT ? View.FULL : usual;
        View view = argument(tool, VIEW, arguments).flatMap(View::of).orElse(unsaid);
        return new ResultShape(
                view, showing.structured(), fields, form.of(tool.manifest().app()), Optional.of(tool));
    }

    private static Optional<String> argument(BundledTool tool, String name, ObjectNode arguments) {
        JsonNode given = arguments.path(name);
        return tool.resultArguments().contains(name) && given.isString()
                ? Optional.of(given.asString())
                : Optional.empty();
    }

    private static FieldPaths fields(String text) {
        try {
            return FieldPaths.of(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedArgument("The argument \"" + FIELDS + "\" " + e.getMessage() + ". Nothing was sent.");
        }
    }

    /** Whether answers are shown as they are. */
    boolean isPlain() {
        return view == View.FULL && fields.isEmpty();
    }

    boolean isText() {
        return view == View.TEXT;
    }

    /** The same with items shown by another view. */
    ResultShape by(ResultView other) {
        return new ResultShape(view, structured, fields, other, tool);
    }

    /** What is wanted of an item. */
    JsonNode wanted(JsonNode item) {
        return fields.map(these -> these.of(item)).orElse(item);
    }

    /** The bytes that show what is wanted of an item. */
    byte[] shown(JsonNode wanted) {
        return switch (view) {
            case FULL -> JsonTree.write(wanted);
            case COMPACT -> JsonTree.write(by.compact(wanted));
            case TEXT -> told(wanted).getBytes(StandardCharsets.UTF_8);
        };
    }

    private String told(JsonNode wanted) {
        String text = by.text(wanted);
        if (!text.isBlank()) {
            return text;
        }
        boolean done = tool.filter(called -> !called.descriptor().reads()).isPresent();
        return done && fields.isEmpty() ? "Done." : "(nothing)";
    }

    /** What to tell of wanted fields that the answer has not; to be asked when all items were shown. */
    Optional<String> missing() {
        return fields.flatMap(these -> these.missing(Set.of()).flatMap(all -> these.missing(documented())));
    }

    /**
     * The member of an answer that it is about, as its schema says; where there is no schema, the only one.
     *
     * @return empty when the answer is about all of it
     */
    Optional<String> envelope(JsonNode answer) {
        if (!answer.isObject()) {
            return Optional.empty();
        }
        Optional<JsonNode> schema = schema();
        if (schema.isPresent()) {
            List<String> place = place(schema.get());
            return place.size() == 1
                            && answer.has(place.get(0))
                            && (answer.path(place.get(0)).isNull() || holdsObjects(answer.path(place.get(0))))
                    ? Optional.of(place.get(0))
                    : Optional.empty();
        }
        return answer.size() == 1 && holdsObjects(answer.iterator().next())
                ? Optional.of(answer.propertyNames().iterator().next())
                : Optional.empty();
    }

    private static boolean holdsObjects(JsonNode value) {
        if (value.isArray()) {
            for (JsonNode item : value) {
                if (!item.isObject() && !item.isNull()) {
                    return false;
                }
            }
        }
        return value.isContainer();
    }

    private Set<String> documented() {
        return schema().map(schema -> DocumentedFields.of(schema, place(schema)))
                .orElse(Set.of());
    }

    private Optional<JsonNode> schema() {
        if (tool.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = tool.get().bundle().open("outputs/" + tool.get().name() + ".json")) {
            return Optional.of(JsonTree.read(in.readAllBytes()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where items stand in an answer, or the one thing that it is about. */
    private List<String> place(JsonNode schema) {
        Optional<String> items = tool.flatMap(BundledTool::pagination).flatMap(pages -> pages.items());
        if (items.isPresent()) {
            return items.get().isEmpty()
                    ? List.of()
                    : List.of(items.get().substring(1).split("/"));
        }
        return DocumentedFields.envelope(schema).map(List::of).orElse(List.of());
    }
}
