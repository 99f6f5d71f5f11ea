package dev.toolsmith.runtime.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Where inside an object a member is known that somebody sent beside it. */
final class MemberPlaces {

    private static final int DEEPEST = 4;
    private static final int MOST_OBJECTS = 500;

    private record Place(String pointer, JsonNode schema) {}

    private MemberPlaces() {}

    /**
     * The place nearest to an object, below its members, that knows a member of this name, as a JSON pointer from the
     * object; empty when there is none, or several are equally near.
     */
    static Optional<String> nearest(JsonNode root, JsonNode object, String member) {
        List<Place> level = List.of(new Place("", object));
        for (int depth = 0; depth < DEEPEST && level.size() <= MOST_OBJECTS; depth++) {
            List<Place> inside = new ArrayList<>();
            level.forEach(place -> inside.addAll(members(root, place)));
            List<Place> known = inside.stream()
                    .filter(place -> place.schema().path("properties").has(member))
                    .toList();
            if (!known.isEmpty()) {
                return known.size() > 1
                        ? Optional.empty()
                        : Optional.of(known.get(0).pointer() + step(member));
            }
            level = inside;
        }
        return Optional.empty();
    }

    private static List<Place> members(JsonNode root, Place place) {
        return place.schema().path("properties").properties().stream()
                .map(property -> new Place(
                        place.pointer() + step(property.getKey()), WantedValue.resolved(root, property.getValue())))
                .toList();
    }

    private static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
