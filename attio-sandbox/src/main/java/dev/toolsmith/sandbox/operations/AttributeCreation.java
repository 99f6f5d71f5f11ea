package dev.toolsmith.sandbox.operations;

import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.schema.AttributeDraft;
import dev.toolsmith.sandbox.schema.AttributeType;
import dev.toolsmith.sandbox.schema.ListType;
import dev.toolsmith.sandbox.schema.ObjectType;
import dev.toolsmith.sandbox.schema.Owner;
import dev.toolsmith.sandbox.wire.Call;
import dev.toolsmith.sandbox.wire.Fields;
import dev.toolsmith.sandbox.wire.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The creation of an attribute, with the other side of a relationship. */
final class AttributeCreation {
    private static final Set<String> CURRENCIES = Set.of(
            "ARS", "AUD", "BRL", "BGN", "CAD", "CLP", "CNY", "COP", "CZK", "DKK", "EUR", "HKD", "ISK", "INR", "ILS",
            "JPY", "KRW", "MYR", "MXN", "NTD", "NZD", "NGN", "NOK", "XPF", "PEN", "PHP", "PLN", "GBP", "RWF", "SAR",
            "SGD", "ZAR", "SEK", "CHF", "THB", "AED", "UYU", "USD");
    private static final Set<String> DISPLAYS = Set.of("code", "name", "narrowSymbol", "symbol");
    private static final Set<String> NO_CUSTOM_UNIQUE = Set.of("people", "companies");

    private final Call call;
    private final Workspace workspace;
    private final Owner owner;
    private final Fields data;

    AttributeCreation(Call call, Owner owner, Fields data) {
        this.call = call;
        this.workspace = call.workspace();
        this.owner = owner;
        this.data = data;
    }

    Attribute create() {
        String slug = data.nonEmpty("api_slug");
        AttributeType type = type();
        AttributeDraft draft = new AttributeDraft(slug, data.text("title"), type)
                .describedAs(data.textOrNull("description").orElse(null));
        flags(draft, type);
        Attribute.Config config = config(call, type, data, Attribute.Config.NONE);
        AttributeOperations.requireFree(workspace, owner, slug);
        Optional<Fields> relationship = relationship(type);
        Attribute bare = with(config, draft.build(workspace, "", owner.id()));
        JsonNode defaultValue = data.has("default_value") && !data.isNull("default_value")
                ? new DefaultValues(workspace, bare).read(data.require("default_value"))
                : bare.defaultValue();
        workspace.clock().tick();
        Attribute created = with(
                config,
                draft.defaultValue(defaultValue)
                        .build(workspace, workspace.ids().next("attribute"), owner.id()));
        workspace.catalogue().put(created);
        return relationship.map(other -> relate(created, other)).orElse(created);
    }

    private AttributeType type() {
        return AttributeType.named(data.text("type"))
                .filter(AttributeType::isCreatable)
                .orElseThrow(() -> data.refuse("type", "is no type that can be created", "invalid_enum_value"));
    }

    private static Attribute with(Attribute.Config config, Attribute attribute) {
        return new Attribute(
                attribute.id(),
                attribute.ownerId(),
                attribute.slug(),
                attribute.title(),
                attribute.description(),
                attribute.type(),
                attribute.traits(),
                config,
                attribute.defaultValue(),
                null,
                attribute.createdAt());
    }

    private void flags(AttributeDraft draft, AttributeType type) {
        if (data.flag("is_required")) {
            draft.required();
        }
        if (data.flag("is_unique")) {
            boolean possible =
                    type.allowsUnique() && owner instanceof ObjectType && !NO_CUSTOM_UNIQUE.contains(owner.slug());
            require(possible, "is_unique", "is not possible for this type on this object");
            draft.unique();
        }
        if (data.flag("is_multiselect")) {
            require(type.allowsMultiple(), "is_multiselect", "is not possible for this type");
            draft.multi();
        }
        boolean statusPossible = !(owner instanceof ObjectType object)
                || !object.standard()
                || object.slug().equals("deals");
        require(type != AttributeType.STATUS || statusPossible, "type", "is not possible on this object");
    }

    private void require(boolean possible, String name, String problem) {
        if (!possible) {
            throw data.refuse(name, problem, "custom");
        }
    }

    /** The configuration of a body; parts that the body leaves out stay as they were. */
    static Attribute.Config config(Call call, AttributeType type, Fields data, Attribute.Config old) {
        Fields config = data.object("config").only("currency", "record_reference");
        if (type == AttributeType.CURRENCY) {
            boolean given = config.has("currency") || old.currencyCode() == null;
            return given ? currency(config.object("currency")) : old;
        }
        if (type == AttributeType.RECORD_REFERENCE && config.has("record_reference")) {
            return new Attribute.Config(null, null, objects(call, config.object("record_reference")));
        }
        return old;
    }

    private static Attribute.Config currency(Fields currency) {
        return new Attribute.Config(
                currency.oneOf("default_currency_code", CURRENCIES),
                currency.oneOf("display_type", DISPLAYS),
                List.of());
    }

    private static List<String> objects(Call call, Fields reference) {
        List<String> ids = new ArrayList<>();
        for (JsonNode name : reference.array("allowed_objects")) {
            ids.add(call.workspace()
                    .catalogue()
                    .object(name.asString(""))
                    .map(ObjectType::id)
                    .orElseThrow(() -> reference.refuse("allowed_objects", "names an unknown object", "custom")));
        }
        if (ids.isEmpty()) {
            throw reference.refuse("allowed_objects", "must not be empty", "too_small");
        }
        return ids;
    }

    private Optional<Fields> relationship(AttributeType type) {
        if (!data.has("relationship") || data.isNull("relationship")) {
            return Optional.empty();
        }
        require(type == AttributeType.RECORD_REFERENCE, "relationship", "needs the type record-reference");
        require(!(owner instanceof ListType), "relationship", "is not possible on lists");
        Fields other = data.object("relationship").only("object", "title", "api_slug", "is_multiselect");
        ObjectType object = otherObject(other);
        AttributeOperations.requireFree(workspace, object, other.nonEmpty("api_slug"));
        other.text("title");
        other.flag("is_multiselect");
        return Optional.of(other);
    }

    private ObjectType otherObject(Fields other) {
        return workspace
                .catalogue()
                .object(other.text("object"))
                .orElseThrow(() -> Refusal.notFound("There is no object \"" + other.text("object") + "\"."));
    }

    private Attribute relate(Attribute created, Fields other) {
        AttributeDraft draft =
                new AttributeDraft(other.text("api_slug"), other.text("title"), AttributeType.RECORD_REFERENCE);
        if (other.flag("is_multiselect")) {
            draft.multi();
        }
        if (owner instanceof ObjectType object) {
            draft.refersTo(object);
        }
        Attribute inverse = draft.add(workspace, otherObject(other));
        workspace.catalogue().put(inverse.withInverse(created.id()));
        return workspace.catalogue().put(created.withInverse(inverse.id()));
    }
}
