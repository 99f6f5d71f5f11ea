package dev.toolsmith.attio.workspace.filters;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.AttributeType;
import dev.toolsmith.attio.workspace.words.Said;
import dev.toolsmith.runtime.text.ClosestNames;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Looks at what a query is sorted by. */
final class SortCheck {

    private final KnownPlaces places;
    private final QueryProblems problems;

    SortCheck(KnownPlaces places, QueryProblems problems) {
        this.places = places;
        this.problems = problems;
    }

    void check(JsonNode sorts, JsonPointer at) {
        int index = 0;
        for (JsonNode sort : sorts) {
            if (problems.isFull()) {
                return;
            }
            JsonPointer place = at.appendIndex(index);
            attribute(sort, place).ifPresent(attribute -> field(attribute, sort, place));
            index++;
        }
    }

    private Optional<Attribute> attribute(JsonNode sort, JsonPointer at) {
        if (sort.has("path")) {
            return new PathCheck(places, problems).end(sort.path("path"), at.appendProperty("path"));
        }
        String name = sort.path("attribute").asString("");
        Optional<Attribute> attribute = places.attribute(places.start(), name);
        if (attribute.isEmpty() && places.knows(places.start())) {
            problems.add(at.appendProperty("attribute"), new PlaceWords(places).unknown(places.start(), name));
        }
        return attribute;
    }

    private void field(Attribute attribute, JsonNode sort, JsonPointer at) {
        AttributeType type = attribute.type();
        if (type == AttributeType.UNKNOWN) {
            return;
        }
        List<String> fields =
                FilterProperty.of(type).stream().map(FilterProperty::name).toList();
        String has = " It has " + Said.names(fields) + ".";
        if (!sort.has("field")) {
            if (FilterProperty.implicit(type).isEmpty()) {
                problems.add(
                        at,
                        FilterWords.attribute(attribute) + ", is sorted by one of its fields: name it as \"field\"."
                                + has);
            }
            return;
        }
        String field = sort.path("field").asString("");
        if (FilterProperty.find(type, field).isEmpty()) {
            String closest = ClosestNames.to(field, fields)
                    .map(meant -> " Did you mean \"" + meant + "\"?")
                    .orElse("");
            problems.add(
                    at.appendProperty("field"),
                    FilterWords.attribute(attribute) + ", cannot be sorted by " + Said.quoted(field) + "." + closest
                            + has);
        }
    }
}
