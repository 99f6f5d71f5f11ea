package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.json.PlainBuffers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one message in one pass: checks every token against the limits and remembers where values stand. Only the
 * objects that a protocol method looks into are opened; arguments stay bytes.
 */
final class MessageReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(PlainBuffers.POOL)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEPTH)
                    .maxStringLength(Limits.STRING_CHARS)
                    .maxNameLength(Limits.NAME_CHARS)
                    .maxNumberLength(Limits.NUMBER_CHARS)
                    .build())
            .build();

    /** How what the parser says to those who set it up begins, after what it says of the message. */
    private static final List<String> PARSER_WORDS = List.of(
            " (start marker",
            " (for Array starting",
            " (for Object starting",
            " (not recognized as",
            " (consider enabling",
            ": enable `",
            ": hexadecimal number literals");

    private final byte[] bytes;
    private final boolean escapes;
    private final JsonParser parser;

    private MessageReader(byte[] bytes, JsonParser parser) {
        this.bytes = bytes;
        this.escapes = hasEscapes(bytes);
        this.parser = parser;
    }

    /** Reads a message; nobody may change the bytes afterwards. */
    static Message read(byte[] bytes) throws MalformedMessageException {
        try (JsonParser parser = parserOf(bytes)) {
            return new MessageReader(bytes, parser).document();
        } catch (JacksonException e) {
            throw new MalformedMessageException(worded(e.getOriginalMessage()));
        }
    }

    /** Whether bytes are one object within the limits. */
    static boolean isObject(byte[] bytes) throws MalformedMessageException {
        try (JsonParser parser = parserOf(bytes)) {
            MessageReader reader = new MessageReader(bytes, parser);
            JsonToken first = reader.first();
            boolean object = reader.value(first, false).isObject();
            reader.requireEnd();
            return object;
        } catch (JacksonException e) {
            throw new MalformedMessageException(worded(e.getOriginalMessage()));
        }
    }

    /** The members of an object of a message that was read, with those of its members closed. */
    static RawObject members(byte[] object) throws MalformedMessageException {
        try (JsonParser parser = parserOf(object)) {
            MessageReader reader = new MessageReader(object, parser);
            return reader.value(reader.first(), true).object().orElse(RawObject.EMPTY);
        } catch (JacksonException e) {
            throw new MalformedMessageException(worded(e.getOriginalMessage()));
        }
    }

    private static JsonParser parserOf(byte[] bytes) throws MalformedMessageException {
        if (bytes.length > Limits.MESSAGE_BYTES) {
            throw new MalformedMessageException("The message is longer than " + Limits.MESSAGE_BYTES + " bytes");
        }
        requireUtf8(bytes);
        return JSON.createParser(ObjectReadContext.empty(), bytes, 0, bytes.length);
    }

    /** A message of the parser without what only its own users can make something of. */
    private static String worded(String message) {
        int limits = message.indexOf(", from `");
        if (limits > 0) {
            return message.substring(0, limits).concat(")");
        }
        int end = message.length();
        for (String ours : PARSER_WORDS) {
            int begin = message.indexOf(ours);
            end = begin > 0 && begin < end ? begin : end;
        }
        return message.substring(0, end);
    }

    private static void requireUtf8(byte[] bytes) throws MalformedMessageException {
        boolean ascii = true;
        for (byte each : bytes) {
            if (each == 0) {
                throw new MalformedMessageException("The message is not UTF-8 text: it holds a NUL byte");
            }
            ascii &= each > 0;
        }
        if (ascii) {
            return;
        }
        if (bytes[0] == (byte) 0xEF || bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF) {
            throw new MalformedMessageException("The message begins with a byte order mark");
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new MalformedMessageException("The message is not UTF-8");
        }
    }

    private Message document() throws MalformedMessageException {
        JsonToken first = first();
        Message message = first == JsonToken.START_ARRAY ? batch() : single(first);
        requireEnd();
        return message;
    }

    private JsonToken first() throws MalformedMessageException {
        @Nullable JsonToken first = parser.nextToken();
        if (first == null) {
            throw new MalformedMessageException("The message is empty");
        }
        return first;
    }

    private void requireEnd() throws MalformedMessageException {
        if (parser.nextToken() != null) {
            throw new MalformedMessageException("Something follows the message");
        }
    }

    private Message batch() throws MalformedMessageException {
        List<Message> messages = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            messages.add(single(token));
        }
        return new Message.Batch(messages);
    }

    private Message single(JsonToken token) throws MalformedMessageException {
        RawValue value = value(token, true);
        return value.object().isPresent()
                ? Envelope.message(value.object().get())
                : Envelope.invalid("A message is an object");
    }

    private RawValue value(JsonToken token, boolean open) throws MalformedMessageException {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        String text = "";
        @Nullable RawObject object = null;
        if (token == JsonToken.VALUE_STRING) {
            checkText();
            text = open ? parser.getString() : "";
        } else if (token == JsonToken.START_OBJECT && open) {
            object = object();
        } else if (token.isStructStart()) {
            skip();
        } else {
            checkScalar(token);
        }
        return new RawValue(token, bytes, from, (int) parser.currentLocation().getByteOffset(), text, object);
    }

    private RawObject object() throws MalformedMessageException {
        RawObject object = new RawObject();
        for (@Nullable String name = parser.nextName(); name != null; name = parser.nextName()) {
            checkName(name);
            JsonToken token = parser.nextToken();
            object.add(name, value(token, token != JsonToken.START_OBJECT || isOpened(name)));
        }
        return object;
    }

    /** Whether a member is looked into: what the protocol itself has to know of a message. */
    private static boolean isOpened(String name) {
        return name.equals("params")
                || name.equals("_meta")
                || name.equals("notifications")
                || name.equals("inputResponses")
                || name.equals("elicitation")
                || name.equals("error")
                || name.endsWith("apabilities")
                || name.endsWith("clientInfo");
    }

    private void skip() throws MalformedMessageException {
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.PROPERTY_NAME) {
                checkName(parser.currentName());
            } else {
                checkScalar(token);
            }
        }
    }

    private void checkScalar(JsonToken token) throws MalformedMessageException {
        if (token == JsonToken.VALUE_STRING) {
            checkText();
        } else if (token == JsonToken.VALUE_NUMBER_FLOAT && Double.isInfinite(parser.getDoubleValue())) {
            throw new MalformedMessageException("A number is out of range");
        }
    }

    private void checkText() throws MalformedMessageException {
        if (parser.getStringLength() > Limits.STRING_CHARS) {
            throw new MalformedMessageException("A string is longer than " + Limits.STRING_CHARS + " characters");
        }
        if (escapes) {
            requirePairs(parser.getString());
        }
    }

    private void checkName(String name) throws MalformedMessageException {
        if (escapes) {
            requirePairs(name);
        }
    }

    private static void requirePairs(String text) throws MalformedMessageException {
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                throw new MalformedMessageException("A string holds half of a surrogate pair");
            }
            i += Character.charCount(codePoint);
        }
    }

    /** Whether an escaped UTF-16 unit stands anywhere; without one no string can hold half of a surrogate pair. */
    private static boolean hasEscapes(byte[] bytes) {
        for (int i = 1; i < bytes.length; i++) {
            if (bytes[i] == 'u' && bytes[i - 1] == '\\') {
                return true;
            }
        }
        return false;
    }
}
