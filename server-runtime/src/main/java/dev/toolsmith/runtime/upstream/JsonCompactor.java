package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.upstream.CompactJson.ItemList;
import dev.toolsmith.runtime.upstream.CompactJson.Root;
import dev.toolsmith.runtime.upstream.CompactJson.Span;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.StreamReadException;

/** Reads an answer strictly and copies it without white space, token by token, noting where its list stands. */
final class JsonCompactor {

    private static final int OFF_PATH = -1;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String[] itemsPath;
    private final String[] cursorPath;
    private final JsonParser in;
    private final JsonGenerator out;
    private final ByteArrayOutputStream bytes;
    private @Nullable ItemList list;
    private @Nullable String cursor;
    private @Nullable Span ownNextCursor;

    private JsonCompactor(byte[] json, Optional<String> items, Optional<String> nextCursor) {
        itemsPath = segments(items);
        cursorPath = segments(nextCursor);
        bytes = new ByteArrayOutputStream(json.length);
        int begin = startsWithMark(json) ? BYTE_ORDER_MARK.length : 0;
        in = Json.ANSWERS.createParser(ObjectReadContext.empty(), json, begin, json.length - begin);
        out = Json.ANSWERS.createGenerator(ObjectWriteContext.empty(), bytes);
    }

    /**
     * Compacts an answer.
     *
     * @param items JSON pointer of the list
     * @param nextCursor JSON pointer of the API's cursor
     * @throws StreamReadException when the answer is not one JSON value
     */
    static CompactJson compact(byte[] json, Optional<String> items, Optional<String> nextCursor) {
        return new JsonCompactor(json, items, nextCursor).run();
    }

    private CompactJson run() {
        try (in;
                out) {
            JsonToken first = in.nextToken();
            if (first == null) {
                throw new StreamReadException(in, "no value");
            }
            Root root = first == JsonToken.START_OBJECT
                    ? Root.OBJECT
                    : first == JsonToken.START_ARRAY ? Root.ARRAY : Root.SCALAR;
            copy(first, 0, 0, true);
            if (in.nextToken() != null) {
                throw new StreamReadException(in, "more than one value");
            }
            out.flush();
            return new CompactJson(
                    bytes.toByteArray(),
                    root,
                    Optional.ofNullable(list),
                    Optional.ofNullable(cursor),
                    Optional.ofNullable(ownNextCursor));
        }
    }

    private void copy(JsonToken token, int onItems, int onCursor, boolean top) {
        switch (token) {
            case START_OBJECT -> copyObject(onItems, onCursor, top);
            case START_ARRAY -> {
                if (onItems == itemsPath.length) {
                    copyItems();
                } else {
                    copyArray();
                }
            }
            default -> {
                if (onCursor == cursorPath.length && token != JsonToken.VALUE_NULL && !top) {
                    cursor = in.getString();
                }
                copyScalar(token);
            }
        }
    }

    private void copyObject(int onItems, int onCursor, boolean top) {
        out.writeStartObject();
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            boolean named = top && name.equals("next_cursor");
            if (named && cursorPath.length == 1 && cursorPath[0].equals(name)) {
                takeCursor();
                continue;
            }
            int begin = position();
            out.writeName(name);
            copy(in.nextToken(), step(itemsPath, onItems, name), step(cursorPath, onCursor, name), false);
            if (named && itemsPath.length > 0 && !itemsPath[0].equals(name)) {
                boolean first = begin == 1;
                ownNextCursor = new Span(begin, position() + (first ? 1 : 0));
            }
        }
        out.writeEndObject();
    }

    /** Leaves the API's own {@code next_cursor} out, since the one that is added takes its place. */
    private void takeCursor() {
        JsonToken token = in.nextToken();
        if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            cursor = in.getString();
        }
        in.skipChildren();
    }

    private void copyArray() {
        out.writeStartArray();
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            copy(token, OFF_PATH, OFF_PATH, false);
        }
        out.writeEndArray();
    }

    private void copyItems() {
        out.writeStartArray();
        int begin = position();
        int[] ends = new int[16];
        int items = 0;
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            copy(token, OFF_PATH, OFF_PATH, false);
            ends = items == ends.length ? Arrays.copyOf(ends, items * 2) : ends;
            ends[items++] = position();
        }
        list = new ItemList(begin, position(), Arrays.copyOf(ends, items));
        out.writeEndArray();
    }

    private void copyScalar(JsonToken token) {
        switch (token) {
            case VALUE_STRING -> out.writeString(in.getStringCharacters(), in.getStringOffset(), in.getStringLength());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                out.writeNumber(in.getStringCharacters(), in.getStringOffset(), in.getStringLength());
            case VALUE_TRUE -> out.writeBoolean(true);
            case VALUE_FALSE -> out.writeBoolean(false);
            default -> out.writeNull();
        }
    }

    private static boolean startsWithMark(byte[] json) {
        return json.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(json, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private int position() {
        return bytes.size() + out.streamWriteOutputBuffered();
    }

    private static int step(String[] path, int matched, String name) {
        return matched >= 0 && matched < path.length && path[matched].equals(name) ? matched + 1 : OFF_PATH;
    }

    /** The steps of a JSON pointer (RFC 6901); one that nothing can match when there is no pointer. */
    private static String[] segments(Optional<String> pointer) {
        if (pointer.isEmpty()) {
            return new String[] {"\0"};
        }
        if (pointer.get().isEmpty()) {
            return new String[0];
        }
        String[] steps = pointer.get().substring(1).split("/", -1);
        for (int i = 0; i < steps.length; i++) {
            steps[i] = steps[i].replace("~1", "/").replace("~0", "~");
        }
        return steps;
    }
}
