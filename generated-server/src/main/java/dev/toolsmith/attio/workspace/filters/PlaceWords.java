package dev.toolsmith.attio.workspace.filters;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.AttributeType;
import dev.toolsmith.attio.workspace.facts.Owner;
import dev.toolsmith.attio.workspace.facts.Place;
import dev.toolsmith.attio.workspace.filters.QueryProblems.Told;
import dev.toolsmith.attio.workspace.words.Closest;
import dev.toolsmith.attio.workspace.words.Said;
import java.util.List;
import java.util.Optional;

/** Says which attribute was meant where one was named that there is not. */
final class PlaceWords {

    private final KnownPlaces places;

    PlaceWords(KnownPlaces places) {
        this.places = places;
    }

    /** On the name of an attribute that a place does not have. */
    Told unknown(Place place, String name) {
        List<Attribute> attributes = places.inUse(place);
        String problem = "there is no attribute " + Said.quoted(name) + " on " + place + ".";
        Optional<String> titled = titled(name, attributes);
        if (titled.isPresent()) {
            return Told.of(problem + " That is the title of " + Said.quoted(titled.get()) + ": write the slug.");
        }
        if (name.startsWith("$")) {
            return Told.of(problem + logic(name, attributes));
        }
        if (place.kind() == Owner.Kind.LISTS && name.equals("record_id")) {
            return Told.of(
                    problem + " The record of an entry is {\"parent_record\": {\"target_record_id\": \"UUID\"}}.");
        }
        return dotted(place, name, attributes)
                .map(advice -> Told.of(problem + advice))
                .orElseGet(() -> closest(place, name, attributes, problem));
    }

    /** Whether an attribute is likely meant by a name that none has. */
    boolean isMeant(Place place, String name) {
        List<Attribute> attributes = places.inUse(place);
        return titled(name, attributes).isPresent()
                || Closest.attribute(name, attributes).isPresent();
    }

    /** On a condition of which no name is one of an attribute. */
    Told foreign(Place place, List<String> names) {
        List<Attribute> attributes = places.inUse(place);
        String example = Said.quoted(example(attributes));
        return new Told(
                "there are no attributes " + Said.first(names, Said::quoted) + " on " + place + ".",
                "A condition is written {" + example + ": \"A\"} or {" + example + ": {\"$contains\": \"a\"}}. "
                        + listing(place, attributes));
    }

    private static String example(List<Attribute> attributes) {
        return attributes.stream()
                .filter(attribute -> attribute.type() == AttributeType.TEXT && attribute.writable())
                .map(Attribute::slug)
                .findFirst()
                .orElse("name");
    }

    private static String listing(Place place, List<Attribute> attributes) {
        return "It has " + Said.names(attributes.stream().map(Attribute::slug).toList()) + ". "
                + FilterWords.listing(place);
    }

    private static Optional<String> titled(String name, List<Attribute> attributes) {
        return attributes.stream()
                .filter(attribute -> attribute.title().equalsIgnoreCase(name.strip()))
                .map(Attribute::slug)
                .findFirst();
    }

    private static String logic(String name, List<Attribute> attributes) {
        String example = example(attributes);
        return FilterOperator.named(name).isPresent()
                ? " Operators stand within an attribute, like {" + Said.quoted(example) + ": {\"" + name + "\": ...}}."
                : " Of words with $ only $and, $or and $not stand beside attributes; comparisons stand within one, like {"
                        + Said.quoted(example) + ": {\"$contains\": \"a\"}}.";
    }

    /** On {@code company.name}, which other languages have. */
    private Optional<String> dotted(Place place, String name, List<Attribute> attributes) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        return attributes.stream()
                .filter(attribute -> attribute.slug().equals(name.substring(0, dot)))
                .findFirst()
                .map(attribute -> " Names are not joined by dots." + split(place, attribute, name.substring(dot + 1)));
    }

    private String split(Place place, Attribute attribute, String rest) {
        String slug = Said.quoted(attribute.slug());
        if (attribute.type() == AttributeType.RECORD_REFERENCE) {
            String before = place.equals(places.start()) ? "" : "..., ";
            String step = before + "[" + Said.quoted(place.slug()) + ", " + slug + "]";
            return new ReferenceWords(places).onward(attribute, step, rest);
        }
        return " Use {" + slug + ": {" + Said.quoted(rest) + ": ...}}.";
    }

    private static Told closest(Place place, String name, List<Attribute> attributes, String problem) {
        return Closest.attribute(name, attributes)
                .map(meant -> new Told(
                        problem + " Did you mean " + Said.quoted(meant.slug()) + "?", FilterWords.listing(place)))
                .orElseGet(() -> new Told(problem, listing(place, attributes)));
    }
}
