package dev.toolsmith.sandbox.values;

import dev.toolsmith.sandbox.model.StoredValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Interactions, which no call writes. */
final class InteractionKind implements ValueKind {
    private static final Set<Operator> OPERATORS = Operator.set(Operator.EQ, Operator.NOT_EMPTY);
    private static final List<Facet> FACETS = List.of(
            Facet.stored("interacted_at", Facet.Kind.MOMENT, Operator.RANGE),
            Facet.stored("interaction_type", Facet.Kind.TEXT, OPERATORS),
            new Facet("owner_member_id", Facet.Kind.TEXT, OPERATORS, (lookup, value) -> owner(value)));

    @Override
    public Content read(JsonNode value, Site site) {
        throw site.malformed("is filled by interactions only");
    }

    private static List<String> owner(StoredValue value) {
        return Optional.of(value.content().path("owner_actor").path("id"))
                .filter(JsonNode::isString)
                .map(id -> List.of(id.stringValue()))
                .orElse(List.of());
    }

    @Override
    public List<Facet> facets() {
        return FACETS;
    }
}
