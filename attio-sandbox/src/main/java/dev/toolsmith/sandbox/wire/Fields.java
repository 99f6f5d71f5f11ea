package dev.toolsmith.sandbox.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The properties of one object of a body; a property of the wrong shape is refused with its path. */
public final class Fields {
    private final ObjectNode node;
    private final List<String> path;

    private Fields(ObjectNode node, List<String> path) {
        this.node = node;
        this.path = path;
    }

    /** The fields of a node that must be an object. */
    public static Fields of(JsonNode node, List<String> path) {
        if (node instanceof ObjectNode object) {
            return new Fields(object, path);
        }
        throw Refusal.validation(Refusal.Place.BODY, path, "must be an object", "invalid_type");
    }

    /** The object itself. */
    public ObjectNode node() {
        return node;
    }

    /** The path of a property of this object. */
    public List<String> path(String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return List.copyOf(longer);
    }

    /** Refuses every property that is not named. */
    public Fields only(String... names) {
        Set<String> known = Set.of(names);
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw refuse(name, "is not known here", "unrecognized_keys");
            }
        }
        return this;
    }

    /** Whether the property is there, be it null. */
    public boolean has(String name) {
        return node.has(name);
    }

    /** Whether the property is there and null. */
    public boolean isNull(String name) {
        return node.path(name).isNull();
    }

    /** The property when it is there, be it null. */
    public Optional<JsonNode> find(String name) {
        return node.has(name) ? Optional.of(node.path(name)) : Optional.empty();
    }

    /** The property, which must be there. */
    public JsonNode require(String name) {
        return find(name).orElseThrow(() -> refuse(name, "is required", "invalid_type"));
    }

    /** An object that must be there. */
    public Fields object(String name) {
        return of(require(name), path(name));
    }

    /** The elements of an array that must be there. */
    public List<JsonNode> array(String name) {
        JsonNode array = require(name);
        if (!array.isArray()) {
            throw refuse(name, "must be an array", "invalid_type");
        }
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    /** The objects of an array that must be there. */
    public List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode element : array(name)) {
            List<String> place = new ArrayList<>(path(name));
            place.add(String.valueOf(objects.size()));
            objects.add(of(element, place));
        }
        return objects;
    }

    /** A string that must be there. */
    public String text(String name) {
        JsonNode text = require(name);
        if (!text.isString()) {
            throw refuse(name, "must be a string", "invalid_type");
        }
        return text.stringValue();
    }

    /** A string of at least one character that must be there. */
    public String nonEmpty(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            throw refuse(name, "must not be empty", "too_small");
        }
        return text;
    }

    /** A string or null that must be there; empty for null. */
    public Optional<String> textOrNull(String name) {
        return require(name).isNull() ? Optional.empty() : Optional.of(text(name));
    }

    /** One of the given strings. */
    public String oneOf(String name, Set<String> allowed) {
        String text = text(name);
        if (!allowed.contains(text)) {
            List<String> sorted = allowed.stream().sorted().toList();
            throw refuse(name, "must be one of " + String.join(", ", sorted), "invalid_enum_value");
        }
        return text;
    }

    /** A boolean that must be there. */
    public boolean flag(String name) {
        JsonNode flag = require(name);
        if (!flag.isBoolean()) {
            throw refuse(name, "must be true or false", "invalid_type");
        }
        return flag.booleanValue();
    }

    /** A UUID that must be there, in lower case. */
    public String uuid(String name) {
        String text = text(name);
        if (!Call.isUuid(text)) {
            throw refuse(name, "must be a UUID", "invalid_string");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    /** A whole number between two bounds, both inclusive; the fallback when absent. */
    public int number(String name, int fallback, int low, int high) {
        JsonNode number = node.path(name);
        if (number.isMissingNode()) {
            return fallback;
        }
        if (!number.isNumber() || number.decimalValue().stripTrailingZeros().scale() > 0) {
            throw refuse(name, "must be a whole number", "invalid_type");
        }
        long value = number.decimalValue().longValue();
        if (value < low || value > high) {
            throw refuse(name, "must lie between " + low + " and " + high, "out_of_range");
        }
        return (int) value;
    }

    /** The refusal of one property of this object. */
    public Refusal refuse(String name, String problem, String code) {
        return Refusal.validation(Refusal.Place.BODY, path(name), problem, code);
    }
}
