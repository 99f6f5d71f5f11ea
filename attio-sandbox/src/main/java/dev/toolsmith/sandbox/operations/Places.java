package dev.toolsmith.sandbox.operations;

import dev.toolsmith.sandbox.model.Ids;
import dev.toolsmith.sandbox.model.Item;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.schema.ListType;
import dev.toolsmith.sandbox.schema.ObjectType;
import dev.toolsmith.sandbox.schema.Owner;
import dev.toolsmith.sandbox.wire.Call;
import dev.toolsmith.sandbox.wire.Json;
import dev.toolsmith.sandbox.wire.Refusal;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** The objects, lists, attributes, records and entries that paths name. */
final class Places {
    private Places() {}

    static ObjectType object(Call call) {
        return object(call, call.variable("object"));
    }

    static ObjectType object(Call call, String idOrSlug) {
        return call.workspace()
                .catalogue()
                .object(idOrSlug)
                .orElseThrow(() -> Refusal.notFound("There is no object \"" + idOrSlug + "\"."));
    }

    static ListType list(Call call) {
        return list(call, call.variable("list"));
    }

    static ListType list(Call call, String idOrSlug) {
        return call.workspace()
                .catalogue()
                .list(idOrSlug)
                .filter(call.session()::sees)
                .orElseThrow(() -> Refusal.notFound("There is no list \"" + idOrSlug + "\"."));
    }

    static Owner owner(Call call) {
        String identifier = call.variable("identifier");
        return switch (call.variable("target")) {
            case "objects" -> object(call, identifier);
            case "lists" -> list(call, identifier);
            default -> throw Refusal.notFound("Attributes belong to objects or lists.");
        };
    }

    static Attribute attribute(Call call, Owner owner) {
        String name = call.variable("attribute");
        return call.workspace()
                .catalogue()
                .attribute(owner.id(), name)
                .orElseThrow(() -> Refusal.notFound("There is no attribute \"" + name + "\" on " + owner.slug() + "."));
    }

    static Item record(Call call, ObjectType object) {
        String id = call.uuid("record_id");
        return call.workspace()
                .items()
                .find(object.id(), id)
                .orElseThrow(() -> Refusal.notFound("There is no record " + id + " of " + object.slug() + "."));
    }

    static Item entry(Call call, ListType list) {
        String id = call.uuid("entry_id");
        return call.workspace()
                .items()
                .find(list.id(), id)
                .orElseThrow(() -> Refusal.notFound("There is no entry " + id + " on " + list.slug() + "."));
    }

    /** The page of the web application that shows a record. */
    static String webUrl(ObjectType object, Item record) {
        String noun = object.singular().toLowerCase(Locale.ROOT).replace(' ', '-');
        return "https://app.attio.com/" + Workspace.SLUG + "/" + noun + "/" + record.id() + "/overview";
    }

    static ObjectNode recordId(ObjectType object, Item record) {
        return Json.object()
                .put("workspace_id", Ids.WORKSPACE)
                .put("object_id", object.id())
                .put("record_id", record.id());
    }
}
