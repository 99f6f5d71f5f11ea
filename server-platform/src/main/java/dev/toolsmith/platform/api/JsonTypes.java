package dev.toolsmith.platform.api;

import tools.jackson.databind.JsonNode;

/** What JSON values are called in messages. */
final class JsonTypes {

    private JsonTypes() {}

    static String nameOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            default -> "null";
        };
    }
}
