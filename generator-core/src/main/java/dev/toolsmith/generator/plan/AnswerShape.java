package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the list and the next cursor in the schema of an answer. */
final class AnswerShape {

    private static final List<String> LISTS = List.of("data", "items", "results", "values", "records", "entries");
    private static final List<String> CURSORS = List.of(
            "next_cursor",
            "nextCursor",
            "next_page_token",
            "nextPageToken",
            "next_token",
            "nextToken",
            "end_cursor",
            "endCursor",
            "cursor");
    private static final List<String> ENVELOPES =
            List.of("pagination", "meta", "paging", "page_info", "pageInfo", "response_metadata", "metadata", "page");

    private final ObjectNode answer;
    private final SchemaPool pool;

    AnswerShape(ObjectNode answer, SchemaPool pool) {
        this.answer = answer;
        this.pool = pool;
    }

    /** JSON pointer of the array of items: the answer itself, a property of a usual name, or the only array in it. */
    Optional<String> items() {
        ObjectNode top = followed(answer);
        if (SchemaShape.types(top).contains("array")) {
            return Optional.of("");
        }
        List<String> arrays = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : top.path("properties").properties()) {
            if (SchemaShape.types(followed(property.getValue())).contains("array")) {
                arrays.add(property.getKey());
            }
        }
        return LISTS.stream()
                .filter(arrays::contains)
                .findFirst()
                .or(() -> arrays.size() == 1 ? Optional.of(arrays.get(0)) : Optional.empty())
                .map(AnswerShape::pointer);
    }

    /** JSON pointer of the cursor of the next page. */
    Optional<String> nextCursor() {
        JsonNode properties = followed(answer).path("properties");
        for (String envelope : ENVELOPES) {
            JsonNode inner = properties.path(envelope);
            if (inner.isObject()) {
                Optional<String> found = cursorIn(followed(inner).path("properties"));
                if (found.isPresent()) {
                    return found.map(name -> pointer(envelope) + pointer(name));
                }
            }
        }
        return cursorIn(properties).map(AnswerShape::pointer);
    }

    private static Optional<String> cursorIn(JsonNode properties) {
        return CURSORS.stream().filter(properties::has).findFirst();
    }

    private ObjectNode followed(JsonNode schema) {
        return new BodyMerger(pool).top((ObjectNode) schema);
    }

    private static String pointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
