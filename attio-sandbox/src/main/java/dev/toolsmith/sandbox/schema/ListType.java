package dev.toolsmith.sandbox.schema;

import dev.toolsmith.sandbox.model.Actor;
import dev.toolsmith.sandbox.model.Ids;
import dev.toolsmith.sandbox.model.Moments;
import dev.toolsmith.sandbox.wire.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A list of entries over the records of one object.
 *
 * @param id the UUID
 * @param slug the slug
 * @param name the name
 * @param parentObjectId the object of the records
 * @param workspaceAccess what every member may do; null for nothing
 * @param memberAccess what single members may do, by their id
 * @param createdBy who created it
 * @param createdAt when it was created
 */
public record ListType(
        String id,
        String slug,
        String name,
        String parentObjectId,
        @Nullable String workspaceAccess,
        Map<String, String> memberAccess,
        Actor createdBy,
        Instant createdAt)
        implements Owner {
    public ListType {
        memberAccess = java.util.Collections.unmodifiableMap(new TreeMap<>(memberAccess));
    }

    @Override
    public String target() {
        return "lists";
    }

    /** What a member may do: {@code full-access}, {@code read-and-write} or {@code read-only}. */
    public Optional<String> accessOf(String memberId) {
        return Optional.ofNullable(memberAccess.getOrDefault(memberId, workspaceAccess));
    }

    /** The list as the API shows it. */
    public ObjectNode json(String parentSlug) {
        ObjectNode node = Json.object();
        node.putObject("id").put("workspace_id", Ids.WORKSPACE).put("list_id", id);
        node.put("api_slug", slug).put("name", name);
        node.putArray("parent_object").add(parentSlug);
        node.put("workspace_access", workspaceAccess);
        ArrayNode members = node.putArray("workspace_member_access");
        memberAccess.forEach((member, level) ->
                members.addObject().put("workspace_member_id", member).put("level", level));
        node.set("created_by_actor", createdBy.json());
        return node.put("created_at", Moments.text(createdAt));
    }
}
