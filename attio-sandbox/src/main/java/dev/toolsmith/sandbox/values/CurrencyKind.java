package dev.toolsmith.sandbox.values;

import dev.toolsmith.sandbox.wire.Json;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Amounts in the currency of the attribute. */
final class CurrencyKind implements ValueKind {
    private static final int DECIMALS = 4;
    private static final List<Facet> FACETS =
            List.of(Facet.stored("currency_value", Facet.Kind.NUMBER, Operator.RANGE));

    @Override
    public Content read(JsonNode value, Site site) {
        BigDecimal amount = Numbers.read(site.scalar(value, "currency_value"))
                .orElseThrow(() -> site.malformed("must be a number or a string that holds one"));
        if (amount.stripTrailingZeros().scale() > DECIMALS) {
            throw site.malformed("must not have more than four decimals");
        }
        ObjectNode keys = Json.object();
        keys.set("currency_value", Numbers.node(amount));
        keys.put("currency_code", site.attribute().config().currencyCode());
        return new Content(keys, Numbers.key(amount));
    }

    @Override
    public List<Facet> facets() {
        return FACETS;
    }
}
