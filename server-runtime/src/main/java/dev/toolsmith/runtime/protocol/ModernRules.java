package dev.toolsmith.runtime.protocol;

import java.util.List;
import java.util.Optional;

/** What revision 2026-07-28 asks of every request, before its method is looked at. */
final class ModernRules {

    /** The caching hints of lists: what is offered depends on who asks, and may change within a minute. */
    static final String CACHING = "\"ttlMs\":60000,\"cacheScope\":\"private\"";

    /** The caching hints of a list that may be another at once. */
    static final String NO_CACHING = "\"ttlMs\":0,\"cacheScope\":\"private\"";

    private static final List<String> REPEATING = List.of("MCP-Protocol-Version", "Mcp-Method", "Mcp-Name");

    private ModernRules() {}

    /** A header field that says twice what a message says: whoever reads the other value would read another message. */
    static Optional<Reply.Failure> repeated(Peer peer) {
        if (peer.headers().isPresent()) {
            for (String field : REPEATING) {
                List<String> values = peer.headers().get().others().values(field);
                if (values.size() > 1) {
                    return Optional.of(new Reply.Failure(
                            Reply.Failure.HEADER_MISMATCH, "Header mismatch: " + field + " stands more than once"));
                }
            }
        }
        return Optional.empty();
    }

    /** What is wrong with a request, if anything is. */
    static Optional<Reply.Failure> check(Message.Request request, Peer peer) {
        Optional<Reply.Failure> wrong = checkVersion(request, peer);
        if (wrong.isEmpty() && peer.headers().isPresent()) {
            wrong = checkHeaders(request, peer.headers().get());
        }
        if (wrong.isEmpty()) {
            wrong = checkCapabilities(request);
        }
        return wrong;
    }

    private static Optional<Reply.Failure> checkVersion(Message.Request request, Peer peer) {
        Optional<String> version = Meta.of(request).string(Meta.PROTOCOL_VERSION);
        Optional<String> header = peer.protocolVersionHeader();
        if (version.isEmpty()) {
            return header.isPresent() && !header.get().equals(Revision.MODERN)
                    ? Optional.of(unsupported(header.get()))
                    : Optional.of(missing(Meta.PROTOCOL_VERSION, "a string"));
        }
        if (peer.headers().isPresent() && !header.equals(version)) {
            return Optional.of(mismatch("MCP-Protocol-Version", header, version.get()));
        }
        return version.get().equals(Revision.MODERN) ? Optional.empty() : Optional.of(unsupported(version.get()));
    }

    private static Optional<Reply.Failure> checkHeaders(Message.Request request, RequestHeaders headers) {
        if (!headers.method().orElse("").equals(request.method())) {
            return Optional.of(mismatch("Mcp-Method", headers.method(), request.method()));
        }
        Optional<String> name = name(request);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> sent = headers.name().flatMap(HeaderText::decoded);
        return sent.equals(name) ? Optional.empty() : Optional.of(mismatch("Mcp-Name", headers.name(), name.get()));
    }

    /** What {@code Mcp-Name} has to say of a request, if anything. */
    static Optional<String> name(Message.Request request) {
        return request.params().string(namingMember(request.method()));
    }

    /** Whether requests of a method may be answered with questions (MCP 2026-07-28, Supported Requests). */
    static boolean mayAskClients(String method) {
        return !namingMember(method).isEmpty();
    }

    /** The member of {@code params} that {@code Mcp-Name} repeats; empty where the header is not asked for. */
    private static String namingMember(String method) {
        return switch (method) {
            case "tools/call", "prompts/get" -> "name";
            case "resources/read" -> "uri";
            default -> "";
        };
    }

    private static Optional<Reply.Failure> checkCapabilities(Message.Request request) {
        Optional<RawValue> capabilities = Meta.of(request).get(Meta.CLIENT_CAPABILITIES);
        return capabilities.isPresent() && capabilities.get().isObject()
                ? Optional.empty()
                : Optional.of(missing(Meta.CLIENT_CAPABILITIES, "an object"));
    }

    private static Reply.Failure missing(String key, String kind) {
        return Reply.Failure.invalidParams("Invalid params: _meta[\"" + key + "\"] must be " + kind);
    }

    static Reply.Failure mismatch(String header, Optional<String> sent, String body) {
        String what = sent.isEmpty()
                ? " is missing; the body says '" + Texts.shortened(body) + "'"
                : " header value '" + Texts.shortened(sent.get()) + "' does not match body value '"
                        + Texts.shortened(body) + "'";
        return new Reply.Failure(Reply.Failure.HEADER_MISMATCH, "Header mismatch: " + header + what);
    }

    private static Reply.Failure unsupported(String requested) {
        byte[] data = new JsonBytes(96)
                .json("{\"supported\":[")
                .string(Revision.MODERN)
                .json("],\"requested\":")
                .string(Texts.shortened(requested))
                .json("}")
                .toBytes();
        String message = Revision.isLegacy(requested)
                ? "Unsupported protocol version: revision " + requested + " begins with initialize and has no _meta[\""
                        + Meta.PROTOCOL_VERSION + "\"]"
                : "Unsupported protocol version";
        return new Reply.Failure(Reply.Failure.UNSUPPORTED_PROTOCOL_VERSION, message, data);
    }
}
