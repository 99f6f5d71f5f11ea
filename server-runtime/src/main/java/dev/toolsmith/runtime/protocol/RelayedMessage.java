package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.text.ShortText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A message that is answered elsewhere, as far as whoever passes it on has to know it. */
public final class RelayedMessage {

    private static final byte[] NO_ID = "null".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_REFUSAL = 300;

    private final Optional<Message.Request> request;

    private RelayedMessage(Optional<Message.Request> request) {
        this.request = request;
    }

    /**
     * Reads a message.
     *
     * @return empty when it is none, so that passing it on is of no use
     */
    public static Optional<RelayedMessage> of(byte[] message) {
        try {
            Message read = MessageReader.read(message);
            return read instanceof Message.Invalid
                    ? Optional.empty()
                    : Optional.of(new RelayedMessage(
                            read instanceof Message.Request asked ? Optional.of(asked) : Optional.empty()));
        } catch (MalformedMessageException e) {
            return Optional.empty();
        }
    }

    /** Whether this is the request that agrees on a revision. */
    public boolean isInitialize() {
        return request.isPresent() && request.get().method().equals("initialize");
    }

    /** Whether this asks for messages without end. */
    public boolean isListen() {
        return request.isPresent() && request.get().method().equals("subscriptions/listen");
    }

    /** The answer to a request whose method is not to be had. */
    public Answer unknown(String why) {
        return AnswerWriter.refusal(request.orElseThrow().id(), Reply.Failure.METHOD_NOT_FOUND, why);
    }

    /** The HTTP header fields that a modern request needs; empty for an older one, which needs none of its own. */
    public Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        if (request.isEmpty()) {
            return headers;
        }
        Optional<String> version = Meta.of(request.get()).string(Meta.PROTOCOL_VERSION);
        if (version.isPresent()) {
            headers.put("MCP-Protocol-Version", version.get());
            headers.put("Mcp-Method", request.get().method());
            Optional<String> name = ModernRules.name(request.get());
            name.ifPresent(text -> headers.put("Mcp-Name", HeaderText.encoded(text)));
        }
        return headers;
    }

    /** Whether an answer is waited for. */
    public boolean isRequest() {
        return request.isPresent();
    }

    /** Whether a message is the answer to this request. */
    public boolean isAnsweredBy(byte[] message) {
        Optional<byte[]> id = ResponseHead.of(message).id();
        return request.isPresent()
                && id.isPresent()
                && Arrays.equals(id.get(), request.get().id());
    }

    /** The revision that an answer to {@code initialize} agrees on. */
    public static Optional<String> agreedVersion(byte[] answer) {
        return ResponseHead.of(answer).agreedVersion();
    }

    /** What an error says that is the answer to no request in particular, since its id is null or left out. */
    public static Optional<String> refusal(byte[] message) {
        ResponseHead head = ResponseHead.of(message);
        return head.error()
                .filter(text -> head.id().isEmpty() || Arrays.equals(head.id().get(), NO_ID))
                .map(text -> ShortText.of(text, LONGEST_REFUSAL));
    }

    /** The answer when none came from elsewhere; nothing when none is waited for. */
    public Answer failure(String why) {
        if (request.isEmpty()) {
            return Answer.nothing();
        }
        return AnswerWriter.refusal(request.get().id(), Reply.Failure.INTERNAL_ERROR, why);
    }
}
