package dev.toolsmith.runtime.view;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Shows the answers of any API: compact ones without what is null or empty, texts by the usual names of members. */
public record GenericView(String app) implements ResultView {

    @Override
    public JsonNode compact(JsonNode item) {
        return Pruned.of(item, Set.of());
    }

    @Override
    public String text(JsonNode item) {
        return PlainLines.of(item);
    }
}
