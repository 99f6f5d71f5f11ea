package dev.toolsmith.runtime.protocol;

import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What whoever passes on an answer has to know of it.
 *
 * @param id the id as it was sent
 * @param agreedVersion {@code result.protocolVersion}, which only the answer to {@code initialize} has
 * @param error {@code error.message}
 */
record ResponseHead(Optional<byte[]> id, Optional<String> agreedVersion, Optional<String> error) {

    private static final ResponseHead NONE = new ResponseHead(Optional.empty(), Optional.empty(), Optional.empty());

    private static final JsonFactory JSON = JsonFactory.builder().build();

    /** Reads a message of any size; all is empty when it is no answer. */
    static ResponseHead of(byte[] message) {
        Optional<byte[]> id = Optional.empty();
        Optional<String> version = Optional.empty();
        Optional<String> error = Optional.empty();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), message)) {
            boolean answer = false;
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken value = parser.nextToken();
                answer |= name.equals("result") || name.equals("error");
                if (name.equals("id")) {
                    id = Optional.of(slice(parser, message));
                } else if (name.equals("result") && value == JsonToken.START_OBJECT) {
                    version = text(parser, "protocolVersion");
                } else if (name.equals("error") && value == JsonToken.START_OBJECT) {
                    error = text(parser, "message");
                } else {
                    parser.skipChildren();
                }
            }
            return answer ? new ResponseHead(id, version, error) : NONE;
        } catch (JacksonException e) {
            return NONE;
        }
    }

    /** A member of the object that the parser stands at. */
    private static Optional<String> text(JsonParser parser, String member) {
        Optional<String> text = Optional.empty();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (name.equals(member) && value == JsonToken.VALUE_STRING) {
                text = Optional.of(parser.getString());
            } else {
                parser.skipChildren();
            }
        }
        return text;
    }

    private static byte[] slice(JsonParser parser, byte[] message) {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.finishToken();
        return Arrays.copyOfRange(message, from, (int) parser.currentLocation().getByteOffset());
    }
}
