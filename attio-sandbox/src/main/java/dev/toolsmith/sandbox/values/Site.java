package dev.toolsmith.sandbox.values;

import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.wire.Refusal;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Where a value is written.
 *
 * @param workspace the workspace
 * @param attribute the attribute
 * @param group {@code values} or {@code entry_values}, for messages
 */
public record Site(Workspace workspace, Attribute attribute, String group) {

    /** The refusal of a value of the wrong shape. */
    public Refusal malformed(String problem) {
        return Refusal.validation(
                Refusal.Place.BODY, List.of("data", group, attribute.slug()), problem, "invalid_type");
    }

    /** The refusal of a value that names something unknown. */
    public Refusal unknown(String what) {
        return Refusal.invalid(
                "value_not_found", "The attribute " + attribute.slug() + " names " + what + ", which does not exist.");
    }

    /** The scalar inside a value: itself, or what an object of that one property holds. */
    JsonNode scalar(JsonNode value, String property) {
        if (!value.isObject()) {
            return value;
        }
        only(value, Set.of(property));
        return require(value, property);
    }

    /** The property of an object that must be there. */
    JsonNode require(JsonNode value, String property) {
        JsonNode held = value.path(property);
        if (held.isMissingNode()) {
            throw malformed("needs the property " + property);
        }
        return held;
    }

    /** The string inside a value. */
    String text(JsonNode value, String property) {
        JsonNode scalar = scalar(value, property);
        if (!scalar.isString()) {
            throw malformed("must be a string, or an object with the string " + property);
        }
        return scalar.stringValue();
    }

    /** Refuses an object with other properties. */
    void only(JsonNode value, Set<String> properties) {
        for (String name : value.propertyNames()) {
            if (!properties.contains(name)) {
                throw malformed("does not take the property " + name);
            }
        }
    }
}
