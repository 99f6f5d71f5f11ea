package dev.toolsmith.sandbox.schema;

import dev.toolsmith.sandbox.model.Ids;
import dev.toolsmith.sandbox.model.Moments;
import dev.toolsmith.sandbox.wire.Json;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object: a kind of records.
 *
 * @param id the UUID
 * @param slug the slug, in the plural
 * @param singular the noun for one record
 * @param plural the noun for many
 * @param standard whether Attio brings it
 * @param createdAt when it was created
 */
public record ObjectType(String id, String slug, String singular, String plural, boolean standard, Instant createdAt)
        implements Owner {
    @Override
    public String target() {
        return "objects";
    }

    /** The object as the API shows it. */
    public ObjectNode json() {
        ObjectNode node = Json.object();
        node.putObject("id").put("workspace_id", Ids.WORKSPACE).put("object_id", id);
        return node.put("api_slug", slug)
                .put("singular_noun", singular)
                .put("plural_noun", plural)
                .put("created_at", Moments.text(createdAt));
    }

    /** This object under other names. */
    public ObjectType renamed(String newSlug, String newSingular, String newPlural) {
        return new ObjectType(id, newSlug, newSingular, newPlural, standard, createdAt);
    }
}
