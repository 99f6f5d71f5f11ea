package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.tool.InputResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads what clients say to questions. */
final class InputResponses {

    private static final byte[] NO_CONTENT = "{}".getBytes(StandardCharsets.US_ASCII);

    private InputResponses() {}

    /** The response that an object is, which was read as part of a message before. */
    static InputResponse of(byte[] object) {
        try {
            RawObject members = MessageReader.members(object);
            Optional<RawValue> content = members.get("content");
            return new InputResponse(
                    members.string("action").orElse(""),
                    content.isPresent() && content.get().isObject()
                            ? content.get().copy()
                            : NO_CONTENT,
                    object);
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("It was read before", e);
        }
    }
}
