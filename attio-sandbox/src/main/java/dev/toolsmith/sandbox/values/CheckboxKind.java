package dev.toolsmith.sandbox.values;

import dev.toolsmith.sandbox.wire.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** True or false. */
final class CheckboxKind implements ValueKind {
    private static final List<Facet> FACETS =
            List.of(Facet.stored("value", Facet.Kind.FLAG, Operator.set(Operator.EQ)));

    @Override
    public Content read(JsonNode value, Site site) {
        JsonNode scalar = site.scalar(value, "value");
        boolean known = scalar.isBoolean()
                || (scalar.isString() && List.of("true", "false").contains(scalar.asString()));
        if (!known) {
            throw site.malformed("must be true or false");
        }
        boolean checked = Boolean.parseBoolean(scalar.asString());
        return new Content(Json.object().put("value", checked), String.valueOf(checked));
    }

    @Override
    public List<Facet> facets() {
        return FACETS;
    }
}
