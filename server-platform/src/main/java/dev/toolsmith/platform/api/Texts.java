package dev.toolsmith.platform.api;

import java.util.Collection;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts texts into answers. */
final class Texts {

    private Texts() {}

    static void put(ObjectNode json, String name, Collection<String> texts) {
        ArrayNode array = json.putArray(name);
        texts.forEach(array::add);
    }

    /** Null for an empty text. */
    static void putOrNull(ObjectNode json, String name, String text) {
        putOrNull(json, name, Optional.of(text).filter(one -> !one.isEmpty()));
    }

    static void putOrNull(ObjectNode json, String name, Optional<String> text) {
        text.ifPresentOrElse(one -> json.put(name, one), () -> json.putNull(name));
    }
}
