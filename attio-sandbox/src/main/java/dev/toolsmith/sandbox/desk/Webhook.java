package dev.toolsmith.sandbox.desk;

import dev.toolsmith.sandbox.model.Ids;
import dev.toolsmith.sandbox.model.Moments;
import dev.toolsmith.sandbox.wire.Json;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A subscription to events.
 *
 * @param id the UUID
 * @param targetUrl where events would be sent
 * @param subscriptions event types with their filters, as they were given
 * @param createdAt when it was made
 */
public record Webhook(String id, String targetUrl, List<ObjectNode> subscriptions, Instant createdAt) {
    public Webhook {
        subscriptions = List.copyOf(subscriptions);
    }

    /** The webhook as the API shows it, without its secret. */
    public ObjectNode json() {
        ObjectNode node = Json.object().put("target_url", targetUrl);
        node.set("subscriptions", Json.array(subscriptions));
        node.putObject("id").put("workspace_id", Ids.WORKSPACE).put("webhook_id", id);
        return node.put("status", "active").put("created_at", Moments.text(createdAt));
    }
}
