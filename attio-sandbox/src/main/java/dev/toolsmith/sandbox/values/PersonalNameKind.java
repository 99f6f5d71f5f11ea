package dev.toolsmith.sandbox.values;

import dev.toolsmith.sandbox.wire.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Names of people, written as {@code "Last, First"} or as an object of three keys. */
final class PersonalNameKind implements ValueKind {
    private static final Set<String> KEYS = Set.of("first_name", "last_name", "full_name");
    private static final Set<Operator> OPERATORS = Operator.with(Operator.WORDS, Operator.NOT_EMPTY);
    private static final List<Facet> FACETS = List.of(
            Facet.stored("full_name", Facet.Kind.TEXT, OPERATORS),
            Facet.stored("first_name", Facet.Kind.TEXT, OPERATORS),
            Facet.stored("last_name", Facet.Kind.TEXT, OPERATORS));

    @Override
    public Content read(JsonNode value, Site site) {
        if (value.isObject()) {
            site.only(value, KEYS);
            return content(
                    part(value, "first_name", site), part(value, "last_name", site), part(value, "full_name", site));
        }
        String[] parts = value.isString() ? value.stringValue().split(",", 2) : new String[0];
        if (parts.length != 2) {
            throw site.malformed("must be \"Last, First\" or an object with first_name, last_name and full_name");
        }
        String last = parts[0].strip();
        String first = parts[1].strip();
        return content(first, last, (first + " " + last).strip());
    }

    private static String part(JsonNode value, String name, Site site) {
        return Optional.of(site.require(value, name))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .orElseThrow(() -> site.malformed("needs a string as " + name));
    }

    private static Content content(String first, String last, String full) {
        return new Content(
                Json.object().put("first_name", first).put("last_name", last).put("full_name", full),
                full + "/" + last + "/" + first);
    }

    @Override
    public List<Facet> facets() {
        return FACETS;
    }
}
