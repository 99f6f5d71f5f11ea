package dev.toolsmith.sandbox.values;

import dev.toolsmith.sandbox.model.StoredValue;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.schema.ObjectType;
import dev.toolsmith.sandbox.wire.Call;
import dev.toolsmith.sandbox.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** References to records, written by id, by a unique value or, for a standard object, by its usual key. */
final class RecordReferenceKind implements ValueKind {
    private static final String OBJECT = "target_object";
    private static final String RECORD = "target_record_id";
    private static final Map<String, String> USUAL_KEYS = Map.of(
            "companies", "domains", "people", "email_addresses", "users", "user_id", "workspaces", "workspace_id");
    private static final List<Facet> FACETS = List.of(
            Facet.stored(RECORD, Facet.Kind.TEXT, Operator.set(Operator.EQ, Operator.IN)),
            new Facet(OBJECT, Facet.Kind.TEXT, Operator.set(Operator.EQ), RecordReferenceKind::slug));

    @Override
    public Content read(JsonNode value, Site site) {
        if (value.isString()) {
            return byUsualKey(value, site);
        }
        if (!value.isObject()) {
            throw site.malformed("must be an object with target_object, or a string");
        }
        JsonNode slug = site.require(value, OBJECT);
        ObjectType object = site.workspace()
                .catalogue()
                .object(slug.isString() ? slug.stringValue() : "")
                .orElseThrow(() -> site.unknown("the object " + slug));
        requireAllowed(object, site);
        return value.has(RECORD) ? byId(value, object, site) : byUniqueValue(value, object, site);
    }

    private static void requireAllowed(ObjectType object, Site site) {
        List<String> allowed = site.attribute().config().allowedObjectIds();
        if (!allowed.isEmpty() && !allowed.contains(object.id())) {
            throw site.malformed("must not refer to records of " + object.slug());
        }
    }

    private static Content byId(JsonNode value, ObjectType object, Site site) {
        site.only(value, Set.of(OBJECT, RECORD));
        JsonNode id = value.path(RECORD);
        if (!Call.isUuid(id.asString(""))) {
            throw site.malformed("needs a UUID as target_record_id");
        }
        return site.workspace()
                .items()
                .find(object.id(), id.stringValue())
                .map(item -> content(object.id(), item.id()))
                .orElseThrow(() -> site.unknown("the record " + id.stringValue() + " of " + object.slug()));
    }

    private static Content byUniqueValue(JsonNode value, ObjectType object, Site site) {
        for (String name : value.propertyNames()) {
            if (name.equals(OBJECT)) {
                continue;
            }
            Attribute attribute = site.workspace()
                    .catalogue()
                    .attribute(object.id(), name)
                    .filter(known -> known.traits().unique())
                    .orElseThrow(() -> site.malformed(name + " is no unique attribute of " + object.slug()));
            JsonNode list = value.path(name);
            if (!list.isArray() || list.size() != 1 || value.size() != 2) {
                throw site.malformed("needs one attribute with an array of one value");
            }
            return find(list.path(0), attribute, object, site);
        }
        throw site.malformed("needs target_record_id or one unique attribute");
    }

    private static Content byUsualKey(JsonNode value, Site site) {
        Workspace workspace = site.workspace();
        List<String> allowed = site.attribute().config().allowedObjectIds();
        Optional<ObjectType> object =
                allowed.size() == 1 ? workspace.catalogue().object(allowed.get(0)) : Optional.empty();
        String usual =
                object.map(type -> USUAL_KEYS.getOrDefault(type.slug(), "")).orElse("");
        Attribute attribute = object.flatMap(type -> workspace.catalogue().attribute(type.id(), usual))
                .orElseThrow(() -> site.malformed("must be an object with target_object here"));
        return find(value, attribute, object.orElseThrow(), site);
    }

    private static Content find(JsonNode value, Attribute attribute, ObjectType object, Site site) {
        Site elsewhere = new Site(site.workspace(), attribute, site.group());
        String key = ValueKinds.of(attribute.type()).read(value, elsewhere).key();
        return site.workspace().items().withValue(attribute.id(), key).stream()
                .findFirst()
                .map(id -> content(object.id(), id))
                .orElseThrow(() -> site.unknown("a record of " + object.slug() + " with " + value));
    }

    /** The content that refers to a record. */
    static Content content(String objectId, String recordId) {
        return new Content(Json.object().put("object_id", objectId).put(RECORD, recordId), recordId);
    }

    @Override
    public void show(StoredValue value, Facet.Lookup lookup, ObjectNode into) {
        into.put(OBJECT, slug(lookup, value).get(0)).put(RECORD, value.key());
    }

    private static List<String> slug(Facet.Lookup lookup, StoredValue value) {
        String objectId = value.content().path("object_id").asString();
        return List.of(lookup.workspace().catalogue().objectSlug(objectId));
    }

    @Override
    public List<Facet> facets() {
        return FACETS;
    }
}
