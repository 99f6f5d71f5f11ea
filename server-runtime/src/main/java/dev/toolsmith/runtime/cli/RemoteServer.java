package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.protocol.Answer;
import dev.toolsmith.runtime.protocol.MessageService;
import dev.toolsmith.runtime.protocol.Peer;
import dev.toolsmith.runtime.protocol.RelayedMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A server at the other end of Streamable HTTP: answers are what it answers. */
final class RemoteServer implements MessageService {

    private static final String SESSION = "Mcp-Session-Id";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MOST_BYTES = 16 << 20;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI endpoint;
    private final Map<String, String> headers;
    private volatile Optional<String> session = Optional.empty();
    private volatile Optional<String> version = Optional.empty();

    /**
     * A remote server.
     *
     * @param headers further fields of every request
     */
    RemoteServer(URI endpoint, Map<String, String> headers) {
        this.endpoint = endpoint;
        this.headers = headers;
    }

    @Override
    public CompletableFuture<Answer> answer(byte[] message, Peer peer) {
        Optional<RelayedMessage> relayed = RelayedMessage.of(message);
        if (relayed.isEmpty()) {
            return CompletableFuture.completedFuture(unreadable("the line is no JSON-RPC message"));
        }
        if (relayed.get().isListen()) {
            return CompletableFuture.completedFuture(
                    relayed.get().unknown("The bridge passes on no subscriptions; list the tools again instead."));
        }
        HttpRequest request;
        try {
            request = request(message, relayed.get());
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedFuture(
                    relayed.get().failure("A header field cannot be sent: " + e.getMessage()));
        }
        return client.sendAsync(request, head -> new CappedBody(MOST_BYTES))
                .handle((response, failure) -> response == null
                        ? relayed.get().failure("The remote server cannot be reached: " + failure.getMessage())
                        : answered(relayed.get(), response));
    }

    @Override
    public Answer unreadable(String why) {
        return Answer.unreadable(why);
    }

    private HttpRequest request(byte[] message, RelayedMessage relayed) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(message));
        headers.forEach(request::setHeader);
        session.ifPresent(id -> request.setHeader(SESSION, id));
        if (!relayed.isInitialize()) {
            version.ifPresent(agreed -> request.setHeader("MCP-Protocol-Version", agreed));
        }
        relayed.headers().forEach(request::setHeader);
        return request.build();
    }

    private Answer answered(RelayedMessage asked, HttpResponse<Optional<byte[]>> response) {
        response.headers().firstValue(SESSION).ifPresent(id -> session = Optional.of(id));
        if (response.body().isEmpty()) {
            return asked.failure("The answer of the remote server is larger than " + MOST_BYTES + " bytes.");
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        List<byte[]> messages = messages(type, response.body().get());
        boolean complete = false;
        for (byte[] each : messages) {
            complete |= asked.isAnsweredBy(each);
        }
        if (asked.isInitialize() && complete) {
            version = RelayedMessage.agreedVersion(messages.get(messages.size() - 1));
        }
        if (complete || (response.statusCode() < 300 && !asked.isRequest())) {
            return Answer.relayed(messages);
        }
        Optional<String> why = messages.stream()
                .flatMap(each -> RelayedMessage.refusal(each).stream())
                .findFirst();
        return asked.failure("The remote server answered with status " + response.statusCode() + " and no result."
                + (response.statusCode() == 401 ? " Set TOOLSMITH_BRIDGE_TOKEN to a token that it takes." : "")
                + why.map(text -> " It says: " + text).orElse(""));
    }

    /** The messages of a response: its body, or the data of its events. */
    private static List<byte[]> messages(String type, byte[] body) {
        if (!type.startsWith("text/event-stream")) {
            return body.length == 0 ? List.of() : List.of(body);
        }
        List<byte[]> messages = new ArrayList<>();
        StringBuilder data = new StringBuilder();
        for (String line :
                new String(body, StandardCharsets.UTF_8).concat("\n\n").split("\r?\n", -1)) {
            if (line.startsWith("data:")) {
                data.append(line.substring("data:".length()).strip());
            } else if (line.isEmpty() && data.length() > 0) {
                messages.add(data.toString().getBytes(StandardCharsets.UTF_8));
                data.setLength(0);
            }
        }
        return messages;
    }
}
