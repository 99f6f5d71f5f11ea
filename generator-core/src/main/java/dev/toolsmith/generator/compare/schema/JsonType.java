package dev.toolsmith.generator.compare.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The types of JSON values; integers are numbers. */
enum JsonType {
    STRING,
    NUMBER,
    BOOLEAN,
    ARRAY,
    OBJECT,
    NULL;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<JsonType> ofWord(String word) {
        return Stream.of(values())
                .filter(type -> type.word().equals(word.equals("integer") ? "number" : word))
                .findFirst();
    }

    static JsonType of(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> STRING;
            case NUMBER -> NUMBER;
            case BOOLEAN -> BOOLEAN;
            case ARRAY -> ARRAY;
            case OBJECT -> OBJECT;
            default -> NULL;
        };
    }
}
