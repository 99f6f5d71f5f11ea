package dev.toolsmith.attio.view;

import dev.toolsmith.runtime.text.ShortText;
import dev.toolsmith.runtime.view.DayText;
import dev.toolsmith.runtime.view.NumberText;
import dev.toolsmith.runtime.view.PlainLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The values of attributes in words, each as its type is shown.
 *
 * @param names what the workspace calls what they refer to
 */
record ValueText(KnownNames names) {

    private static final int LONGEST = 500;

    /** All values of an attribute. */
    String ofAll(JsonNode values) {
        if (!values.isArray()) {
            return values.isMissingNode() ? "" : ofMember(values);
        }
        List<String> all = new ArrayList<>();
        for (JsonNode value : values) {
            String said =
                    value instanceof ObjectNode object && object.has("attribute_type") ? of(object) : ofMember(value);
            if (!said.isEmpty()) {
                all.add(said);
            }
        }
        return String.join(", ", all);
    }

    /** One value of an attribute. */
    String of(ObjectNode value) {
        return switch (value.path("attribute_type").asString("")) {
            case "select" -> named(value.path("option"));
            case "status" -> named(value.path("status"));
            case "currency" -> money(value);
            case "domain" -> text(value, "domain");
            case "email-address" -> text(value, "email_address");
            case "phone-number" -> text(value, "phone_number");
            case "personal-name" -> text(value, "full_name");
            case "location" -> place(value);
            case "record-reference" -> record(value, "target_object", "target_record_id");
            case "actor-reference" -> actor(value, "referenced_actor_type", "referenced_actor_id");
            case "interaction" -> text(value, "interaction_type") + " on " + text(value, "interacted_at");
            default -> ofMember(value.path("value"));
        };
    }

    /** A member of an answer that is no value of an attribute. */
    String ofMember(JsonNode value) {
        if (value.isArray()) {
            List<String> all = new ArrayList<>();
            for (JsonNode item : value) {
                all.add(ofMember(item));
            }
            all.removeIf(String::isEmpty);
            return String.join(", ", all);
        }
        if (!(value instanceof ObjectNode object)) {
            return PlainLines.phrase(value);
        }
        Optional<String> known =
                PlainLines.title(object).or(() -> personOf(object)).or(() -> referred(object));
        return known.orElseGet(() -> PlainLines.phrase(object));
    }

    /** What an object refers to: another record, or somebody. */
    private Optional<String> referred(ObjectNode object) {
        if (object.has("target_record_id")) {
            String of = object.has("target_object") ? "target_object" : "target_object_id";
            return Optional.of(record(object, of, "target_record_id"));
        }
        if (object.has("object_slug") && object.has("record_id")) {
            return Optional.of(record(object, "object_slug", "record_id"));
        }
        if (object.has("referenced_actor_id")) {
            return Optional.of(actor(object, "referenced_actor_type", "referenced_actor_id"));
        }
        if (object.size() == 2 && object.has("type") && object.has("id")) {
            return Optional.of(actor(object, "type", "id"));
        }
        if (object.path("datetime").isString()) {
            return Optional.of(text(object, "datetime"));
        }
        return Optional.empty();
    }

    /** A record by its name, or where that is not known by its object and UUID. */
    String record(JsonNode reference, String object, String id) {
        String uuid = text(reference, id);
        return names.record(uuid).orElseGet(() -> (text(reference, object) + " " + uuid).strip());
    }

    private String actor(JsonNode actor, String type, String id) {
        String uuid = text(actor, id);
        return names.member(uuid)
                .filter(name -> text(actor, type).equals("workspace-member"))
                .orElseGet(() -> (text(actor, type) + " " + uuid).strip());
    }

    /** The name or address of somebody. */
    static Optional<String> personOf(ObjectNode object) {
        String name = (text(object, "first_name") + " " + text(object, "last_name")).strip();
        return name.isEmpty()
                ? Optional.of(text(object, "email_address")).filter(address -> !address.isEmpty())
                : Optional.of(name);
    }

    private String named(JsonNode option) {
        return option.isObject() ? text(option, "title") : ofMember(option);
    }

    private String money(ObjectNode value) {
        JsonNode amount = value.path("currency_value");
        String number = amount.isNumber() ? NumberText.of(amount.decimalValue()) : ofMember(amount);
        return (text(value, "currency_code") + " " + number).strip();
    }

    private static String place(ObjectNode value) {
        List<String> parts = new ArrayList<>();
        for (String name : List.of("line_1", "line_2", "line_3", "line_4")) {
            parts.add(text(value, name));
        }
        parts.add((text(value, "postcode") + " " + text(value, "locality")).strip());
        parts.add(text(value, "region"));
        parts.add(text(value, "country_code"));
        parts.removeIf(String::isEmpty);
        return String.join(", ", parts);
    }

    private static String text(JsonNode object, String member) {
        JsonNode value = object.path(member);
        return value.isString() ? DayText.of(ShortText.of(value.asString(), LONGEST)) : "";
    }
}
