package dev.toolsmith.platform.api;

import dev.toolsmith.platform.model.Choice;
import dev.toolsmith.runtime.text.ClosestNames;
import dev.toolsmith.runtime.text.ShortText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters of a request's query, of which a route knows all. */
final class Query {

    private static final int LONGEST = 4096;

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /**
     * Reads a query.
     *
     * @param raw as it was sent; null when there was none
     * @throws Refused 400 when it holds a parameter that the route does not know, or is not percent-encoded UTF-8
     */
    Query(@Nullable String raw, Set<String> known) {
        if (raw == null || raw.isEmpty()) {
            return;
        }
        for (String part : raw.split("&", -1)) {
            int equals = part.indexOf('=');
            String name = decoded(equals < 0 ? part : part.substring(0, equals));
            if (!known.contains(name)) {
                throw unknown(name, known);
            }
            values.computeIfAbsent(name, first -> new ArrayList<>())
                    .add(equals < 0 ? "" : decoded(part.substring(equals + 1)));
        }
    }

    private static String decoded(String text) {
        String decoded;
        try {
            decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refused.of(400, "invalid_parameter", "The query is not percent-encoded UTF-8.");
        }
        if (decoded.indexOf('\uFFFD') >= 0 || decoded.length() > LONGEST) {
            throw Refused.of(400, "invalid_parameter", "The query is not percent-encoded UTF-8, or too long.");
        }
        return decoded;
    }

    private static Refused unknown(String name, Set<String> known) {
        String meant = ClosestNames.to(name, known)
                .map(near -> " Did you mean \"" + near + "\"?")
                .orElse("");
        String choice =
                known.isEmpty() ? " There are none." : " Parameters: " + String.join(", ", new TreeSet<>(known)) + ".";
        return Refused.of(
                400,
                "unknown_parameter",
                "There is no parameter \"" + ShortText.of(name, 64) + "\" here." + meant + choice);
    }

    /** A parameter that stands at most once. */
    Optional<String> text(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw invalid(name, "stands at most once");
        }
        if (!given.isEmpty() && given.get(0).isEmpty()) {
            throw invalid(name, "is empty; leave it out or give it a value");
        }
        return given.stream().findFirst();
    }

    /** The parts of a parameter, divided by commas; it may stand more than once. */
    List<String> texts(String name) {
        List<String> parts = new ArrayList<>();
        for (String value : values.getOrDefault(name, List.of())) {
            for (String part : value.split(",", -1)) {
                if (!part.isBlank() && !parts.contains(part.strip())) {
                    parts.add(part.strip());
                }
            }
        }
        return parts;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    boolean flag(String name) {
        String value = text(name).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw invalid(name, "is true or false");
        }
        return value.equals("true");
    }

    int number(String name, int least, int most, int otherwise) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (value.get().matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(value.get());
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw invalid(name, "is a whole number from " + least + " to " + most);
    }

    Optional<Instant> time(String name) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> time = Times.read(value.get());
        if (time.isEmpty()) {
            throw invalid(name, "is a time with its offset, such as 2030-01-01T00:00:00Z (a plus sign is written %2B)");
        }
        return time;
    }

    Optional<String> oneOf(String name, List<String> choices) {
        Optional<String> value = text(name);
        if (value.isPresent() && !choices.contains(value.get())) {
            throw invalid(name, "is one of " + String.join(", ", choices));
        }
        return value;
    }

    <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> choices) {
        List<String> words =
                Stream.of(choices.getEnumConstants()).map(Choice::word).toList();
        return oneOf(name, words).flatMap(word -> Choice.of(choices, word));
    }

    private static Refused invalid(String name, String rule) {
        return Refused.of(400, "invalid_parameter", "The parameter \"" + name + "\" " + rule + ".");
    }
}
