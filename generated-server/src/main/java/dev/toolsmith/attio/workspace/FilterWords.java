package dev.toolsmith.attio.workspace;

import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.text.ShortText;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Words of messages on filters. */
final class FilterWords {

    private static final int LONGEST = 60;
    private static final int MOST_LISTED = 12;

    private FilterWords() {}

    /** A name as JSON, such as {@code "stage"}; a long one is cut. */
    static String quoted(String name) {
        return JsonTree.text(JsonNodeFactory.instance.stringNode(ShortText.of(name, LONGEST)));
    }

    /** A value as JSON; of a long one, and of what holds others, only what it is. */
    static String shown(JsonNode value) {
        if (value.isString()) {
            return quoted(value.stringValue());
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
        String title = ShortText.of(attribute.title(), LONGEST);
        return (title.isEmpty() ? attribute.slug() : title) + ", " + type(attribute.type());
    }

    /** The names of operators, such as {@code $eq, $in}. */
    static String operators(Collection<FilterOperator> operators) {
        return operators.stream().map(FilterOperator::wireName).collect(Collectors.joining(", "));
    }

    /** The first names, and how many more there are. */
    static String listed(List<String> names) {
        int more = names.size() - MOST_LISTED;
        String first = names.stream()
                .limit(MOST_LISTED)
                .map(name -> ShortText.of(name, LONGEST))
                .collect(Collectors.joining(", "));
        return more > 0 ? first + " and " + more + " more" : first;
    }

    /** Which call lists the attributes of a place. */
    static String listing(Place place) {
        return ListingWords.attributes(place) + " lists them.";
    }
}
