package dev.toolsmith.sandbox.values;

import dev.toolsmith.sandbox.wire.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Text. */
final class TextKind implements ValueKind {
    private static final int MOST = 10 * 1024 * 1024;
    private static final List<Facet> FACETS = List.of(
            Facet.stored("value", Facet.Kind.TEXT, Operator.with(Operator.WORDS, Operator.IN, Operator.NOT_EMPTY)));

    @Override
    public Content read(JsonNode value, Site site) {
        String text = site.text(value, "value");
        if (text.length() > MOST) {
            throw site.malformed("must not be longer than 10 MB");
        }
        return new Content(Json.object().put("value", text), text);
    }

    @Override
    public List<Facet> facets() {
        return FACETS;
    }
}
