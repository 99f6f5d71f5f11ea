package dev.toolsmith.attio.workspace.filters;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.Owner;
import dev.toolsmith.attio.workspace.words.Said;
import dev.toolsmith.runtime.text.ClosestNames;
import java.util.List;
import java.util.Optional;

/** Says where record references lead. */
final class ReferenceWords {

    /** Stands for an attribute that is not known. */
    static final String ANY = "ATTRIBUTE";

    private final KnownPlaces places;

    ReferenceWords(KnownPlaces places) {
        this.places = places;
    }

    /** Whether a reference may be to records of an object. */
    static boolean leadsTo(Attribute reference, Owner object) {
        return reference.allowedObjects().isEmpty()
                || reference.allowedObjects().contains(object.id());
    }

    /** Which objects a reference is to. */
    String targets(Attribute reference) {
        return " It refers to " + Said.names(slugs(reference));
    }

    private List<String> slugs(Attribute reference) {
        return places.objects().orElse(List.of()).stream()
                .filter(object -> leadsTo(reference, object))
                .map(Owner::slug)
                .toList();
    }

    /** Which object was meant by a name that is the slug of none. */
    String closest(String name) {
        List<Owner> objects = places.objects().orElse(List.of());
        Optional<String> titled = objects.stream()
                .filter(object -> object.titles().stream().anyMatch(name::equalsIgnoreCase))
                .map(Owner::slug)
                .findFirst();
        return titled.or(() ->
                        ClosestNames.to(name, objects.stream().map(Owner::slug).toList()))
                .map(meant -> " Did you mean " + Said.quoted(meant) + "?")
                .orElse("");
    }

    /**
     * How to ask for an attribute of the records referred to.
     *
     * @param steps the path to the reference, as JSON without the outer brackets
     * @param name the attribute that was asked for; or {@link #ANY}
     */
    String onward(Attribute reference, String steps, String name) {
        places.missObjects();
        List<String> slugs = slugs(reference);
        String object = slugs.size() == 1 ? Said.quoted(slugs.get(0)) : "OBJECT";
        return " An attribute of the records referred to is asked for by {\"path\": [" + steps + ", [" + object + ", "
                + (name.equals(ANY) ? ANY : Said.quoted(name)) + "]], \"constraints\": ...}.";
    }
}
