package dev.toolsmith.it.rig;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One HTTP request to an MCP endpoint, good or broken, with {@code @} where a marker belongs.
 *
 * @param name what it is
 * @param head headers beside {@code Host} and {@code Content-Length}, each with its line end
 * @param body the message
 * @param status the one status that is right
 * @param says what the answer must hold
 */
record Envelope(String name, String head, String body, int status, String says) {

    private static final String TYPES =
            "Content-Type: application/json\r\nAccept: application/json, text/event-stream\r\n";
    private static final String META = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}";
    private static final String READ = "\"name\":\"get_single_attio_note_by_id\",\"arguments\":{\"note_id\":\"@\"}";
    private static final String LEGACY = TYPES + "MCP-Protocol-Version: 2025-11-25\r\n";
    private static final String MODERN = TYPES
            + "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: tools/call\r\nMcp-Name: get_single_attio_note_by_id\r\n";

    /** Calls of a tool that are carried out, in both eras. */
    static List<Envelope> good() {
        return List.of(
                new Envelope("older call", LEGACY, request("tools/call", READ), 200, "@"),
                new Envelope("newer call", MODERN, request("tools/call", READ + "," + META), 200, "@"),
                new Envelope("oldest call", TYPES, request("tools/call", READ), 200, "@"));
    }

    /** Requests that the server answers by itself. */
    static List<Envelope> own() {
        return List.of(
                new Envelope(
                        "initialize",
                        TYPES,
                        request(
                                "initialize",
                                "\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},"
                                        + "\"clientInfo\":{\"name\":\"c\",\"version\":\"1\"}"),
                        200,
                        "2025-06-18"),
                new Envelope("ping", LEGACY, request("ping", ""), 200, "\"result\":{}"),
                new Envelope(
                        "discover",
                        TYPES + "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: server/discover\r\n",
                        request("server/discover", META),
                        200,
                        "supportedVersions"),
                new Envelope(
                        "notification",
                        LEGACY,
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                        202,
                        ""),
                new Envelope("list", LEGACY, request("tools/list", ""), 200, "inputSchema"));
    }

    /** Requests that are refused. */
    static List<Envelope> broken() {
        List<Envelope> broken = new ArrayList<>();
        String call = request("tools/call", READ);
        for (String text : List.of(
                "",
                "hello",
                "{",
                "[",
                "{}",
                "null",
                "[[]]",
                call + call,
                call.substring(0, call.length() - 2),
                call.replace("\"id\"", "\"id\":1,\"id\""),
                call.replace("2.0", "1.0"),
                call.replace("{\"note_id\"", "{\"a\":NaN,\"note_id\""),
                call.replace("@", "\\ud800"),
                "[".repeat(100_000),
                call.replace("@", "x".repeat(300_000)))) {
            broken.add(new Envelope("no message: " + shortened(text), LEGACY, text, 400, "\"error\""));
        }
        broken.add(
                new Envelope("older, unknown tool", LEGACY, call.replace("get_single", "got_single"), 200, "-32602"));
        broken.add(new Envelope("older, unknown method", LEGACY, request("tools/cull", READ), 200, "-32601"));
        broken.add(new Envelope("wrong argument", LEGACY, call.replace("note_id", "note"), 200, "\"isError\":true"));
        broken.add(new Envelope("hostile argument", LEGACY, call.replace("@", "../../self"), 200, "\"isError\":true"));
        String newer = request("tools/call", READ + "," + META);
        broken.add(new Envelope(
                "newer, other tool in the header", MODERN.replace("note_by", "task_by"), newer, 400, "-32020"));
        broken.add(new Envelope(
                "newer, no name in the header", MODERN.replaceFirst("Mcp-Name.*\r\n", ""), newer, 400, "-32020"));
        broken.add(new Envelope(
                "newer, other method in the header", MODERN.replace("tools/call", "tools/list"), newer, 400, "-32020"));
        broken.add(new Envelope(
                "newer, unknown tool",
                MODERN.replace("get_single", "got_single"),
                newer.replace("get_single", "got_single"),
                400,
                "-32602"));
        broken.add(new Envelope(
                "newer, unknown version",
                MODERN.replace("07-28", "07-29"),
                newer.replace("07-28", "07-29"),
                400,
                "-32022"));
        broken.add(new Envelope("no media type", "Accept: */*\r\n", call, 415, "Content-Type"));
        broken.add(new Envelope("packed", LEGACY + "Content-Encoding: gzip\r\n", call, 415, "Content-Encoding"));
        broken.add(new Envelope(
                "accepts nothing", "Content-Type: application/json\r\nAccept: text/html\r\n", call, 406, "Accept"));
        broken.add(new Envelope("foreign page", LEGACY + "Origin: https://evil.example\r\n", call, 403, "origin"));
        broken.add(new Envelope("too large", LEGACY, "x".repeat((1 << 20) + 1), 413, "bytes"));
        return List.copyOf(broken);
    }

    /** The bytes of the request, with a marker in its place. */
    byte[] bytes(String authority, String marker) {
        byte[] content = body.replace("@", marker).getBytes(StandardCharsets.UTF_8);
        byte[] start = ("POST /mcp HTTP/1.1\r\nHost: " + authority + "\r\n" + head + "Content-Length: " + content.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[start.length + content.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(content, 0, whole, start.length, content.length);
        return whole;
    }

    private static String request(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":\"@\",\"method\":\"" + method + "\",\"params\":{" + params + "}}";
    }

    private static String shortened(String text) {
        return text.length() > 30 ? text.substring(0, 30) : text;
    }

    @Override
    public String toString() {
        return name;
    }
}
