package dev.toolsmith.sandbox.operations;

import dev.toolsmith.sandbox.desk.Comment;
import dev.toolsmith.sandbox.model.Ids;
import dev.toolsmith.sandbox.model.Moments;
import dev.toolsmith.sandbox.schema.ListType;
import dev.toolsmith.sandbox.wire.Answer;
import dev.toolsmith.sandbox.wire.Call;
import dev.toolsmith.sandbox.wire.Json;
import dev.toolsmith.sandbox.wire.Query;
import dev.toolsmith.sandbox.wire.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Threads, which are their comments, oldest first. */
final class Threads {
    private static final int MOST = 50;

    private Threads() {}

    /** The comments of a thread. */
    static Stream<Comment> comments(Call call, String threadId) {
        return call.workspace().desk().comments().all().stream()
                .filter(comment -> comment.threadId().equals(threadId));
    }

    private static ObjectNode json(String threadId, List<Comment> comments) {
        ObjectNode node = Json.object();
        node.putObject("id").put("workspace_id", Ids.WORKSPACE).put("thread_id", threadId);
        node.set("comments", Json.array(comments.stream().map(Comment::json).toList()));
        return node.put("created_at", Moments.text(comments.get(0).createdAt()));
    }

    static Answer get(Call call) {
        String id = call.uuid("thread_id");
        List<Comment> comments = comments(call, id).toList();
        if (comments.isEmpty()) {
            throw Refusal.notFound("There is no thread " + id + ".");
        }
        return Answer.data(json(id, comments));
    }

    static Answer list(Call call) {
        Predicate<Comment> wanted = wanted(call, call.query());
        Map<String, List<Comment>> threads = new LinkedHashMap<>();
        call.workspace().desk().comments().all().stream()
                .filter(wanted)
                .forEach(comment -> threads.computeIfAbsent(comment.threadId(), id -> new ArrayList<>())
                        .add(comment));
        List<ObjectNode> shown = threads.entrySet().stream()
                .map(thread -> json(thread.getKey(), thread.getValue()))
                .toList();
        return Answer.data(call.query().page(shown, 10, MOST));
    }

    private static Predicate<Comment> wanted(Call call, Query query) {
        Optional<String> record = query.uuid("record_id");
        Optional<String> entry = query.uuid("entry_id");
        if (record.isPresent() == entry.isPresent()) {
            throw Query.refuse("record_id", "is required, or entry_id in its place; not both", "custom");
        }
        if (record.isPresent()) {
            String object = Places.object(call, query.require("object")).id();
            return comment -> comment.entry() == null
                    && comment.record().recordId().equals(record.get())
                    && comment.record().objectId().equals(object);
        }
        ListType list = Places.list(call, query.require("list"));
        return comment -> {
            var on = comment.entry();
            return on != null && on.listId().equals(list.id()) && on.entryId().equals(entry.get());
        };
    }
}
