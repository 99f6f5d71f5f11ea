package dev.toolsmith.sandbox.values;

import dev.toolsmith.sandbox.model.Moments;
import dev.toolsmith.sandbox.wire.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Dates. */
final class DateKind implements ValueKind {
    private static final List<Facet> FACETS = List.of(Facet.stored("value", Facet.Kind.DATE, Operator.RANGE));

    @Override
    public Content read(JsonNode value, Site site) {
        String date = Moments.parseDate(site.text(value, "value"))
                .orElseThrow(() -> site.malformed("must be a date such as 2026-01-31"))
                .toString();
        return new Content(Json.object().put("value", date), date);
    }

    @Override
    public List<Facet> facets() {
        return FACETS;
    }
}
