package com.example.helpdesk;

import dev.toolsmith.runtime.account.Fact;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field that an account has added to its tickets.
 *
 * @param key what values are written by
 * @param title what people call it
 * @param type {@code text}, {@code number}, {@code date}, {@code choice}, or one that this version does not know
 * @param choices what a choice is made from, in order
 * @param required whether a new ticket must have it
 */
record TicketField(String key, String title, String type, List<String> choices, boolean required) {

    /** All fields of the account: the tool that reads them, and what is made of its answer. */
    static final Fact<List<TicketField>> ALL = new Fact<>(
            "ticket_fields", "helpdesk_list_ticket_fields", JsonNodeFactory.instance.objectNode(), TicketField::each);

    private static List<TicketField> each(JsonNode answer) {
        if (!answer.isArray()) {
            throw new IllegalArgumentException("The answer is no array of fields");
        }
        List<TicketField> fields = new ArrayList<>();
        answer.forEach(field -> fields.add(of(field)));
        return List.copyOf(fields);
    }

    private static TicketField of(JsonNode field) {
        List<String> choices = new ArrayList<>();
        field.path("choices").forEach(choice -> choices.add(choice.asString()));
        return new TicketField(
                field.required("key").asString(),
                field.path("title").asString(""),
                field.path("type").asString(""),
                List.copyOf(choices),
                field.path("required").asBoolean(false));
    }

    /** What values the field takes. Of a type that is not known here, nothing is known. */
    ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        switch (type) {
            case "text" -> schema.put("type", "string");
            case "number" -> schema.put("type", "number");
            case "date" -> schema.put("type", "string").put("format", "date");
            case "choice" -> choices.forEach(schema.putArray("enum")::add);
            default -> {}
        }
        return schema.put("description", title);
    }
}
