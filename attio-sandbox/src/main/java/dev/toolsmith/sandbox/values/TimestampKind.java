package dev.toolsmith.sandbox.values;

import dev.toolsmith.sandbox.model.Moments;
import dev.toolsmith.sandbox.wire.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Points in time. */
final class TimestampKind implements ValueKind {
    private static final List<Facet> FACETS = List.of(Facet.stored("value", Facet.Kind.MOMENT, Operator.RANGE));

    @Override
    public Content read(JsonNode value, Site site) {
        String text = site.text(value, "value");
        String moment = Moments.parse(text)
                .or(() -> startOfDay(text))
                .map(Moments::text)
                .orElseThrow(() -> site.malformed("must be a date-time such as 2026-01-31T09:00:00Z"));
        return new Content(Json.object().put("value", moment), moment);
    }

    private static Optional<Instant> startOfDay(String text) {
        return Moments.parseDate(text).map(date -> date.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    @Override
    public List<Facet> facets() {
        return FACETS;
    }
}
