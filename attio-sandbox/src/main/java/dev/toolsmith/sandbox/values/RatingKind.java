package dev.toolsmith.sandbox.values;

import dev.toolsmith.sandbox.wire.Json;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Zero to five stars. */
final class RatingKind implements ValueKind {
    private static final BigDecimal MOST = BigDecimal.valueOf(5);
    private static final List<Facet> FACETS = List.of(Facet.stored("value", Facet.Kind.NUMBER, Operator.RANGE));

    @Override
    public Content read(JsonNode value, Site site) {
        JsonNode scalar = site.scalar(value, "value");
        if (!scalar.isNumber() || !isRating(scalar.decimalValue())) {
            throw site.malformed("must be a whole number from 0 to 5");
        }
        int stars = scalar.decimalValue().intValueExact();
        return new Content(Json.object().put("value", stars), String.valueOf(stars));
    }

    private static boolean isRating(BigDecimal number) {
        return number.signum() >= 0
                && number.compareTo(MOST) <= 0
                && number.stripTrailingZeros().scale() <= 0;
    }

    @Override
    public List<Facet> facets() {
        return FACETS;
    }
}
