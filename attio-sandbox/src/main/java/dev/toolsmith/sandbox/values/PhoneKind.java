package dev.toolsmith.sandbox.values;

import dev.toolsmith.sandbox.wire.Json;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Telephone numbers. */
final class PhoneKind implements ValueKind {
    private static final Pattern WRITTEN = Pattern.compile("(?s).*[0-9].*");
    private static final Pattern EXTENSION = Pattern.compile("(?s)(.*[0-9][^0-9a-zA-Z]*)[a-zA-Z].*");
    private static final String ORIGINAL = "original_phone_number";
    private static final String COUNTRY = "country_code";
    private static final List<Facet> FACETS = List.of(
            Facet.stored("phone_number", Facet.Kind.TEXT, Operator.WORDS),
            Facet.stored(COUNTRY, Facet.Kind.TEXT, Operator.set(Operator.EQ, Operator.NOT_EMPTY)));

    @Override
    public Content read(JsonNode value, Site site) {
        String country = "";
        JsonNode number = value;
        if (value.isObject()) {
            site.only(value, Set.of(ORIGINAL, COUNTRY));
            number = site.require(value, ORIGINAL);
            country = country(value.path(COUNTRY), site);
        }
        if (!number.isString() || !WRITTEN.matcher(number.stringValue()).matches()) {
            throw site.malformed("must be a telephone number such as +15558675309");
        }
        return content(number.stringValue(), country, site);
    }

    private static String country(JsonNode code, Site site) {
        if (code.isMissingNode() || code.isNull()) {
            return "";
        }
        if (!code.isString() || !Countries.isCode(code.stringValue())) {
            throw site.malformed("needs an ISO 3166-1 code as country_code");
        }
        return code.stringValue();
    }

    private static Content content(String original, String given, Site site) {
        Matcher extended = EXTENSION.matcher(original);
        String digits = (extended.matches() ? extended.group(1) : original).replaceAll("[^0-9]", "");
        if (!original.strip().startsWith("+")) {
            if (given.isEmpty()) {
                throw site.malformed("must begin with + unless country_code tells the country");
            }
            digits = Countries.callingCode(given).orElse("") + digits.replaceFirst("^0", "");
        }
        String country = given.isEmpty() ? Countries.ofNumber(digits).orElse(null) : given;
        return new Content(
                Json.object().put(ORIGINAL, original).put(COUNTRY, country).put("phone_number", "+" + digits),
                "+" + digits);
    }

    @Override
    public List<Facet> facets() {
        return FACETS;
    }
}
