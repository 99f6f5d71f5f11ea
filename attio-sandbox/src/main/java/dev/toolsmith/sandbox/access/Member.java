package dev.toolsmith.sandbox.access;

import dev.toolsmith.sandbox.model.Ids;
import dev.toolsmith.sandbox.model.Moments;
import dev.toolsmith.sandbox.wire.Json;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * A member of the workspace.
 *
 * @param id the UUID
 * @param firstName the first name
 * @param lastName the last name
 * @param email the e-mail address
 * @param accessLevel {@code admin}, {@code member} or {@code suspended}
 * @param createdAt when the member joined
 */
public record Member(
        String id, String firstName, String lastName, String email, String accessLevel, Instant createdAt) {

    /** Whether the member may no longer sign in. */
    public boolean isSuspended() {
        return accessLevel.equals("suspended");
    }

    /** The member as the API shows it. */
    public ObjectNode json() {
        ObjectNode node = Json.object();
        node.putObject("id").put("workspace_id", Ids.WORKSPACE).put("workspace_member_id", id);
        return node.put("first_name", firstName)
                .put("last_name", lastName)
                .putNull("avatar_url")
                .put("email_address", email)
                .put("created_at", Moments.text(createdAt))
                .put("access_level", accessLevel);
    }
}
