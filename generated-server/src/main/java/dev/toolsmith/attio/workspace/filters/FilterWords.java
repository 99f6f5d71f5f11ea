package dev.toolsmith.attio.workspace.filters;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.AttributeType;
import dev.toolsmith.attio.workspace.facts.Place;
import dev.toolsmith.attio.workspace.words.ListingWords;
import dev.toolsmith.attio.workspace.words.Said;
import dev.toolsmith.runtime.json.JsonTree;
import java.util.Collection;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Words of messages on filters. */
final class FilterWords {

    private static final int LONGEST = 60;

    private FilterWords() {}

    /** A value as JSON; of a long one, and of what holds others, only what it is. */
    static String shown(JsonNode value) {
        if (value.isString()) {
            return Said.value(value);
        }
        if (value.isContainer()) {
            return kind(value);
        }
        String scalar = JsonTree.text(value);
        return scalar.length() > LONGEST ? "a number that is too long" : scalar;
    }

    /** What a value is, such as {@code an array}. */
    static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            default -> "null";
        };
    }

    /** A type with its article, such as {@code an email-address}. */
    static String type(AttributeType type) {
        String name = type.wireName();
        boolean vowel = "aei".indexOf(name.charAt(0)) >= 0;
        return (vowel ? "an " : "a ") + name;
    }

    /** An attribute with its type, such as {@code Deal stage, a status}. */
    static String attribute(Attribute attribute) {
        String title = Said.name(attribute.title());
        return (title.isEmpty() ? attribute.slug() : title) + ", " + type(attribute.type());
    }

    /** The names of operators, such as {@code $eq, $in}. */
    static String operators(Collection<FilterOperator> operators) {
        return operators.stream().map(FilterOperator::wireName).collect(Collectors.joining(", "));
    }

    /** Which call lists the attributes of a place. */
    static String listing(Place place) {
        return ListingWords.attributes(place) + " lists them.";
    }
}
