package dev.toolsmith.sandbox.values;

import dev.toolsmith.sandbox.wire.Json;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** E-mail addresses. */
final class EmailKind implements ValueKind {
    private static final Pattern FORM = Pattern.compile("(?s).*\\S@[^\\s@]+");
    private static final List<Facet> FACETS = List.of(
            Facet.stored("email_address", Facet.Kind.FOLDED, Operator.WORDS),
            Facet.stored("original_email_address", Facet.Kind.FOLDED, Operator.WORDS),
            Facet.stored("email_domain", Facet.Kind.FOLDED, Operator.WORDS),
            Facet.stored("email_root_domain", Facet.Kind.FOLDED, Operator.WORDS),
            Facet.stored("email_local_specifier", Facet.Kind.FOLDED, Operator.WORDS));

    @Override
    public Content read(JsonNode value, Site site) {
        String original = site.text(value, "email_address").strip();
        String address = original.toLowerCase(Locale.ROOT);
        if (!FORM.matcher(address).matches()) {
            throw site.malformed("must be an e-mail address");
        }
        int at = address.lastIndexOf('@');
        String local = address.substring(0, at);
        DomainName domain = DomainName.ofHost(address.substring(at + 1));
        return new Content(
                Json.object()
                        .put("original_email_address", original)
                        .put("email_address", address)
                        .put("email_domain", domain.name())
                        .put("email_root_domain", domain.root())
                        .put("email_local_specifier", local),
                address);
    }

    @Override
    public List<Facet> facets() {
        return FACETS;
    }
}
