package dev.toolsmith.attio.workspace.filters;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.AttributeType;
import dev.toolsmith.attio.workspace.facts.Owner;
import dev.toolsmith.attio.workspace.facts.Place;
import dev.toolsmith.attio.workspace.words.Said;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Looks at paths such as {@code [["deals", "associated_people"], ["people", "email_addresses"]]}. */
final class PathCheck {

    private static final int LENGTH_OF_UUID = 36;

    private final KnownPlaces places;
    private final QueryProblems problems;

    PathCheck(KnownPlaces places, QueryProblems problems) {
        this.places = places;
        this.problems = problems;
    }

    /** The attribute at the end of a path; empty when the path is wrong, which is told, or not all of it is known. */
    Optional<Attribute> end(JsonNode path, JsonPointer at) {
        if (!path.isArray() || path.isEmpty()) {
            problems.add(at, "a path is an array of pairs [object or list, attribute]: " + example() + ".");
            return Optional.empty();
        }
        Optional<Attribute> last = Optional.empty();
        for (int i = 0; i < path.size(); i++) {
            JsonNode step = path.get(i);
            JsonPointer place = at.appendIndex(i);
            if (!isPair(step)) {
                problems.add(
                        place,
                        "a step of a path is a pair [object or list, attribute], not " + FilterWords.shown(step) + ": "
                                + example() + ".");
                return Optional.empty();
            }
            String owner = step.get(0).stringValue();
            Optional<Place> where = last.isEmpty() ? first(owner, place) : next(last.get(), owner, place);
            last = where.flatMap(known -> attribute(known, step.get(1).stringValue(), place));
            if (last.isEmpty()) {
                return last;
            }
        }
        return last;
    }

    private static boolean isPair(JsonNode step) {
        return step.isArray()
                && step.size() == 2
                && step.get(0).isString()
                && step.get(1).isString();
    }

    private String example() {
        String start = Said.quoted(places.start().slug());
        return places.start().kind() == Owner.Kind.LISTS
                ? "[[" + start + ", \"parent_record\"], [OBJECT, ATTRIBUTE]]"
                : "[[" + start + ", REFERENCE], [OBJECT, ATTRIBUTE]]";
    }

    private Optional<Place> first(String owner, JsonPointer at) {
        Place start = places.start();
        if (owner.equals(start.slug())
                || places.startId().filter(owner::equalsIgnoreCase).isPresent()) {
            return Optional.of(start);
        }
        if (places.startId().isPresent() || !isUuid(owner)) {
            problems.add(
                    at, "a path begins at " + start + ", not at " + Said.quoted(owner) + ": " + leading(owner) + ".");
        }
        return Optional.empty();
    }

    private String leading(String owner) {
        Optional<Owner> object = places.object(owner);
        return places.inUse(places.start()).stream()
                .filter(attribute -> object.filter(
                                target -> attribute.allowedObjects().contains(target.id()))
                        .isPresent())
                .findFirst()
                .map(reference -> "[[" + Said.quoted(places.start().slug()) + ", "
                        + Said.quoted(reference.slug()) + "], [" + Said.quoted(owner)
                        + ", ATTRIBUTE]]")
                .orElseGet(this::example);
    }

    private static boolean isUuid(String name) {
        if (name.length() != LENGTH_OF_UUID) {
            return false;
        }
        try {
            return UUID.fromString(name).toString().length() == LENGTH_OF_UUID;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Optional<Place> next(Attribute from, String owner, JsonPointer at) {
        if (from.type() == AttributeType.UNKNOWN) {
            return Optional.empty();
        }
        if (from.type() != AttributeType.RECORD_REFERENCE) {
            problems.add(
                    at,
                    FilterWords.attribute(from)
                            + ", refers to no records: a path ends there, and its constraints ask for" + " it."
                            + references());
            return Optional.empty();
        }
        if (places.objects().isEmpty()) {
            return Optional.empty();
        }
        ReferenceWords words = new ReferenceWords(places);
        Optional<Owner> object = places.object(owner);
        if (object.isEmpty()) {
            problems.add(
                    at,
                    "there is no object " + Said.quoted(owner) + "." + words.closest(owner) + words.targets(from)
                            + ".");
            return Optional.empty();
        }
        if (!ReferenceWords.leadsTo(from, object.get())) {
            problems.add(
                    at,
                    FilterWords.attribute(from) + ", does not refer to " + Said.quoted(owner) + "."
                            + words.targets(from) + ".");
            return Optional.empty();
        }
        return Optional.of(KnownPlaces.place(object.get()));
    }

    private String references() {
        List<String> slugs = places.inUse(places.start()).stream()
                .filter(attribute -> attribute.type() == AttributeType.RECORD_REFERENCE)
                .map(Attribute::slug)
                .toList();
        return slugs.isEmpty() ? "" : " References of " + places.start() + ": " + Said.names(slugs) + ".";
    }

    private Optional<Attribute> attribute(Place place, String name, JsonPointer at) {
        Optional<Attribute> attribute = places.attribute(place, name);
        if (attribute.isEmpty() && places.knows(place)) {
            problems.add(at.appendIndex(1), new PlaceWords(places).unknown(place, name));
        }
        return attribute;
    }
}
