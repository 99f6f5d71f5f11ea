package dev.toolsmith.it.rig;

import dev.toolsmith.it.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Makes, renames and deletes servers of one connection until the process is killed, and knows which of it was acknowledged
 * (L12). What was under way at the kill may have happened or not.
 */
final class ConfigurationWriter {

    private static final int KEPT = 5;

    private final String servers;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> deleted = new HashSet<>();
    private String underWay = "";
    private int acknowledged;

    ConfigurationWriter(Endpoint endpoint) {
        this.servers = "/api/v1/connections/" + endpoint.connectionId() + "/servers";
    }

    /** How many changes were acknowledged so far. */
    int acknowledged() {
        return acknowledged;
    }

    /** Writes for as long as there is somebody to write to. */
    void writeUntilKilled(Management management) {
        try {
            while (true) {
                write(management);
            }
        } catch (IOException e) {
            // The connection ends with the process: from here on nothing was acknowledged.
            names.remove(underWay);
            deleted.remove(underWay);
        }
    }

    private void write(Management management) throws IOException {
        underWay = "";
        String name = Markers.next();
        JsonNode made = management
                .trySend("POST", servers, "{\"name\":\"" + name + "\",\"config\":{\"methods\":[\"read\"]}}")
                .ok();
        String id = made.required("id").asString();
        names.put(id, name);
        underWay = id;
        String other = Markers.next();
        management
                .trySend(
                        "PATCH",
                        servers + "/" + id,
                        Json.object().put("name", other).toString())
                .ok();
        names.put(id, other);
        acknowledged += 2;
        if (names.size() > KEPT) {
            String oldest = names.keySet().iterator().next();
            underWay = oldest;
            management.trySend("DELETE", servers + "/" + oldest, "").ok();
            names.remove(oldest);
            deleted.add(oldest);
            acknowledged++;
        }
    }

    /** Fails when something that was acknowledged is not there, or something deleted is. */
    void verify(Management management) {
        Map<String, String> found = found(management);
        names.forEach((id, name) -> {
            if (!name.equals(found.get(id))) {
                throw new AssertionError("L12 acknowledged " + id + " as " + name + ", found " + found.get(id));
            }
        });
        for (String id : deleted) {
            if (found.containsKey(id)) {
                throw new AssertionError("L12 deleted and found again: " + id);
            }
        }
    }

    private Map<String, String> found(Management management) {
        Map<String, String> found = new HashMap<>();
        JsonNode page;
        String target = servers;
        do {
            page = management.send("GET", target, "").ok();
            page.required("data")
                    .forEach(row -> found.put(
                            row.required("id").asString(), row.required("name").asString()));
            target = servers + "?cursor=" + page.path("next_cursor").asString("");
        } while (page.hasNonNull("next_cursor"));
        return found;
    }
}
