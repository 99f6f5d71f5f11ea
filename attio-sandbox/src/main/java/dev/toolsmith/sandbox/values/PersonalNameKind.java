package dev.toolsmith.sandbox.values;

import dev.toolsmith.sandbox.wire.Json;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Names of people, written as {@code "Last, First"}, as a first name alone or as an object of three keys. */
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
        String text = value.isString() ? value.stringValue().strip() : "";
        if (text.isEmpty()) {
            throw site.malformed("must be \"Last, First\" or an object with first_name, last_name and full_name");
        }
        int comma = text.indexOf(',');
        String last = text.substring(0, Math.max(0, comma)).strip();
        String first = text.substring(comma + 1).strip();
        return content(first, last, (first + " " + last).strip());
    }

    private static String part(JsonNode value, String name, Site site) {
        JsonNode part = site.require(value, name);
        if (!part.isString() && !part.isNull()) {
            throw site.malformed("needs a string or null as " + name);
        }
        return part.asString("");
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
