package dev.toolsmith.sandbox.values;

import dev.toolsmith.sandbox.model.StoredValue;
import dev.toolsmith.sandbox.schema.Choice;
import dev.toolsmith.sandbox.wire.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Options of a select attribute or stages of a status attribute, written by title or UUID. */
final class ChoiceKind implements ValueKind {
    private static final String CHOICE = "choice_id";

    private final String property;
    private final List<Facet> facets;

    /** A kind whose values are shown under {@code option} or {@code status}. */
    ChoiceKind(String property) {
        this.property = property;
        Set<Operator> operators = property.equals("option")
                ? Operator.set(Operator.EQ, Operator.IN, Operator.NOT_EMPTY)
                : Operator.set(Operator.EQ, Operator.NOT_EMPTY);
        this.facets =
                List.of(new Facet(property, Facet.Kind.TEXT, operators, ChoiceKind::operands), Facet.activeFrom());
    }

    @Override
    public Content read(JsonNode value, Site site) {
        String named = site.text(value, property);
        Choice choice = site.workspace()
                .catalogue()
                .choice(site.attribute().id(), named)
                .filter(known -> !known.archived())
                .orElseThrow(() -> site.unknown("the " + property + " \"" + named + "\""));
        return new Content(Json.object().put(CHOICE, choice.id()), choice.id());
    }

    @Override
    public void show(StoredValue value, Facet.Lookup lookup, ObjectNode into) {
        choice(lookup, value).ifPresent(choice -> into.set(property, choice.json(lookup.attribute())));
    }

    private static Optional<Choice> choice(Facet.Lookup lookup, StoredValue value) {
        return lookup.workspace().catalogue().choice(lookup.attribute().id(), value.key());
    }

    private static List<String> operands(Facet.Lookup lookup, StoredValue value) {
        return choice(lookup, value)
                .map(choice -> List.of(choice.title(), choice.id()))
                .orElse(List.of());
    }

    @Override
    public List<Facet> facets() {
        return facets;
    }
}
