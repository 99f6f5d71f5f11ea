package dev.toolsmith.sandbox.operations;

import dev.toolsmith.sandbox.desk.Markdown;
import dev.toolsmith.sandbox.desk.Note;
import dev.toolsmith.sandbox.desk.RecordKey;
import dev.toolsmith.sandbox.model.Moments;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.ObjectType;
import dev.toolsmith.sandbox.wire.Answer;
import dev.toolsmith.sandbox.wire.Call;
import dev.toolsmith.sandbox.wire.Fields;
import dev.toolsmith.sandbox.wire.Refusal;
import dev.toolsmith.sandbox.wire.Route;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Notes. */
final class NoteOperations {
    private static final String READ = "note:read";
    private static final String WRITE = "note:read-write";
    private static final String CONFIGURATION = "object_configuration:read";
    private static final String RECORDS = "record_permission:read";
    private static final String ONE = "/v2/notes/{note_id}";
    private static final int MOST = 50;

    private NoteOperations() {}

    /** The operations. */
    static List<Route> routes() {
        return List.of(
                Route.of("GET", "/v2/notes", NoteOperations::list, READ, CONFIGURATION, RECORDS),
                Route.of("POST", "/v2/notes", NoteOperations::create, WRITE, CONFIGURATION, RECORDS),
                Route.of("GET", ONE, NoteOperations::get, READ, CONFIGURATION, RECORDS),
                Route.of("DELETE", ONE, NoteOperations::delete, WRITE));
    }

    private static ObjectNode json(Call call, Note note) {
        return note.json(call.workspace().catalogue().objectSlug(note.parent().objectId()));
    }

    private static Answer list(Call call) {
        Optional<ObjectType> object = call.query().find("parent_object").map(slug -> Places.object(call, slug));
        Optional<String> record = call.query().uuid("parent_record_id");
        List<ObjectNode> notes = call.workspace().desk().notes().all().stream()
                .filter(note -> object.map(
                                type -> type.id().equals(note.parent().objectId()))
                        .orElse(true))
                .filter(note ->
                        record.map(id -> id.equals(note.parent().recordId())).orElse(true))
                .sorted(Comparator.comparing(Note::createdAt).reversed())
                .map(note -> json(call, note))
                .toList();
        return Answer.data(call.query().page(notes, 10, MOST));
    }

    private static Answer create(Call call) {
        Fields data = call.data();
        ObjectType object = Places.object(call, data.text("parent_object"));
        String recordId = data.uuid("parent_record_id");
        Workspace workspace = call.workspace();
        if (workspace.items().find(object.id(), recordId).isEmpty()) {
            throw Refusal.notFound("There is no record " + recordId + " of " + object.slug() + ".");
        }
        String title = data.text("title");
        boolean markdown = data.oneOf("format", Set.of("plaintext", "markdown")).equals("markdown");
        String content = data.text("content");
        String meeting = meeting(call, data).orElse(null);
        Optional<Instant> createdAt = createdAt(data);
        Instant now = workspace.clock().tick();
        Note note = new Note(
                workspace.ids().next("note"),
                new RecordKey(object.id(), recordId),
                title,
                meeting,
                markdown ? Markdown.plain(content) : content,
                markdown ? Markdown.normal(content) : Markdown.escaped(content),
                call.session().actor(),
                createdAt.orElse(now));
        return Answer.data(json(call, workspace.desk().notes().put(note.id(), note)));
    }

    private static Optional<String> meeting(Call call, Fields data) {
        if (!data.has("meeting_id") || data.isNull("meeting_id")) {
            return Optional.empty();
        }
        String id = data.uuid("meeting_id");
        if (call.workspace().desk().meetings().find(id).isEmpty()) {
            throw Refusal.notFound("There is no meeting " + id + ".");
        }
        return Optional.of(id);
    }

    /** The {@code created_at} of a body, which must be a full date-time. */
    static Optional<Instant> createdAt(Fields data) {
        if (!data.has("created_at")) {
            return Optional.empty();
        }
        Instant moment = Moments.parse(data.text("created_at"))
                .orElseThrow(() -> data.refuse("created_at", "must be a date-time", "invalid_date"));
        return Optional.of(moment);
    }

    private static Note find(Call call) {
        String id = call.uuid("note_id");
        return call.workspace()
                .desk()
                .notes()
                .find(id)
                .orElseThrow(() -> Refusal.notFound("There is no note " + id + "."));
    }

    private static Answer get(Call call) {
        return Answer.data(json(call, find(call)));
    }

    private static Answer delete(Call call) {
        call.workspace().desk().notes().remove(find(call).id());
        call.workspace().clock().tick();
        return Answer.deleted();
    }
}
