package dev.toolsmith.it.rig;

import java.nio.charset.StandardCharsets;

/** The calls that the driver makes, each with room for a marker. */
enum Tool {
    /** Reads a note; the marker is its id. */
    READ("get_single_attio_note_by_id", "{\"note_id\":\"%s\"}"),
    /** Writes a note; the marker is its title. */
    WRITE(
            "create_a_attio_note",
            "{\"data\":{\"parent_object\":\"companies\",\"parent_record_id\":\"00000000-0000-4000-8000-000000000001\","
                    + "\"title\":\"%s\",\"format\":\"plaintext\",\"content\":\"Two cranes.\"}}");

    private final String id;
    private final String arguments;

    Tool(String id, String arguments) {
        this.id = id;
        this.arguments = arguments;
    }

    /** The tool's name. */
    String id() {
        return id;
    }

    /** One call's JSON-RPC message; its id is the marker too. */
    byte[] message(String marker) {
        return ("{\"jsonrpc\":\"2.0\",\"id\":\"" + marker + "\",\"method\":\"tools/call\",\"params\":{\"name\":\"" + id
                        + "\",\"arguments\":" + String.format(arguments, marker) + "}}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
