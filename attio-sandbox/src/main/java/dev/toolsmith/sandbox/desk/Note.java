package dev.toolsmith.sandbox.desk;

import dev.toolsmith.sandbox.model.Actor;
import dev.toolsmith.sandbox.model.Ids;
import dev.toolsmith.sandbox.model.Moments;
import dev.toolsmith.sandbox.wire.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A note on a record.
 *
 * @param id the UUID
 * @param parent the record
 * @param title the title
 * @param meetingId the meeting it belongs to; null for none
 * @param plaintext the content without markup
 * @param markdown the content as Markdown
 * @param createdBy who wrote it
 * @param createdAt when it was written
 */
public record Note(
        String id,
        RecordKey parent,
        String title,
        @Nullable String meetingId,
        String plaintext,
        String markdown,
        Actor createdBy,
        Instant createdAt) {

    /** The note as the API shows it. */
    public ObjectNode json(String parentSlug) {
        ObjectNode node = Json.object();
        node.putObject("id").put("workspace_id", Ids.WORKSPACE).put("note_id", id);
        node.put("parent_object", parentSlug)
                .put("parent_record_id", parent.recordId())
                .put("title", title)
                .put("meeting_id", meetingId)
                .put("content_plaintext", plaintext)
                .put("content_markdown", markdown);
        node.putArray("tags");
        node.set("created_by_actor", createdBy.json());
        return node.put("created_at", Moments.text(createdAt));
    }
}
