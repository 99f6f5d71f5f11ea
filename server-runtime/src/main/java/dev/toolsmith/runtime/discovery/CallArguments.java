package dev.toolsmith.runtime.discovery;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Takes from the arguments of {@code call_tool} those of the tool that is meant, byte by byte as they came. */
final class CallArguments {

    private static final JsonFactory JSON = JsonFactory.builder().build();
    private static final byte[] NONE = "{}".getBytes(StandardCharsets.US_ASCII);

    private CallArguments() {}

    /** The object under a name; an empty one when there is none. */
    static byte[] under(String name, byte[] arguments) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), arguments)) {
            parser.nextToken();
            for (String member = parser.nextName(); member != null; member = parser.nextName()) {
                JsonToken value = parser.nextToken();
                int from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                if (member.equals(name) && value == JsonToken.START_OBJECT) {
                    return Arrays.copyOfRange(
                            arguments, from, (int) parser.currentLocation().getByteOffset());
                }
            }
        }
        return NONE;
    }
}
