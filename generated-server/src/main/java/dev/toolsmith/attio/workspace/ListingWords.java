package dev.toolsmith.attio.workspace;

import dev.toolsmith.attio.workspace.Owner.Kind;

/** Names the calls that list what there is, with their arguments. */
final class ListingWords {

    private ListingWords() {}

    /** The call that lists objects or lists. */
    static String owners(Kind kind) {
        return "list_all_attio_" + kind.target();
    }

    /** The call that lists the attributes of a place. */
    static String attributes(Place place) {
        return "list_all_attio_attributes with {" + of(place) + "}";
    }

    /** The call that lists the options or statuses of an attribute. */
    static String choices(Place place, Attribute attribute) {
        return ChoiceWords.lister(attribute.type()) + " with {" + of(place) + ", \"attribute\": "
                + FilterWords.quoted(attribute.slug()) + "}";
    }

    private static String of(Place place) {
        return "\"target\": \"" + place.kind().target() + "\", \"identifier\": " + FilterWords.quoted(place.slug());
    }
}
