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

/** The values of attributes in words, each as its type is shown. */
final class ValueText {

    private static final int LONGEST = 500;

    private ValueText() {}

    /** All values of an attribute. */
    static String ofAll(JsonNode values) {
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
    static String of(ObjectNode value) {
        return switch (value.path("attribute_type").asString("")) {
            case "select" -> named(value.path("option"));
            case "status" -> named(value.path("status"));
            case "currency" -> money(value);
            case "domain" -> text(value, "domain");
            case "email-address" -> text(value, "email_address");
            case "phone-number" -> text(value, "phone_number");
            case "personal-name" -> text(value, "full_name");
            case "location" -> place(value);
            case "record-reference" -> text(value, "target_object") + " " + text(value, "target_record_id");
            case "actor-reference" -> text(value, "referenced_actor_type") + " " + text(value, "referenced_actor_id");
            case "interaction" -> text(value, "interaction_type") + " on " + text(value, "interacted_at");
            default -> ofMember(value.path("value"));
        };
    }

    /** A member of an answer that is no value of an attribute. */
    static String ofMember(JsonNode value) {
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
    private static Optional<String> referred(ObjectNode object) {
        if (object.has("target_record_id")) {
            String of = text(object, object.has("target_object") ? "target_object" : "target_object_id");
            return Optional.of(of + " " + text(object, "target_record_id"));
        }
        if (object.has("referenced_actor_id")) {
            return Optional.of(text(object, "referenced_actor_type") + " " + text(object, "referenced_actor_id"));
        }
        if (object.size() == 2 && object.has("type") && object.has("id")) {
            return Optional.of((text(object, "type") + " " + text(object, "id")).strip());
        }
        if (object.path("datetime").isString()) {
            return Optional.of(text(object, "datetime"));
        }
        return Optional.empty();
    }

    /** The name or address of somebody. */
    static Optional<String> personOf(ObjectNode object) {
        String name = (text(object, "first_name") + " " + text(object, "last_name")).strip();
        return name.isEmpty()
                ? Optional.of(text(object, "email_address")).filter(address -> !address.isEmpty())
                : Optional.of(name);
    }

    private static String named(JsonNode option) {
        return option.isObject() ? text(option, "title") : ofMember(option);
    }

    private static String money(ObjectNode value) {
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
