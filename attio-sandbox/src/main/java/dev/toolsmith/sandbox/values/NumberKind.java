package dev.toolsmith.sandbox.values;

import dev.toolsmith.sandbox.wire.Json;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Numbers. */
final class NumberKind implements ValueKind {
    private static final List<Facet> FACETS = List.of(
            Facet.stored("value", Facet.Kind.NUMBER, Operator.with(Operator.RANGE, Operator.IN, Operator.NOT_EMPTY)));

    @Override
    public Content read(JsonNode value, Site site) {
        BigDecimal number = Numbers.read(site.scalar(value, "value"))
                .orElseThrow(() -> site.malformed("must be a number or a string that holds one"));
        return new Content(Json.object().set("value", Numbers.node(number)), Numbers.key(number));
    }

    @Override
    public List<Facet> facets() {
        return FACETS;
    }
}
