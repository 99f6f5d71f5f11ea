package dev.toolsmith.sandbox.operations;

import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.ListType;
import dev.toolsmith.sandbox.schema.ObjectType;
import dev.toolsmith.sandbox.schema.SchemaBuilder;
import dev.toolsmith.sandbox.wire.Answer;
import dev.toolsmith.sandbox.wire.Call;
import dev.toolsmith.sandbox.wire.Fields;
import dev.toolsmith.sandbox.wire.Refusal;
import dev.toolsmith.sandbox.wire.Route;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Lists. */
final class ListOperations {
    private static final String READ = "list_configuration:read";
    private static final String WRITE = "list_configuration:read-write";
    private static final Set<String> LEVELS = Set.of("full-access", "read-and-write", "read-only");
    private static final String EVERYBODY = "workspace_access";
    private static final String MEMBERS = "workspace_member_access";

    private ListOperations() {}

    /** The operations. */
    static List<Route> routes() {
        return List.of(
                Route.of("GET", "/v2/lists", ListOperations::all, READ),
                Route.of("POST", "/v2/lists", ListOperations::create, WRITE),
                Route.of("GET", "/v2/lists/{list}", ListOperations::get, READ),
                Route.of("PATCH", "/v2/lists/{list}", ListOperations::update, WRITE));
    }

    private static ObjectNode json(Call call, ListType list) {
        return list.json(call.workspace().catalogue().objectSlug(list.parentObjectId()));
    }

    private static Answer all(Call call) {
        return Answer.data(call.workspace().catalogue().lists().all().stream()
                .filter(call.session()::sees)
                .map(list -> json(call, list))
                .toList());
    }

    private static Answer create(Call call) {
        Fields data = call.data();
        String name = data.nonEmpty("name");
        String slug = data.nonEmpty("api_slug");
        ObjectType parent = Places.object(call, data.text("parent_object"));
        String everybody = everybody(data);
        Map<String, String> members = members(call, data);
        requireManager(everybody, members);
        requireFree(call, slug, "");
        Workspace workspace = call.workspace();
        return Answer.data(json(
                call,
                new SchemaBuilder(workspace)
                        .list(
                                slug,
                                name,
                                parent,
                                everybody,
                                members,
                                call.session().actor())));
    }

    private static @Nullable String everybody(Fields data) {
        data.require(EVERYBODY);
        return data.isNull(EVERYBODY) ? null : data.oneOf(EVERYBODY, LEVELS);
    }

    private static Map<String, String> members(Call call, Fields data) {
        Map<String, String> levels = new TreeMap<>();
        for (Fields member : data.objects(MEMBERS)) {
            String id = member.uuid("workspace_member_id");
            if (call.workspace().member(id).isEmpty()) {
                throw Refusal.invalid("value_not_found", "There is no workspace member " + id + ".");
            }
            levels.put(id, member.oneOf("level", LEVELS));
        }
        return levels;
    }

    private static void requireManager(@Nullable String everybody, Map<String, String> members) {
        if (!"full-access".equals(everybody) && !members.containsValue("full-access")) {
            throw Refusal.body(List.of("data", MEMBERS), "needs a member with full-access");
        }
    }

    private static void requireFree(Call call, String slug, String listId) {
        boolean taken = call.workspace().catalogue().lists().all().stream()
                .anyMatch(list -> list.slug().equals(slug) && !list.id().equals(listId));
        if (taken) {
            throw Refusal.conflict("slug_conflict", "Another list has the slug \"" + slug + "\".");
        }
    }

    private static Answer get(Call call) {
        return Answer.data(json(call, Places.list(call)));
    }

    private static Answer update(Call call) {
        ListType list = Places.list(call);
        call.session().requireFull(list);
        Fields data = call.data();
        String slug = data.has("api_slug") ? data.nonEmpty("api_slug") : list.slug();
        String everybody = data.has(EVERYBODY) ? everybody(data) : list.workspaceAccess();
        Map<String, String> members = data.has(MEMBERS) ? members(call, data) : list.memberAccess();
        requireManager(everybody, members);
        requireFree(call, slug, list.id());
        String name = data.has("name") ? data.nonEmpty("name") : list.name();
        call.workspace().clock().tick();
        ListType changed = new ListType(
                list.id(), slug, name, list.parentObjectId(), everybody, members, list.createdBy(), list.createdAt());
        return Answer.data(json(call, call.workspace().catalogue().lists().put(list.id(), changed)));
    }
}
