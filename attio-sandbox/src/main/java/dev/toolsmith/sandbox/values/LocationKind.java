package dev.toolsmith.sandbox.values;

import dev.toolsmith.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Places, written as one line of text or as an object of all ten keys. */
final class LocationKind implements ValueKind {
    private static final List<String> KEYS = List.of(
            "line_1",
            "line_2",
            "line_3",
            "line_4",
            "locality",
            "region",
            "postcode",
            "country_code",
            "latitude",
            "longitude");
    private static final Map<String, Pattern> FORMS = Map.of(
            "latitude", Pattern.compile("[-+]?([1-8]?\\d(\\.\\d+)?|90(\\.0+)?)"),
            "longitude", Pattern.compile("[-+]?(180(\\.0+)?|((1[0-7]\\d)|([1-9]?\\d))(\\.\\d+)?)"));
    private static final Pattern POSTCODE = Pattern.compile("(.*?)\\s*\\b([A-Z0-9-]*\\d[A-Z0-9 -]*)");
    private static final List<Facet> FACETS = facetList();

    private static List<Facet> facetList() {
        List<Facet> facets = new ArrayList<>();
        for (String key : KEYS.subList(0, 7)) {
            facets.add(Facet.stored(key, Facet.Kind.TEXT, Operator.WORDS));
        }
        facets.add(Facet.stored("country_code", Facet.Kind.TEXT, Operator.set(Operator.EQ, Operator.STARTS_WITH)));
        return List.copyOf(facets);
    }

    @Override
    public Content read(JsonNode value, Site site) {
        if (value.isString()) {
            return content(parse(value.stringValue(), site));
        }
        if (!value.isObject()) {
            throw site.malformed("must be a string or an object of ten keys");
        }
        site.only(value, Set.copyOf(KEYS));
        Map<String, String> parts = new TreeMap<>();
        for (String key : KEYS) {
            JsonNode part = site.require(value, key);
            if (!part.isNull()) {
                parts.put(key, checked(key, part, site));
            }
        }
        return content(parts);
    }

    private static String checked(String key, JsonNode part, Site site) {
        boolean fits = part.isString()
                && Optional.ofNullable(FORMS.get(key))
                        .map(form -> form.matcher(part.stringValue()).matches())
                        .orElse(true)
                && (!key.equals("country_code") || Countries.isCode(part.stringValue()));
        if (!fits) {
            throw site.malformed("needs a fitting string or null as " + key);
        }
        return part.stringValue();
    }

    /** Splits "street, town, region postcode, country"; what is missing is left out from the front. */
    private static Map<String, String> parse(String line, Site site) {
        List<String> words = Arrays.stream(line.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        if (words.isEmpty()) {
            throw site.malformed("must not be empty");
        }
        Map<String, String> parts = new TreeMap<>();
        Countries.find(words.get(words.size() - 1)).ifPresent(code -> {
            parts.put("country_code", code);
            words.remove(words.size() - 1);
        });
        takePostcode(words, parts);
        List<String> names = words.size() > 2 ? List.of("line_1", "locality", "region") : List.of("locality", "region");
        for (int i = 0; i < Math.min(words.size(), names.size()); i++) {
            parts.put(names.get(i), words.get(i));
        }
        return parts;
    }

    private static void takePostcode(List<String> words, Map<String, String> parts) {
        if (words.size() < 2) {
            return;
        }
        var match = POSTCODE.matcher(words.get(words.size() - 1));
        if (match.matches()) {
            parts.put("postcode", match.group(2));
            words.remove(words.size() - 1);
            if (!match.group(1).isEmpty()) {
                words.add(match.group(1));
            }
        }
    }

    private static Content content(Map<String, String> parts) {
        ObjectNode keys = Json.object();
        KEYS.forEach(key -> keys.put(key, parts.get(key)));
        return new Content(keys, parts.toString());
    }

    @Override
    public List<Facet> facets() {
        return FACETS;
    }

    @Override
    public Optional<Facet> implicitFacet() {
        return Optional.empty();
    }
}
