package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.text.ShortText;
import dev.toolsmith.runtime.tool.InputRequest;
import dev.toolsmith.runtime.tool.InputResponse;
import dev.toolsmith.runtime.tool.UnansweredException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Reads what clients say to questions. */
final class InputResponses {

    private static final List<String> ACTIONS = List.of("accept", "decline", "cancel");
    private static final int LONGEST_ACTION = 40;
    private static final byte[] NO_CONTENT = "{}".getBytes(StandardCharsets.US_ASCII);

    private InputResponses() {}

    /**
     * A response as the answer to a request. To a form, only what the specification has as an action is one (MCP
     * 2026-07-28, Elicitation, Response Actions).
     *
     * @return fails with {@link UnansweredException} when it is none
     */
    static CompletableFuture<InputResponse> checked(InputRequest request, InputResponse response) {
        if (!request.capability().equals("elicitation") || ACTIONS.contains(response.action())) {
            return CompletableFuture.completedFuture(response);
        }
        String said = response.action().isEmpty()
                ? "no \"action\""
                : "the \"action\" \"" + ShortText.of(response.action(), LONGEST_ACTION) + "\"";
        return CompletableFuture.failedFuture(UnansweredException.asked("The client's response to the question has "
                + said + ": it must be \"accept\", \"decline\" or \"cancel\", so what the user said is not known."));
    }

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
