package dev.toolsmith.attio.workspace.names;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.AttributeType;
import dev.toolsmith.attio.workspace.facts.Place;
import dev.toolsmith.attio.workspace.names.NameWords.Group;
import dev.toolsmith.attio.workspace.words.ListingWords;
import dev.toolsmith.attio.workspace.words.Said;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.util.Optional;

/** What is said of options and statuses, and which tools there are for them. */
final class ChoiceWords {

    private static final String OPTIONS = "/attributes/{attribute}/options";
    private static final String STATUSES = "/attributes/{attribute}/statuses";

    private ChoiceWords() {}

    /** What the choices of an attribute are called. */
    static Group group(Place place, Attribute attribute) {
        String where = "the attribute " + attribute.slug() + " of " + place;
        return attribute.type() == AttributeType.STATUS
                ? new Group("status", "statuses", where, ListingWords.choices(place, attribute))
                : new Group("option", "options", where, ListingWords.choices(place, attribute));
    }

    /** The problem with an attribute that does not have what an operation is about. */
    static Optional<String> misplaced(ToolDescriptor operation, Place place, Attribute attribute) {
        boolean options = operation.path().contains(OPTIONS);
        boolean statuses = operation.path().contains(STATUSES);
        AttributeType wanted = options ? AttributeType.SELECT : AttributeType.STATUS;
        AttributeType type = attribute.type();
        if ((!options && !statuses) || type == wanted || type == AttributeType.UNKNOWN) {
            return Optional.empty();
        }
        String advice = type.isChoice()
                ? " Use " + counterpart(operation.method(), type) + " for it."
                : " " + ListingWords.attributes(place) + " tells the type of each.";
        return Optional.of("attribute: " + Said.quoted(attribute.slug()) + " of " + place + " has the type "
                + type.wireName() + "; this tool is for attributes of the type " + wanted.wireName() + "." + advice);
    }

    private static String counterpart(String method, AttributeType type) {
        boolean status = type == AttributeType.STATUS;
        return switch (method) {
            case "POST" -> status ? "create_a_attio_status" : "create_a_attio_attribute_option";
            case "PATCH" -> status ? "update_a_attio_status_by_id" : "update_a_attio_attribute_option_by_id";
            default -> ListingWords.choices(type);
        };
    }
}
