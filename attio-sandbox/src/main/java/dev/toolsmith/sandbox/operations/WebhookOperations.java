package dev.toolsmith.sandbox.operations;

import dev.toolsmith.sandbox.desk.Webhook;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.wire.Answer;
import dev.toolsmith.sandbox.wire.Call;
import dev.toolsmith.sandbox.wire.Fields;
import dev.toolsmith.sandbox.wire.Json;
import dev.toolsmith.sandbox.wire.Refusal;
import dev.toolsmith.sandbox.wire.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Webhooks, which are kept but never called. */
final class WebhookOperations {
    private static final String READ = "webhook:read";
    private static final String WRITE = "webhook:read-write";
    private static final String ONE = "/v2/webhooks/{webhook_id}";
    private static final int LEAST = 10;
    private static final int MOST = 100;
    private static final Set<String> EVENTS = Set.of(
            "call-recording.created",
            "comment.created",
            "comment.resolved",
            "comment.unresolved",
            "comment.deleted",
            "list.created",
            "list.updated",
            "list.deleted",
            "list-attribute.created",
            "list-attribute.updated",
            "list-entry.created",
            "list-entry.updated",
            "list-entry.deleted",
            "object-attribute.created",
            "object-attribute.updated",
            "note.created",
            "note-content.updated",
            "note.updated",
            "note.deleted",
            "record.created",
            "record.merged",
            "record.updated",
            "record.deleted",
            "task.created",
            "task.updated",
            "task.deleted",
            "workspace-member.created");

    private WebhookOperations() {}

    /** The operations. */
    static List<Route> routes() {
        return List.of(
                Route.of("GET", "/v2/webhooks", WebhookOperations::list, READ),
                Route.of("POST", "/v2/webhooks", WebhookOperations::create, WRITE),
                Route.of("GET", ONE, WebhookOperations::get, READ),
                Route.of("PATCH", ONE, WebhookOperations::update, WRITE),
                Route.of("DELETE", ONE, WebhookOperations::delete, WRITE));
    }

    private static Answer list(Call call) {
        call.query().number("limit", LEAST, LEAST, MOST);
        List<ObjectNode> webhooks = call.workspace().desk().webhooks().all().stream()
                .map(Webhook::json)
                .toList();
        return Answer.data(call.query().page(webhooks, LEAST, MOST));
    }

    private static Answer create(Call call) {
        Fields data = call.data();
        String target = target(data);
        List<ObjectNode> subscriptions = subscriptions(call, data);
        Workspace workspace = call.workspace();
        String id = workspace.ids().next("webhook");
        Webhook webhook =
                new Webhook(id, target, subscriptions, workspace.clock().tick());
        String secret = workspace.ids().nextSecret("webhook");
        return Answer.data(workspace.desk().webhooks().put(id, webhook).json().put("secret", secret));
    }

    private static String target(Fields data) {
        String target = data.text("target_url");
        if (!target.startsWith("https://")) {
            throw data.refuse("target_url", "must begin with https://", "invalid_string");
        }
        return target;
    }

    private static List<ObjectNode> subscriptions(Call call, Fields data) {
        List<ObjectNode> subscriptions = new ArrayList<>();
        for (Fields given : data.objects("subscriptions")) {
            String event = given.oneOf("event_type", EVENTS);
            ObjectNode subscription = Json.object().put("event_type", event).putNull("filter");
            given.require("filter");
            if (!given.isNull("filter")) {
                filterInto(call, given.object("filter").only("$and", "$or"), subscription);
            }
            subscriptions.add(subscription);
        }
        return subscriptions;
    }

    private static void filterInto(Call call, Fields filter, ObjectNode subscription) {
        if (filter.node().size() != 1) {
            throw filter.refuse("$and", "or $or stands alone", "custom");
        }
        String name = filter.has("$and") ? "$and" : "$or";
        List<Fields> conditions = filter.objects(name);
        conditions.forEach(condition -> requireCondition(call, condition));
        if (!conditions.isEmpty()) {
            subscription
                    .putObject("filter")
                    .set(name, Json.array(conditions.stream().map(Fields::node).toList()));
        }
    }

    private static void requireCondition(Call call, Fields condition) {
        condition.oneOf("operator", Set.of("equals", "not_equals"));
        String field = condition.nonEmpty("field");
        String value = condition.text("value");
        var catalogue = call.workspace().catalogue();
        boolean unknown = (field.endsWith("object_id")
                        && catalogue.objects().find(value).isEmpty())
                || (field.endsWith("list_id") && catalogue.lists().find(value).isEmpty());
        if (unknown) {
            throw condition.refuse("value", "is the id of no object or list", "custom");
        }
    }

    private static Webhook find(Call call) {
        String id = call.uuid("webhook_id");
        return call.workspace()
                .desk()
                .webhooks()
                .find(id)
                .orElseThrow(() -> Refusal.notFound("There is no webhook " + id + "."));
    }

    private static Answer get(Call call) {
        return Answer.data(find(call).json());
    }

    private static Answer update(Call call) {
        Webhook old = find(call);
        Fields data = call.data();
        Webhook changed = new Webhook(
                old.id(),
                data.has("target_url") ? target(data) : old.targetUrl(),
                data.has("subscriptions") ? subscriptions(call, data) : old.subscriptions(),
                old.createdAt());
        call.workspace().clock().tick();
        return Answer.data(
                call.workspace().desk().webhooks().put(old.id(), changed).json());
    }

    private static Answer delete(Call call) {
        call.workspace().desk().webhooks().remove(find(call).id());
        call.workspace().clock().tick();
        return Answer.deleted();
    }
}
