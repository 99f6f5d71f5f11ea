package dev.toolsmith.sandbox.operations;

import dev.toolsmith.sandbox.model.Item;
import dev.toolsmith.sandbox.model.StoredValue;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.schema.Owner;
import dev.toolsmith.sandbox.wire.Answer;
import dev.toolsmith.sandbox.wire.Call;
import dev.toolsmith.sandbox.wire.Fields;
import dev.toolsmith.sandbox.wire.Refusal;
import dev.toolsmith.sandbox.wire.Route;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Attributes of objects and lists. */
final class AttributeOperations {
    private static final String READ = "object_configuration:read";
    private static final String WRITE = "object_configuration:read-write";
    private static final String ALL = "/v2/{target}/{identifier}/attributes";
    private static final String ONE = ALL + "/{attribute}";
    private static final int MOST = 1000;

    private AttributeOperations() {}

    /** The operations. */
    static List<Route> routes() {
        return List.of(
                Route.of("GET", ALL, AttributeOperations::list, READ),
                Route.of("POST", ALL, AttributeOperations::create),
                Route.of("GET", ONE, AttributeOperations::get, READ),
                Route.of("PATCH", ONE, AttributeOperations::update, WRITE));
    }

    private static ObjectNode json(Call call, Attribute attribute) {
        ObjectNode node = call.workspace().catalogue().json(attribute);
        return new DefaultValues(call.workspace(), attribute).showIn(node);
    }

    private static Answer list(Call call) {
        Owner owner = Places.owner(call);
        boolean archived = call.query().flag("show_archived");
        List<ObjectNode> attributes = call.workspace().catalogue().attributes(owner.id()).stream()
                .filter(attribute -> archived || !attribute.traits().archived())
                .map(attribute -> json(call, attribute))
                .toList();
        return Answer.data(call.query().page(attributes, MOST, MOST));
    }

    private static Answer get(Call call) {
        return Answer.data(json(call, Places.attribute(call, Places.owner(call))));
    }

    private static Answer create(Call call) {
        boolean list = call.variable("target").equals("lists");
        call.session().require(list ? "list_configuration:read-write" : WRITE);
        Owner owner = Places.owner(call);
        Fields data = call.data()
                .only(
                        "title",
                        "description",
                        "api_slug",
                        "type",
                        "is_required",
                        "is_unique",
                        "is_multiselect",
                        "default_value",
                        "relationship",
                        "config");
        return Answer.data(json(call, new AttributeCreation(call, owner, data).create()));
    }

    private static Answer update(Call call) {
        Owner owner = Places.owner(call);
        Attribute attribute = Places.attribute(call, owner);
        Fields data = call.data()
                .only(
                        "title",
                        "description",
                        "api_slug",
                        "is_required",
                        "is_unique",
                        "default_value",
                        "config",
                        "is_archived");
        if (attribute.traits().system()) {
            throw Refusal.invalid(
                    "system_edit_unauthorized", "The attribute " + attribute.slug() + " belongs to Attio.");
        }
        String slug = data.has("api_slug") ? data.nonEmpty("api_slug") : attribute.slug();
        if (!slug.equals(attribute.slug())) {
            requireFree(call.workspace(), owner, slug);
        }
        Attribute changed = changed(call, attribute, data, slug);
        requireDistinct(call.workspace(), changed);
        call.workspace().clock().tick();
        return Answer.data(json(call, call.workspace().catalogue().put(changed)));
    }

    private static Attribute changed(Call call, Attribute old, Fields data, String slug) {
        Attribute.Traits traits = new Attribute.Traits(
                false,
                old.traits().writable(),
                data.has("is_required")
                        ? data.flag("is_required")
                        : old.traits().required(),
                data.has("is_unique") ? data.flag("is_unique") : old.traits().unique(),
                old.isMulti(),
                data.has("is_archived")
                        ? data.flag("is_archived")
                        : old.traits().archived(),
                false);
        if (traits.unique() && !old.type().allowsUnique()) {
            throw data.refuse("is_unique", "is not possible for this type", "custom");
        }
        JsonNode defaultValue = data.has("default_value")
                ? new DefaultValues(call.workspace(), old).read(data.require("default_value"))
                : old.defaultValue();
        return new Attribute(
                old.id(),
                old.ownerId(),
                slug,
                data.has("title") ? data.text("title") : old.title(),
                description(data, old.description()),
                old.type(),
                traits,
                data.has("config") ? AttributeCreation.config(call, old.type(), data, old.config()) : old.config(),
                defaultValue,
                old.inverseId(),
                old.createdAt());
    }

    private static @Nullable String description(Fields data, @Nullable String old) {
        return data.has("description") ? data.textOrNull("description").orElse(null) : old;
    }

    /** Refuses a slug that another attribute of the owner has, be it archived. */
    static void requireFree(Workspace workspace, Owner owner, String slug) {
        if (workspace.catalogue().attribute(owner.id(), slug).isPresent()) {
            throw Refusal.conflict(
                    "slug_conflict", "Another attribute of " + owner.slug() + " has the slug " + slug + ".");
        }
    }

    private static void requireDistinct(Workspace workspace, Attribute attribute) {
        Set<String> seen = new HashSet<>();
        for (Item item : workspace.items().all(attribute.ownerId())) {
            for (StoredValue value : item.current(attribute.id())) {
                if (attribute.traits().unique() && !seen.add(value.key())) {
                    throw Refusal.body(List.of("data", "is_unique"), "is not possible while two items share a value");
                }
            }
        }
    }
}
