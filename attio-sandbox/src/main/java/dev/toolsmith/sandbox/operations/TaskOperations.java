package dev.toolsmith.sandbox.operations;

import dev.toolsmith.sandbox.desk.RecordKey;
import dev.toolsmith.sandbox.desk.Task;
import dev.toolsmith.sandbox.model.Moments;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.wire.Answer;
import dev.toolsmith.sandbox.wire.Call;
import dev.toolsmith.sandbox.wire.Fields;
import dev.toolsmith.sandbox.wire.Query;
import dev.toolsmith.sandbox.wire.Refusal;
import dev.toolsmith.sandbox.wire.Route;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Tasks. */
final class TaskOperations {
    private static final String READ = "task:read";
    private static final String WRITE = "task:read-write";
    private static final String[] ALSO = {"object_configuration:read", "record_permission:read", "user_management:read"
    };
    private static final String ONE = "/v2/tasks/{task_id}";
    private static final int MOST = 500;
    private static final int LONGEST = 2000;
    private static final String DEADLINE = "deadline_at";
    private static final String LINKS = "linked_records";
    private static final String ASSIGNEES = "assignees";
    private static final String COMPLETED = "is_completed";

    private TaskOperations() {}

    /** The operations. */
    static List<Route> routes() {
        return List.of(
                Route.of("GET", "/v2/tasks", TaskOperations::list, scopes(READ)),
                Route.of("POST", "/v2/tasks", TaskOperations::create, scopes(WRITE)),
                Route.of("GET", ONE, TaskOperations::get, scopes(READ)),
                Route.of("PATCH", ONE, TaskOperations::update, scopes(WRITE)),
                Route.of("DELETE", ONE, TaskOperations::delete, WRITE));
    }

    private static String[] scopes(String first) {
        return new String[] {first, ALSO[0], ALSO[1], ALSO[2]};
    }

    private static ObjectNode json(Call call, Task task) {
        return task.json(call.workspace().catalogue()::objectSlug);
    }

    private static Answer list(Call call) {
        Query query = call.query();
        String sort = query.find("sort").orElse("created_at:asc");
        if (!Set.of("created_at:asc", "created_at:desc").contains(sort)) {
            throw Query.refuse("sort", "must be created_at:asc or created_at:desc", "invalid_enum_value");
        }
        Comparator<Task> order = Comparator.comparing(Task::createdAt);
        List<ObjectNode> tasks = call.workspace().desk().tasks().all().stream()
                .filter(wanted(call, query))
                .sorted(sort.endsWith("desc") ? order.reversed() : order)
                .map(task -> json(call, task))
                .toList();
        return Answer.data(query.page(tasks, MOST, MOST));
    }

    private static Predicate<Task> wanted(Call call, Query query) {
        Optional<Boolean> completed = query.findFlag(COMPLETED);
        Optional<String> object = query.find("linked_object")
                .map(slug -> Places.object(call, slug).id());
        Optional<String> record = query.uuid("linked_record_id");
        Predicate<Task> assigned = query.find("assignee")
                .map(name -> assigned(call.workspace(), name))
                .orElse(task -> true);
        return assigned.and(task ->
                        completed.map(flag -> flag == task.isCompleted()).orElse(true))
                .and(task -> object.map(
                                id -> links(task, link -> link.objectId().equals(id)))
                        .orElse(true))
                .and(task -> record.map(
                                id -> links(task, link -> link.recordId().equals(id)))
                        .orElse(true));
    }

    private static boolean links(Task task, Predicate<RecordKey> link) {
        return task.links().stream().anyMatch(link);
    }

    private static Predicate<Task> assigned(Workspace workspace, String name) {
        if (name.isEmpty() || name.equals("null")) {
            return task -> task.assignees().isEmpty();
        }
        String id = workspace.memberByEmail(name).map(member -> member.id()).orElse(name);
        return task -> task.assignees().contains(id);
    }

    private static Answer create(Call call) {
        Fields data = call.data();
        String content = data.text("content");
        if (content.length() > LONGEST) {
            throw data.refuse("content", "must not be longer than 2000 characters", "too_big");
        }
        data.oneOf("format", Set.of("plaintext"));
        Links links = new Links(call);
        Instant deadline = deadline(data);
        boolean completed = data.flag(COMPLETED);
        List<RecordKey> records = links.records(data, LINKS);
        List<String> assignees = links.members(data, ASSIGNEES);
        Instant now = call.workspace().clock().tick();
        Task task = new Task(
                call.workspace().ids().next("task"),
                content,
                deadline,
                completed ? now : null,
                records,
                assignees,
                call.session().actor(),
                now);
        return Answer.data(json(call, call.workspace().desk().tasks().put(task.id(), task)));
    }

    private static @Nullable Instant deadline(Fields data) {
        return data.textOrNull(DEADLINE)
                .map(text -> Moments.parse(text)
                        .orElseThrow(() -> data.refuse(DEADLINE, "must be a date-time or null", "invalid_date")))
                .orElse(null);
    }

    private static Task find(Call call) {
        String id = call.uuid("task_id");
        return call.workspace()
                .desk()
                .tasks()
                .find(id)
                .orElseThrow(() -> Refusal.notFound("There is no task " + id + "."));
    }

    private static Answer get(Call call) {
        return Answer.data(json(call, find(call)));
    }

    private static Answer update(Call call) {
        Task old = find(call);
        Fields data = call.data().only(DEADLINE, COMPLETED, LINKS, ASSIGNEES);
        Links links = new Links(call);
        Task changed = new Task(
                old.id(),
                old.content(),
                data.has(DEADLINE) ? deadline(data) : old.deadline(),
                completedAt(call, data, old),
                data.has(LINKS) ? links.records(data, LINKS) : old.links(),
                data.has(ASSIGNEES) ? links.members(data, ASSIGNEES) : old.assignees(),
                old.createdBy(),
                old.createdAt());
        call.workspace().clock().tick();
        return Answer.data(json(call, call.workspace().desk().tasks().put(old.id(), changed)));
    }

    /** When a task was done: a completion counts from the write that tells it. */
    private static @Nullable Instant completedAt(Call call, Fields data, Task old) {
        if (!data.has(COMPLETED)) {
            return old.completedAt();
        }
        Instant before = old.completedAt();
        Instant done = before == null ? call.workspace().clock().now() : before;
        return data.flag(COMPLETED) ? done : null;
    }

    private static Answer delete(Call call) {
        call.workspace().desk().tasks().remove(find(call).id());
        call.workspace().clock().tick();
        return Answer.deleted();
    }
}
