package dev.toolsmith.sandbox.operations;

import dev.toolsmith.sandbox.model.Actor;
import dev.toolsmith.sandbox.model.StoredValue;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.schema.AttributeType;
import dev.toolsmith.sandbox.values.Content;
import dev.toolsmith.sandbox.values.Facet;
import dev.toolsmith.sandbox.values.Site;
import dev.toolsmith.sandbox.values.ValueKinds;
import dev.toolsmith.sandbox.wire.Fields;
import dev.toolsmith.sandbox.wire.Json;
import dev.toolsmith.sandbox.wire.Refusal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Defaults of attributes: as calls write them, kept as they are, and shown as values. */
final class DefaultValues {
    private static final Pattern DURATION =
            Pattern.compile("P(?!$)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+S)?)?");
    private static final List<String> PLACE = List.of("data", "default_value");

    private final Workspace workspace;
    private final Attribute attribute;

    DefaultValues(Workspace workspace, Attribute attribute) {
        this.workspace = workspace;
        this.attribute = attribute;
    }

    /** Checks a default and returns it as it is to be kept. */
    JsonNode read(JsonNode given) {
        if (given.isNull()) {
            return given;
        }
        Fields value = Fields.of(given, PLACE).only("type", "template");
        if (value.oneOf("type", Set.of("dynamic", "static")).equals("dynamic")) {
            requireTemplate(value.text("template"));
        } else {
            value.array("template").forEach(this::content);
        }
        return given;
    }

    private void requireTemplate(String template) {
        boolean fits = switch (attribute.type()) {
            case ACTOR_REFERENCE -> template.equals("current-user");
            case DATE, TIMESTAMP -> DURATION.matcher(template).matches();
            default -> false;
        };
        if (!fits) {
            throw Refusal.body(
                    PLACE,
                    "has a template that does not fit the type "
                            + attribute.type().wireName());
        }
    }

    private Content content(JsonNode value) {
        try {
            return ValueKinds.of(attribute.type()).read(value, new Site(workspace, attribute, "default_value"));
        } catch (Refusal refusal) {
            throw Refusal.body(PLACE, "holds a value that the attribute does not take");
        }
    }

    /** Shows a static default as values in the attribute's JSON. */
    ObjectNode showIn(ObjectNode shown) {
        JsonNode template = attribute.defaultValue().path("template");
        if (!template.isArray() || attribute.type() == AttributeType.INTERACTION) {
            return shown;
        }
        ArrayNode values = Json.array();
        Facet.Lookup lookup = new Facet.Lookup(workspace, attribute);
        for (JsonNode each : template) {
            Content content = content(each);
            StoredValue value = StoredValue.open(attribute.createdAt(), Actor.system(), content.keys(), content.key());
            ObjectNode node = Json.object();
            ValueKinds.of(attribute.type()).show(value, lookup, node);
            values.add(node.put("attribute_type", attribute.type().wireName()));
        }
        shown.putObject("default_value").put("type", "static").set("template", values);
        return shown;
    }
}
