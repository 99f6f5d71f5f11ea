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
 */
record ResponseHead(Optional<byte[]> id, Optional<String> agreedVersion) {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    /** Reads a message of any size; both are empty when it is no answer. */
    static ResponseHead of(byte[] message) {
        Optional<byte[]> id = Optional.empty();
        Optional<String> version = Optional.empty();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), message)) {
            boolean answer = false;
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken value = parser.nextToken();
                answer |= name.equals("result") || name.equals("error");
                if (name.equals("id")) {
                    id = Optional.of(slice(parser, message));
                } else if (name.equals("result") && value == JsonToken.START_OBJECT) {
                    version = version(parser);
                } else {
                    parser.skipChildren();
                }
            }
            return answer ? new ResponseHead(id, version) : new ResponseHead(Optional.empty(), Optional.empty());
        } catch (JacksonException e) {
            return new ResponseHead(Optional.empty(), Optional.empty());
        }
    }

    private static Optional<String> version(JsonParser parser) {
        Optional<String> version = Optional.empty();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("protocolVersion") && value == JsonToken.VALUE_STRING) {
                version = Optional.of(parser.getString());
            } else {
                parser.skipChildren();
            }
        }
        return version;
    }

    private static byte[] slice(JsonParser parser, byte[] message) {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.finishToken();
        return Arrays.copyOfRange(message, from, (int) parser.currentLocation().getByteOffset());
    }
}
