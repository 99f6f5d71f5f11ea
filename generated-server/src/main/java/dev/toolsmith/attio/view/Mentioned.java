package dev.toolsmith.attio.view;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Whom and what an answer refers to without a name.
 *
 * @param records UUIDs of records, by the slug or UUID of their object, in the order they are mentioned
 * @param members UUIDs of members
 */
record Mentioned(Map<String, Set<String>> records, Set<String> members) {

    private static final int DEEPEST = 6;
    private static final Set<String> NOT_SHOWN = Set.of("created_by_actor", "owner_actor", "id");

    /** What items refer to. */
    static Mentioned in(List<JsonNode> items) {
        Mentioned all = new Mentioned(new LinkedHashMap<>(), new LinkedHashSet<>());
        for (JsonNode item : items) {
            all.actor(item.path("created_by_actor"));
            add(all.members, item.path("authorized_by_workspace_member_id"));
            all.collect(item, 0);
        }
        return all;
    }

    private void collect(JsonNode value, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (value.isArray()) {
            value.forEach(item -> collect(item, depth + 1));
            return;
        }
        record(value, value.has("target_object") ? "target_object" : "target_object_id", "target_record_id");
        record(value, "parent_object", "parent_record_id");
        record(value, "object_slug", "record_id");
        if (value.path("referenced_actor_type").asString("").equals("workspace-member")) {
            add(members, value.path("referenced_actor_id"));
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (!NOT_SHOWN.contains(member.getKey())) {
                collect(member.getValue(), depth + 1);
            }
        }
    }

    private void record(JsonNode value, String object, String id) {
        String of = value.path(object).asString("");
        if (!of.isEmpty()) {
            add(records.computeIfAbsent(of, none -> new LinkedHashSet<>()), value.path(id));
        }
    }

    private void actor(JsonNode actor) {
        if (actor.path("type").asString("").equals("workspace-member")) {
            add(members, actor.path("id"));
        }
    }

    private static void add(Set<String> ids, JsonNode id) {
        if (id.isString()) {
            ids.add(id.stringValue());
        }
    }
}
