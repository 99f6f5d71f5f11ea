package dev.toolsmith.runtime.protocol;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** One JSON value where it stands in a message. */
final class RawValue {

    private final JsonToken kind;
    private final byte[] message;
    private final int from;
    private final int to;
    private final String text;
    private final @Nullable RawObject object;

    RawValue(JsonToken kind, byte[] message, int from, int to, String text, @Nullable RawObject object) {
        this.kind = kind;
        this.message = message;
        this.from = from;
        this.to = to;
        this.text = text;
        this.object = object;
    }

    boolean isString() {
        return kind == JsonToken.VALUE_STRING;
    }

    boolean isInteger() {
        return kind == JsonToken.VALUE_NUMBER_INT;
    }

    boolean isObject() {
        return kind == JsonToken.START_OBJECT;
    }

    boolean isBoolean() {
        return kind == JsonToken.VALUE_TRUE || kind == JsonToken.VALUE_FALSE;
    }

    boolean isTrue() {
        return kind == JsonToken.VALUE_TRUE;
    }

    boolean isNull() {
        return kind == JsonToken.VALUE_NULL;
    }

    /** The decoded text of a string; empty for every other kind. */
    String text() {
        return text;
    }

    /** The members, if this is an object that the reader opens (see {@link MessageReader}). */
    Optional<RawObject> object() {
        return Optional.ofNullable(object);
    }

    /** The value as it was sent. */
    byte[] copy() {
        return Arrays.copyOfRange(message, from, to);
    }
}
