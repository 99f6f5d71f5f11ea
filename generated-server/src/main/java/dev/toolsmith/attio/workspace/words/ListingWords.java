package dev.toolsmith.attio.workspace.words;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.AttributeType;
import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.attio.workspace.facts.Place;

/** Names the calls that list what there is, with their arguments. */
public final class ListingWords {

    private ListingWords() {}

    /** The call that lists objects or lists. */
    public static String owners(Kind kind) {
        return "list_all_attio_" + kind.target();
    }

    /** The call that lists the attributes of a place. */
    public static String attributes(Place place) {
        return "list_all_attio_attributes with {" + of(place) + "}";
    }

    /** The tool that lists the options or statuses of attributes of a type. */
    public static String choices(AttributeType type) {
        return type == AttributeType.STATUS ? "list_all_attio_statuses" : "list_all_attio_attribute_options";
    }

    /** The call that lists the options or statuses of an attribute. */
    public static String choices(Place place, Attribute attribute) {
        return choices(attribute.type()) + " with {" + of(place) + ", \"attribute\": " + Said.quoted(attribute.slug())
                + "}";
    }

    private static String of(Place place) {
        return "\"target\": \"" + place.kind().target() + "\", \"identifier\": " + Said.quoted(place.slug());
    }
}
