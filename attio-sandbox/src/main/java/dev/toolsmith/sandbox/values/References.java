package dev.toolsmith.sandbox.values;

import dev.toolsmith.sandbox.desk.RecordKey;
import dev.toolsmith.sandbox.model.Actor;
import dev.toolsmith.sandbox.model.StoredValue;
import dev.toolsmith.sandbox.wire.Json;
import java.time.Instant;

/** Values that the sandbox itself makes: references to records and to actors. */
public final class References {
    private References() {}

    /** The content that refers to a record. */
    public static Content record(String objectId, String recordId) {
        return RecordReferenceKind.content(objectId, recordId);
    }

    /** The record that a stored reference names. */
    public static RecordKey target(StoredValue reference) {
        return new RecordKey(reference.content().path("object_id").asString(), reference.key());
    }

    /** The content that refers to an actor. */
    public static Content actor(Actor actor) {
        return new Content(
                Json.object().put("referenced_actor_type", actor.type()).put("referenced_actor_id", actor.id()),
                actor.type() + "/" + actor.id());
    }

    /** The content that is a moment. */
    public static Content moment(Instant moment) {
        String text = dev.toolsmith.sandbox.model.Moments.text(moment);
        return text(text);
    }

    /** The content that is a text. */
    public static Content text(String text) {
        return new Content(Json.object().put("value", text), text);
    }
}
