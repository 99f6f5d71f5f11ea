package dev.toolsmith.attio.workspace.filters;

import dev.toolsmith.attio.workspace.facts.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** The titles of options and statuses that a filter compares attributes of one place with. */
final class ComparedChoices {

    /**
     * A title that a filter has.
     *
     * @param attribute by which it filters
     * @param title as it was said
     * @param at where it stands
     */
    record Compared(Attribute attribute, String title, JsonPointer at) {}

    private static final int MOST = 20;

    private final KnownPlaces places;
    private final List<Compared> found = new ArrayList<>();

    private ComparedChoices(KnownPlaces places) {
        this.places = places;
    }

    /** The first 20 in a filter that fits what is known of the place. Paths to other places are left aside. */
    static List<Compared> of(JsonNode filter, KnownPlaces places) {
        ComparedChoices choices = new ComparedChoices(places);
        choices.filter(filter, JsonPointer.empty().appendProperty("filter"), 0);
        return List.copyOf(choices.found);
    }

    private void filter(JsonNode filter, JsonPointer at, int depth) {
        if (depth > FilterCheck.DEEPEST || filter.has("path")) {
            return;
        }
        for (Map.Entry<String, JsonNode> member : filter.properties()) {
            JsonPointer place = at.appendProperty(member.getKey());
            if (member.getKey().equals("$not")) {
                filter(member.getValue(), place, depth + 1);
            } else if (FilterCheck.LOGIC.contains(member.getKey())) {
                int index = 0;
                for (JsonNode part : member.getValue()) {
                    filter(part, place.appendIndex(index), depth + 2);
                    index++;
                }
            } else {
                places.attribute(places.start(), member.getKey())
                        .filter(attribute -> attribute.type().isChoice())
                        .ifPresent(attribute -> constraint(attribute, member.getValue(), place));
            }
        }
    }

    private void constraint(Attribute attribute, JsonNode constraint, JsonPointer at) {
        if (constraint.isString() && found.size() < MOST) {
            found.add(new Compared(attribute, constraint.stringValue(), at));
        } else if (constraint.isArray()) {
            int index = 0;
            for (JsonNode each : constraint) {
                constraint(attribute, each, at.appendIndex(index));
                index++;
            }
        } else {
            constraint
                    .properties()
                    .forEach(member -> constraint(attribute, member.getValue(), at.appendProperty(member.getKey())));
        }
    }
}
