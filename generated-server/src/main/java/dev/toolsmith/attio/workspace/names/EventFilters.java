package dev.toolsmith.attio.workspace.names;

import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.attio.workspace.names.Mention.Visitor;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The conditions of webhooks, which compare with the UUIDs of objects and lists: Attio takes no slugs there. */
final class EventFilters {

    private static final List<String> JOINS = List.of("$and", "$or");

    private EventFilters() {}

    /** Whether an operation has such conditions. */
    static boolean occurIn(String method, String path) {
        String operation = method + " " + path;
        return operation.equals("POST /v2/webhooks") || operation.equals("PATCH /v2/webhooks/{webhook_id}");
    }

    /** Visits the values that stand for objects, or for lists, and puts what comes of it in their places. */
    static void visit(ObjectNode arguments, Kind kind, Visitor visitor) {
        JsonNode subscriptions = arguments.path("data").path("subscriptions");
        for (int i = 0; i < subscriptions.size(); i++) {
            for (String join : JOINS) {
                JsonNode conditions = subscriptions.path(i).path("filter").path(join);
                for (int j = 0; j < conditions.size(); j++) {
                    String pointer = "/data/subscriptions/" + i + "/filter/" + join + "/" + j + "/value";
                    visit(conditions.path(j), pointer, kind, visitor);
                }
            }
        }
    }

    private static void visit(JsonNode condition, String pointer, Kind kind, Visitor visitor) {
        boolean meant = condition.path("field").asString("").endsWith(kind.noun() + "_id");
        if (meant && condition.path("value").isString() && condition instanceof ObjectNode changed) {
            visitor.visit(pointer, condition.path("value").stringValue()).ifPresent(id -> changed.put("value", id));
        }
    }
}
