package dev.toolsmith.sandbox.schema;

import dev.toolsmith.sandbox.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An option of a select attribute or a stage of a status attribute.
 *
 * @param id the UUID
 * @param title the title, unique within the attribute
 * @param archived whether it can no longer be chosen
 * @param celebration whether reaching the stage is celebrated
 * @param targetTime how long an item should stay in the stage, an ISO 8601 duration; null for no target
 */
public record Choice(
        String id,
        String title,
        boolean archived,
        boolean celebration,
        @Nullable String targetTime) {

    /** An option or stage in use, without celebration or target. */
    public static Choice of(String id, String title) {
        return new Choice(id, title, false, false, null);
    }

    /** The option or stage as the API shows it. */
    public ObjectNode json(Attribute attribute) {
        boolean status = attribute.type() == AttributeType.STATUS;
        ObjectNode node = Json.object();
        attribute.idInto(node.putObject("id")).put(status ? "status_id" : "option_id", id);
        node.put("title", title).put("is_archived", archived);
        if (status) {
            node.put("celebration_enabled", celebration).put("target_time_in_status", targetTime);
        }
        return node;
    }
}
