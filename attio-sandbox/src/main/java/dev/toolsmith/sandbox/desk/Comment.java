package dev.toolsmith.sandbox.desk;

import dev.toolsmith.sandbox.model.Actor;
import dev.toolsmith.sandbox.model.Ids;
import dev.toolsmith.sandbox.model.Moments;
import dev.toolsmith.sandbox.wire.Json;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A comment in a thread on a record or an entry.
 *
 * @param id the UUID
 * @param threadId the thread
 * @param content the text
 * @param record the record commented on, for an entry its parent
 * @param entry the entry commented on; null for none
 * @param resolution how the thread was resolved; null while it is open
 * @param author who wrote it
 * @param createdAt when it was written
 */
public record Comment(
        String id,
        String threadId,
        String content,
        RecordKey record,
        @Nullable EntryKey entry,
        @Nullable Resolution resolution,
        Actor author,
        Instant createdAt) {

    /**
     * An entry of a list.
     *
     * @param listId the list
     * @param entryId the entry
     */
    public record EntryKey(String listId, String entryId) {}

    /**
     * The end of a thread.
     *
     * @param at when
     * @param by who
     */
    public record Resolution(Instant at, Actor by) {}

    /** The comment as the API shows it. */
    public ObjectNode json() {
        ObjectNode node = Json.object();
        node.putObject("id").put("workspace_id", Ids.WORKSPACE).put("comment_id", id);
        node.put("thread_id", threadId).put("content_plaintext", content);
        if (entry == null) {
            node.putNull("entry");
        } else {
            node.putObject("entry").put("entry_id", entry.entryId()).put("list_id", entry.listId());
        }
        node.putObject("record").put("record_id", record.recordId()).put("object_id", record.objectId());
        Optional<Resolution> end = Optional.ofNullable(resolution);
        node.put("resolved_at", end.map(Resolution::at).map(Moments::text).orElse(null));
        node.set(
                "resolved_by",
                end.map(Resolution::by)
                        .map(Actor::json)
                        .orElseGet(() -> Json.object().putNull("id").putNull("type")));
        node.put("created_at", Moments.text(createdAt));
        node.set("author", author.json());
        return node;
    }
}
