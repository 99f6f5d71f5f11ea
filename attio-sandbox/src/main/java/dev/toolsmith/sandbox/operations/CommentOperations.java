package dev.toolsmith.sandbox.operations;

import dev.toolsmith.sandbox.desk.Comment;
import dev.toolsmith.sandbox.desk.RecordKey;
import dev.toolsmith.sandbox.model.Actor;
import dev.toolsmith.sandbox.model.Item;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.ListType;
import dev.toolsmith.sandbox.wire.Answer;
import dev.toolsmith.sandbox.wire.Call;
import dev.toolsmith.sandbox.wire.Fields;
import dev.toolsmith.sandbox.wire.Refusal;
import dev.toolsmith.sandbox.wire.Route;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Comments; threads are told by {@link Threads}. */
final class CommentOperations {
    private static final String WRITE = "comment:read-write";
    private static final String[] READ = {
        "comment:read",
        "object_configuration:read",
        "record_permission:read",
        "list_configuration:read",
        "list_entry:read"
    };
    private static final String ONE = "/v2/comments/{comment_id}";

    private CommentOperations() {}

    /** The operations. */
    static List<Route> routes() {
        return List.of(
                Route.of("POST", "/v2/comments", CommentOperations::create, WRITE, READ[1], READ[2], READ[3], READ[4]),
                Route.of("GET", ONE, CommentOperations::get, READ),
                Route.of("DELETE", ONE, CommentOperations::delete, WRITE),
                Route.of("GET", "/v2/threads", Threads::list, READ),
                Route.of("GET", "/v2/threads/{thread_id}", Threads::get, READ));
    }

    /** What a comment is written on: a thread, a record or an entry. */
    private record Target(Optional<String> threadId, RecordKey record, Comment.@Nullable EntryKey entry) {}

    private static Answer create(Call call) {
        Fields data = call.data().only("format", "content", "author", "created_at", "thread_id", "record", "entry");
        data.oneOf("format", Set.of("plaintext"));
        String content = data.text("content");
        Fields author = data.object("author");
        author.oneOf("type", Set.of(Actor.MEMBER));
        String member = author.uuid("id");
        Target target = target(call, data);
        Workspace workspace = call.workspace();
        if (workspace.member(member).isEmpty()) {
            throw Refusal.invalid("value_not_found", "There is no workspace member " + member + ".");
        }
        Optional<Instant> createdAt = NoteOperations.createdAt(data);
        Instant now = workspace.clock().tick();
        Comment comment = new Comment(
                workspace.ids().next("comment"),
                target.threadId().orElseGet(() -> workspace.ids().next("thread")),
                content,
                target.record(),
                target.entry(),
                null,
                Actor.member(member),
                createdAt.orElse(now));
        return Answer.data(
                workspace.desk().comments().put(comment.id(), comment).json());
    }

    private static Target target(Call call, Fields data) {
        long given = Stream.of("thread_id", "record", "entry").filter(data::has).count();
        if (given != 1) {
            throw Refusal.body(List.of("data"), "needs exactly one of thread_id, record and entry");
        }
        if (data.has("thread_id")) {
            String threadId = data.uuid("thread_id");
            Comment first = Threads.comments(call, threadId)
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid("value_not_found", "There is no thread " + threadId + "."));
            return new Target(Optional.of(threadId), first.record(), first.entry());
        }
        return data.has("record")
                ? new Target(Optional.empty(), new Links(call).record(data.object("record")), null)
                : entry(call, data.object("entry"));
    }

    private static Target entry(Call call, Fields data) {
        Optional<ListType> list =
                call.workspace().catalogue().list(data.text("list")).filter(call.session()::sees);
        String id = data.text("entry_id");
        Item entry = list.flatMap(known -> call.workspace().items().find(known.id(), id))
                .orElseThrow(() -> Refusal.invalid("value_not_found", "There is no entry " + id + " on that list."));
        Item.Parent parent = entry.parent().orElseThrow();
        return new Target(
                Optional.empty(),
                new RecordKey(parent.objectId(), parent.recordId()),
                new Comment.EntryKey(entry.ownerId(), entry.id()));
    }

    private static Comment find(Call call) {
        String id = call.uuid("comment_id");
        return call.workspace()
                .desk()
                .comments()
                .find(id)
                .orElseThrow(() -> Refusal.notFound("There is no comment " + id + "."));
    }

    private static Answer get(Call call) {
        return Answer.data(find(call).json());
    }

    /** Deletes a comment; with the first one goes its thread. */
    private static Answer delete(Call call) {
        Comment comment = find(call);
        List<Comment> thread = Threads.comments(call, comment.threadId()).toList();
        List<Comment> gone = thread.get(0).equals(comment) ? thread : List.of(comment);
        gone.forEach(each -> call.workspace().desk().comments().remove(each.id()));
        call.workspace().clock().tick();
        return Answer.deleted();
    }
}
