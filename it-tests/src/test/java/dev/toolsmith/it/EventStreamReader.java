package dev.toolsmith.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** A subscription over HTTP: its messages, one after the other. */
final class EventStreamReader implements AutoCloseable {

    private static final String END = "";

    private final LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final InputStream body;

    private EventStreamReader(InputStream body) {
        this.body = body;
    }

    /** Sends a listen request of the revision 2026-07-28. */
    static EventStreamReader listening(URI url, JsonNode message) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "subscriptions/listen")
                .POST(HttpRequest.BodyPublishers.ofString(message.toString()))
                .build();
        var response = Waiting.on(
                HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofInputStream()), "a stream of events");
        return of(response);
    }

    private static EventStreamReader of(HttpResponse<InputStream> response) {
        EventStreamReader reader = new EventStreamReader(response.body());
        Thread thread = new Thread(reader::read, "events");
        thread.setDaemon(true);
        thread.start();
        return reader;
    }

    private void read() {
        BufferedReader in = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("data: ")) {
                    messages.add(line.substring("data: ".length()));
                }
            }
            messages.add(END);
        } catch (IOException e) {
            messages.add("{\"broken\":\"" + e.getClass().getName() + "\"}");
        }
    }

    /** The next message, waited for. */
    JsonNode next() {
        return Json.parse(take());
    }

    /** Waits for the end of the stream; any further message fails the test. */
    void awaitEnd() {
        String last = take();
        if (!last.equals(END)) {
            throw new AssertionError("The stream goes on: " + last);
        }
    }

    private String take() {
        try {
            String message = messages.poll(Waiting.LONG.toSeconds(), TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("Nothing comes on the stream");
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** Closes the body itself: a reader that waits for a line keeps its own lock. */
    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
