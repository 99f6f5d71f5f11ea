package dev.toolsmith.sandbox.values;

import dev.toolsmith.sandbox.wire.Json;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Domains. */
final class DomainKind implements ValueKind {
    private static final Set<Operator> OPERATORS = Operator.with(Operator.WORDS, Operator.NOT_EMPTY, Operator.IN);
    private static final List<Facet> FACETS = List.of(
            Facet.stored("domain", Facet.Kind.FOLDED, OPERATORS),
            Facet.stored("root_domain", Facet.Kind.FOLDED, OPERATORS));

    @Override
    public Content read(JsonNode value, Site site) {
        DomainName domain = DomainName.parse(site.text(value, "domain"))
                .orElseThrow(() -> site.malformed("must be a domain such as example.com"));
        return new Content(Json.object().put("domain", domain.name()).put("root_domain", domain.root()), domain.name());
    }

    @Override
    public List<Facet> facets() {
        return FACETS;
    }
}
