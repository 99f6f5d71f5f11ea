package dev.toolsmith.platform.api;

import dev.toolsmith.runtime.json.JsonTree;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.JsonNode;

/** What a request is answered with. */
final class Reply {

    /** Writes a body while it is made. */
    @FunctionalInterface
    interface Writer {
        void write(OutputStream out) throws IOException;
    }

    private static final int NO_CONTENT = 204;

    private final int status;
    private final Map<String, String> headers = new TreeMap<>();
    private final Writer writer;
    private final int length;

    private Reply(int status, String type, int length, Writer writer) {
        this.status = status;
        this.length = length;
        this.writer = writer;
        if (!type.isEmpty()) {
            headers.put("Content-Type", type);
        }
    }

    static Reply json(int status, JsonNode body) {
        return bytes(status, "application/json", JsonTree.write(body));
    }

    static Reply problem(int status, JsonNode body) {
        return bytes(status, "application/problem+json", JsonTree.write(body));
    }

    static Reply bytes(int status, String type, byte[] body) {
        return new Reply(status, type, body.length, out -> out.write(body));
    }

    static Reply done() {
        return new Reply(204, "", 0, out -> {});
    }

    /** An answer of unknown length. A failure while it is written breaks the connection, so that it cannot pass for whole. */
    static Reply streamed(String type, Writer writer) {
        return new Reply(200, type, -1, writer);
    }

    Reply with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Writes the answer; waits while a client is slow to take it. */
    void write(Response response, Callback callback) throws IOException {
        HttpFields.Mutable fields = response.getHeaders();
        fields.put(HttpHeader.CACHE_CONTROL, "no-store");
        fields.put("X-Content-Type-Options", "nosniff");
        fields.put("Referrer-Policy", "no-referrer");
        headers.forEach(fields::put);
        response.setStatus(status);
        if (length >= 0 && status != NO_CONTENT) {
            fields.put(HttpHeader.CONTENT_LENGTH, length);
        }
        OutputStream out = Content.Sink.asOutputStream(response);
        writer.write(out);
        out.close();
        callback.succeeded();
    }
}
