package dev.toolsmith.sandbox.schema;

import dev.toolsmith.sandbox.model.Actor;
import dev.toolsmith.sandbox.model.Workspace;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds objects and lists with the attributes that each of them has from the start. */
public final class SchemaBuilder {
    private final Workspace workspace;

    public SchemaBuilder(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Adds an object; a standard one gets {@code created_at} and {@code created_by} with {@link #authorship}. */
    public ObjectType object(String slug, String singular, String plural, boolean standard) {
        String id = workspace.ids().next("object");
        ObjectType object = new ObjectType(
                id, slug, singular, plural, standard, workspace.clock().tick());
        workspace.catalogue().objects().put(id, object);
        new AttributeDraft("record_id", "Record ID", AttributeType.TEXT)
                .readOnly()
                .system()
                .unique()
                .add(workspace, object);
        if (!standard) {
            authorship(object);
        }
        return object;
    }

    /** Adds a list with its four read-only attributes. */
    public ListType list(
            String slug,
            String name,
            ObjectType parent,
            @Nullable String workspaceAccess,
            Map<String, String> memberAccess,
            Actor creator) {
        String id = workspace.ids().next("list");
        ListType list = new ListType(
                id,
                slug,
                name,
                parent.id(),
                workspaceAccess,
                memberAccess,
                creator,
                workspace.clock().tick());
        workspace.catalogue().lists().put(id, list);
        new AttributeDraft("entry_id", "Entry ID", AttributeType.TEXT)
                .readOnly()
                .system()
                .unique()
                .add(workspace, list);
        new AttributeDraft("parent_record", "Parent record", AttributeType.RECORD_REFERENCE)
                .readOnly()
                .system()
                .refersTo(parent)
                .add(workspace, list);
        authorship(list);
        return list;
    }

    /** Adds {@code created_at} and {@code created_by}. */
    public void authorship(Owner owner) {
        new AttributeDraft("created_at", "Created at", AttributeType.TIMESTAMP)
                .readOnly()
                .system()
                .dynamicDefault("PT0S")
                .add(workspace, owner);
        new AttributeDraft("created_by", "Created by", AttributeType.ACTOR_REFERENCE)
                .readOnly()
                .system()
                .dynamicDefault("current-user")
                .add(workspace, owner);
    }
}
