package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.view.ResultView;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Shows items as another view does, and notes which.
 *
 * @param by shows them
 * @param items takes those that were shown as text
 */
record NotedItems(ResultView by, List<JsonNode> items) implements ResultView {

    @Override
    public String app() {
        return by.app();
    }

    @Override
    public JsonNode compact(JsonNode item) {
        return by.compact(item);
    }

    @Override
    public String text(JsonNode item) {
        items.add(item);
        return by.text(item);
    }
}
