package dev.toolsmith.sandbox.desk;

import dev.toolsmith.sandbox.model.Actor;
import dev.toolsmith.sandbox.model.Ids;
import dev.toolsmith.sandbox.model.Moments;
import dev.toolsmith.sandbox.wire.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A task.
 *
 * @param id the UUID
 * @param content what is to be done
 * @param deadline until when; null for no deadline
 * @param completedAt when it was done; null while it is open
 * @param links the records it is about
 * @param assignees the members who are to do it, by id
 * @param createdBy who made it
 * @param createdAt when it was made
 */
public record Task(
        String id,
        String content,
        @Nullable Instant deadline,
        @Nullable Instant completedAt,
        List<RecordKey> links,
        List<String> assignees,
        Actor createdBy,
        Instant createdAt) {
    public Task {
        links = List.copyOf(links);
        assignees = List.copyOf(assignees);
    }

    /** Whether it is done. */
    public boolean isCompleted() {
        return completedAt != null;
    }

    /** The task as the API shows it; slugs turns the id of an object into its slug. */
    public ObjectNode json(java.util.function.UnaryOperator<String> slugs) {
        ObjectNode node = Json.object();
        node.putObject("id").put("workspace_id", Ids.WORKSPACE).put("task_id", id);
        node.put("content_plaintext", content)
                .put("deadline_at", deadline == null ? null : Moments.text(deadline))
                .put("is_completed", isCompleted())
                .put("completed_at", completedAt == null ? null : Moments.text(completedAt));
        ArrayNode records = node.putArray("linked_records");
        links.forEach(link -> records.addObject()
                .put("target_object_id", slugs.apply(link.objectId()))
                .put("target_record_id", link.recordId()));
        ArrayNode members = node.putArray("assignees");
        assignees.forEach(member ->
                members.addObject().put("referenced_actor_type", Actor.MEMBER).put("referenced_actor_id", member));
        node.set("created_by_actor", createdBy.json());
        return node.put("created_at", Moments.text(createdAt));
    }

    /** This task without links to a record. */
    public Task without(String recordId) {
        List<RecordKey> left =
                links.stream().filter(link -> !link.recordId().equals(recordId)).toList();
        return new Task(id, content, deadline, completedAt, left, assignees, createdBy, createdAt);
    }
}
