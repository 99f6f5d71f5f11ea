package dev.toolsmith.sandbox.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The query parameters of a call, decoded; of a repeated name the last one counts. */
public final class Query {
    private final Map<String, String> values;

    private Query(Map<String, String> values) {
        this.values = values;
    }

    /** Reads the raw query of a request target, or the body of a form. */
    public static Query parse(String raw) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            values.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return new Query(values);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            throw Refusal.validation(Refusal.Place.QUERY, List.of(text), "has a bad percent escape", "invalid_string");
        }
    }

    /** The value of a parameter. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value of a parameter that must be there. */
    public String require(String name) {
        return find(name).orElseThrow(() -> refuse(name, "is required", "invalid_type"));
    }

    /** A boolean parameter, written {@code true} or {@code false}; absent means false. */
    public boolean flag(String name) {
        return findFlag(name).orElse(false);
    }

    /** A boolean parameter, written {@code true} or {@code false}. */
    public Optional<Boolean> findFlag(String name) {
        return find(name).map(text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refuse(name, "must be true or false", "invalid_type");
        });
    }

    /** A parameter that takes nothing but a UUID. */
    public Optional<String> uuid(String name) {
        return find(name).map(text -> {
            if (!Call.isUuid(text)) {
                throw refuse(name, "must be a UUID", "invalid_string");
            }
            return text.toLowerCase(Locale.ROOT);
        });
    }

    /** A whole number between two bounds, both inclusive. */
    public int number(String name, int fallback, int low, int high) {
        Optional<String> text = find(name);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= low && number <= high) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw refuse(name, "must be a whole number", "invalid_type");
        }
        throw refuse(name, "must lie between " + low + " and " + high, "out_of_range");
    }

    /** The part of the list that {@code limit} and {@code offset} ask for. */
    public <T> List<T> page(List<T> all, int fallback, int high) {
        int limit = number("limit", fallback, 1, high);
        int offset = number("offset", 0, 0, Integer.MAX_VALUE);
        return Page.slice(all, offset, limit);
    }

    /** The refusal of one parameter. */
    public static Refusal refuse(String name, String problem, String code) {
        return Refusal.validation(Refusal.Place.QUERY, List.of(name), problem, code);
    }
}
