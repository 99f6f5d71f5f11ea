package dev.toolsmith.sandbox.sample;

import dev.toolsmith.sandbox.model.Actor;
import dev.toolsmith.sandbox.model.Item;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.ListType;
import dev.toolsmith.sandbox.schema.ObjectType;
import dev.toolsmith.sandbox.wire.Fields;
import dev.toolsmith.sandbox.wire.Json;
import dev.toolsmith.sandbox.write.Drafts;
import dev.toolsmith.sandbox.write.Writer;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Writes sample records and entries from JSON, as calls would. */
final class SampleWriter {
    private final Workspace workspace;

    SampleWriter(Workspace workspace) {
        this.workspace = workspace;
    }

    Workspace workspace() {
        return workspace;
    }

    Actor member(String email) {
        return Actor.member(workspace.memberByEmail(email).orElseThrow().id());
    }

    private static Fields values(String json) {
        JsonNode node = Json.parse(json).orElseThrow(() -> new IllegalStateException("bad sample: " + json));
        return Fields.of(node, List.of());
    }

    /** Adds a record. */
    Item record(String object, String json) {
        ObjectType type = object(object);
        Drafts drafts = Drafts.read(workspace, type, values(json), "values");
        return new Writer(workspace, member(SampleMembers.ALICE)).create(type, drafts, null);
    }

    /** Adds an entry. */
    Item entry(ListType list, Item record, String json) {
        Drafts drafts = Drafts.read(workspace, list, values(json), "entry_values");
        Item.Parent parent = new Item.Parent(record.ownerId(), record.id());
        return new Writer(workspace, member(SampleMembers.ALICE)).create(list, drafts, parent);
    }

    ObjectType object(String slug) {
        return workspace.catalogue().object(slug).orElseThrow();
    }

    ListType list(String slug) {
        return workspace.catalogue().list(slug).orElseThrow();
    }

    /** The record with a value in an attribute. */
    Item find(String object, String attribute, String key) {
        ObjectType type = object(object);
        String attributeId = workspace
                .catalogue()
                .attribute(type.id(), attribute)
                .orElseThrow()
                .id();
        String id = workspace.items().withValue(attributeId, key).stream()
                .findFirst()
                .orElseThrow();
        return workspace.items().find(type.id(), id).orElseThrow();
    }
}
