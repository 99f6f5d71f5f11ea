package dev.toolsmith.sandbox.operations;

import dev.toolsmith.sandbox.wire.Route;
import java.util.List;
import java.util.stream.Stream;

/** All operations. */
public final class Operations {
    private Operations() {}

    /** The operations of every family. */
    public static List<Route> routes() {
        return Stream.of(
                        ObjectOperations.routes(),
                        AttributeOperations.routes(),
                        ChoiceOperations.routes(),
                        RecordOperations.routes(),
                        ListOperations.routes(),
                        EntryOperations.routes(),
                        MemberOperations.routes(),
                        NoteOperations.routes(),
                        SearchOperation.routes(),
                        TaskOperations.routes(),
                        CommentOperations.routes(),
                        MeetingOperations.routes(),
                        RecordingOperations.routes(),
                        WebhookOperations.routes())
                .flatMap(List::stream)
                .toList();
    }
}
