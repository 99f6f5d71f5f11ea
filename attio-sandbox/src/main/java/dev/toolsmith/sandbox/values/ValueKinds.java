package dev.toolsmith.sandbox.values;

import dev.toolsmith.sandbox.model.Item;
import dev.toolsmith.sandbox.model.Moments;
import dev.toolsmith.sandbox.model.StoredValue;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.schema.AttributeType;
import dev.toolsmith.sandbox.schema.Owner;
import dev.toolsmith.sandbox.wire.Json;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The kind of every attribute type, and the showing of whole items. */
public final class ValueKinds {
    private static final Map<AttributeType, ValueKind> KINDS = kinds();

    private ValueKinds() {}

    private static Map<AttributeType, ValueKind> kinds() {
        Map<AttributeType, ValueKind> kinds = new EnumMap<>(AttributeType.class);
        kinds.put(AttributeType.TEXT, new TextKind());
        kinds.put(AttributeType.NUMBER, new NumberKind());
        kinds.put(AttributeType.CHECKBOX, new CheckboxKind());
        kinds.put(AttributeType.CURRENCY, new CurrencyKind());
        kinds.put(AttributeType.DATE, new DateKind());
        kinds.put(AttributeType.TIMESTAMP, new TimestampKind());
        kinds.put(AttributeType.RATING, new RatingKind());
        kinds.put(AttributeType.STATUS, new ChoiceKind("status"));
        kinds.put(AttributeType.SELECT, new ChoiceKind("option"));
        kinds.put(AttributeType.RECORD_REFERENCE, new RecordReferenceKind());
        kinds.put(AttributeType.ACTOR_REFERENCE, new ActorReferenceKind());
        kinds.put(AttributeType.LOCATION, new LocationKind());
        kinds.put(AttributeType.DOMAIN, new DomainKind());
        kinds.put(AttributeType.EMAIL_ADDRESS, new EmailKind());
        kinds.put(AttributeType.PHONE_NUMBER, new PhoneKind());
        kinds.put(AttributeType.PERSONAL_NAME, new PersonalNameKind());
        kinds.put(AttributeType.INTERACTION, new InteractionKind());
        return kinds;
    }

    /** The kind of a type. */
    public static ValueKind of(AttributeType type) {
        return Objects.requireNonNull(KINDS.get(type));
    }

    /** A stored value as the API shows it. */
    public static ObjectNode show(StoredValue value, Facet.Lookup lookup) {
        AttributeType type = lookup.attribute().type();
        ObjectNode node = Json.object().put("active_from", Moments.text(value.activeFrom()));
        var until = value.activeUntil();
        node.put("active_until", until == null ? null : Moments.text(until));
        node.set("created_by_actor", value.createdBy().json());
        of(type).show(value, lookup, node);
        return node.put("attribute_type", type.wireName());
    }

    /** The values of all attributes in use of an item, by slug; each an array. */
    public static ObjectNode showAll(Workspace workspace, Owner owner, Item item) {
        ObjectNode values = Json.object();
        for (Attribute attribute : workspace.catalogue().attributes(owner.id())) {
            if (!attribute.traits().archived()) {
                ArrayNode shown = values.putArray(attribute.slug());
                Facet.Lookup lookup = new Facet.Lookup(workspace, attribute);
                item.current(attribute.id()).forEach(value -> shown.add(show(value, lookup)));
            }
        }
        return values;
    }
}
