package dev.toolsmith.attio.workspace.filters;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.Owner;
import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.attio.workspace.facts.Place;
import dev.toolsmith.attio.workspace.facts.SystemAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is known of the object or list that a query is about, and of the objects that its paths lead to. */
final class KnownPlaces {

    private final Place start;
    private final Optional<String> startId;
    private final Optional<List<Owner>> objects;
    private final Map<Place, Attributes> attributes = new HashMap<>();
    private boolean objectsMissed;
    private boolean attributesMissed;

    /**
     * The attributes of a place.
     *
     * @param listed all, in Attio's order
     * @param byName the same by slug and by UUID, and those that every place has
     */
    private record Attributes(List<Attribute> listed, Map<String, Attribute> byName) {

        Optional<Attribute> named(String name) {
            Optional<Attribute> bySlug = Optional.ofNullable(byName.get(name));
            return bySlug.isPresent()
                    ? bySlug
                    : Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)))
                            .filter(attribute -> attribute.id().equalsIgnoreCase(name));
        }
    }

    /**
     * Places of which no attributes are known yet.
     *
     * @param start what the query is about
     * @param startId its UUID; empty when it is not known
     * @param objects the objects of the workspace; empty when they are not known
     */
    KnownPlaces(Place start, Optional<String> startId, Optional<List<Owner>> objects) {
        this.start = start;
        this.startId = startId;
        this.objects = objects;
    }

    /** Takes the attributes of a place, archived ones too. */
    void put(Place place, List<Attribute> listed) {
        Map<String, Attribute> byName = new HashMap<>();
        SystemAttributes.of(place.kind()).forEach(attribute -> byName.put(attribute.slug(), attribute));
        listed.forEach(attribute -> byName.put(attribute.id().toLowerCase(Locale.ROOT), attribute));
        listed.forEach(attribute -> byName.put(attribute.slug(), attribute));
        attributes.put(place, new Attributes(listed, byName));
    }

    /** The same with what is known of the objects now. */
    KnownPlaces with(Optional<List<Owner>> found) {
        KnownPlaces more = new KnownPlaces(start, startId, found);
        more.attributes.putAll(attributes);
        return more;
    }

    Place start() {
        return start;
    }

    Optional<String> startId() {
        return startId;
    }

    /** The objects of the workspace; empty when they are not known. */
    Optional<List<Owner>> objects() {
        return objects;
    }

    /** Remembers that a message would be better if the objects were known. */
    void missObjects() {
        objectsMissed = objects.isEmpty();
    }

    boolean isMissingObjects() {
        return objectsMissed;
    }

    /** The place of the object with a slug or UUID; empty when there is none, and when the objects are not known. */
    Optional<Owner> object(String name) {
        return objects.stream()
                .flatMap(List::stream)
                .filter(object -> object.slug().equals(name) || object.id().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Where the attributes of an object are. */
    static Place place(Owner object) {
        return new Place(Kind.OBJECTS, object.slug());
    }

    /** Whether the attributes of a place are known. */
    boolean knows(Place place) {
        return attributes.containsKey(place);
    }

    /** The attribute of a known place with a slug or UUID. */
    Optional<Attribute> attribute(Place place, String name) {
        Optional<Attribute> attribute =
                Optional.ofNullable(attributes.get(place)).flatMap(known -> known.named(name));
        attributesMissed |= knows(place) && attribute.isEmpty();
        return attribute;
    }

    /** Whether a known place was asked for an attribute that it does not have. */
    boolean isMissingAttributes() {
        return attributesMissed;
    }

    /** The known place that an attribute is of. */
    Optional<Place> of(Attribute attribute) {
        return attributes.entrySet().stream()
                .filter(known -> known.getValue().listed().contains(attribute))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The attributes of a known place that are in use, in Attio's order. */
    List<Attribute> inUse(Place place) {
        return Optional.ofNullable(attributes.get(place)).stream()
                .flatMap(known -> known.listed().stream())
                .filter(attribute -> !attribute.archived())
                .toList();
    }
}
