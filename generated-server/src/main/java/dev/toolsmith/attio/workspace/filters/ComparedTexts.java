package dev.toolsmith.attio.workspace.filters;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.AttributeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** The texts that a filter compares options, statuses and references of one place with. */
final class ComparedTexts {

    /**
     * A text that a filter has.
     *
     * @param attribute by which it filters
     * @param name how the filter names that
     * @param property which of its properties; empty where none is named
     * @param text as it was said
     * @param at where it stands
     */
    record Compared(Attribute attribute, String name, String property, String text, JsonPointer at) {

        private Compared on(String named) {
            return new Compared(attribute, name, named, text, at);
        }

        private Compared with(String said) {
            return new Compared(attribute, name, property, said, at);
        }

        private Compared at(JsonPointer place) {
            return new Compared(attribute, name, property, text, place);
        }
    }

    private static final int MOST = 20;

    private final KnownPlaces places;
    private final List<Compared> found = new ArrayList<>();

    private ComparedTexts(KnownPlaces places) {
        this.places = places;
    }

    /** The first 20 in a filter that fits what is known of the place. Paths to other places are left aside. */
    static List<Compared> of(JsonNode filter, KnownPlaces places) {
        ComparedTexts texts = new ComparedTexts(places);
        texts.filter(filter, JsonPointer.empty().appendProperty("filter"), 0);
        return List.copyOf(texts.found);
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
                        .filter(attribute -> isLookedAt(attribute.type()))
                        .map(attribute -> new Compared(attribute, member.getKey(), "", "", place))
                        .ifPresent(compared -> constraint(compared, member.getValue()));
            }
        }
    }

    private static boolean isLookedAt(AttributeType type) {
        return type.isChoice() || type == AttributeType.ACTOR_REFERENCE || type == AttributeType.RECORD_REFERENCE;
    }

    private void constraint(Compared with, JsonNode constraint) {
        if (constraint.isString() && found.size() < MOST) {
            found.add(with.with(constraint.stringValue()));
        } else if (constraint.isArray()) {
            int index = 0;
            for (JsonNode each : constraint) {
                constraint(with.at(with.at().appendIndex(index)), each);
                index++;
            }
        } else {
            for (Map.Entry<String, JsonNode> member : constraint.properties()) {
                String name = member.getKey();
                Compared on = name.startsWith("$") ? with : with.on(name);
                constraint(on.at(with.at().appendProperty(name)), member.getValue());
            }
        }
    }
}
