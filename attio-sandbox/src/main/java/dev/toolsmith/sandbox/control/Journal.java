package dev.toolsmith.sandbox.control;

import dev.toolsmith.sandbox.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The last requests that arrived, but for those of the control paths. */
public final class Journal {
    private static final int MOST = 2000;
    private static final int LONGEST_BODY = 64 * 1024;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long count;

    private record Entry(long number, String method, String target, Map<String, String> headers, String body) {
        ObjectNode json() {
            ObjectNode node =
                    Json.object().put("number", number).put("method", method).put("target", target);
            ObjectNode names = node.putObject("headers");
            new TreeMap<>(headers).forEach(names::put);
            return node.put("body", body);
        }
    }

    /** Notes a request; of a body over 64 KiB only the beginning is kept. */
    public synchronized void add(String method, String target, Map<String, String> headers, byte[] body) {
        count++;
        String text = new String(body, 0, Math.min(body.length, LONGEST_BODY), StandardCharsets.UTF_8);
        entries.addLast(new Entry(count, method, target, headers, text));
        if (entries.size() > MOST) {
            entries.removeFirst();
        }
    }

    synchronized void clear() {
        entries.clear();
        count = 0;
    }

    synchronized ObjectNode json() {
        ArrayNode requests = Json.array();
        entries.forEach(entry -> requests.add(entry.json()));
        ObjectNode node = Json.object().put("count", count);
        node.set("requests", requests);
        return node;
    }
}
