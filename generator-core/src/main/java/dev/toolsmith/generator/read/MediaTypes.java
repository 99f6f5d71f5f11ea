package dev.toolsmith.generator.read;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Chooses among the media types of a {@code content} map. */
final class MediaTypes {

    private MediaTypes() {}

    /** The key that tools send: JSON, then form, multipart, plain text, other text, anything else. */
    static Optional<String> forRequest(List<String> keys) {
        return keys.stream().min(Comparator.comparingInt(MediaTypes::rank));
    }

    /** The key of the JSON answer, if there is one. */
    static Optional<String> forJson(List<String> keys) {
        return forRequest(keys).filter(key -> rank(key) <= 2);
    }

    /** The media type without parameters, lower case; ranges that JSON fits count as JSON. */
    static String essence(String key) {
        String type = key.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("*/*") || type.equals("application/*") ? "application/json" : type;
    }

    private static int rank(String key) {
        String type = essence(key);
        if (type.equals("application/json")) {
            return key.contains("*") ? 2 : 0;
        }
        if (type.endsWith("+json")) {
            return 1;
        }
        return switch (type) {
            case "application/x-www-form-urlencoded" -> 3;
            case "multipart/form-data" -> 4;
            case "text/plain" -> 5;
            default -> type.startsWith("text/") ? 6 : 7;
        };
    }
}
