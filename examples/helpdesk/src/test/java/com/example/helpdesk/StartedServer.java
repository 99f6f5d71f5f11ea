package com.example.helpdesk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The server in a process of its own, spoken to over its standard streams as a client does. */
final class StartedServer implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Process process;
    private final Writer in;
    private final BufferedReader out;
    private int requests;

    private StartedServer(Process process) {
        this.process = process;
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts it before an API, and shakes hands. */
    static StartedServer before(String baseUrl) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                List.of(java, "-cp", System.getProperty("java.class.path"), "com.example.helpdesk.Main", "stdio"));
        builder.environment().put("HELPDESK_API_KEY", "a-token");
        builder.environment().put("HELPDESK_BASE_URL", baseUrl);
        builder.environment().put("TOOLSMITH_SCHEMAS", "wait");
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        StartedServer server = new StartedServer(builder.start());
        ObjectNode hello = MAPPER.createObjectNode().put("protocolVersion", "2025-11-25");
        hello.putObject("capabilities");
        hello.putObject("clientInfo").put("name", "example").put("version", "1");
        server.request("initialize", hello);
        server.send(MAPPER.createObjectNode().put("method", "notifications/initialized"));
        return server;
    }

    /** The listed object of one tool, once the account is known. */
    JsonNode listed(String tool) {
        JsonNode list;
        do {
            list = request("tools/list", MAPPER.createObjectNode());
        } while (list.at("/_meta/dev.toolsmith~1schema").isObject());
        for (JsonNode each : list.required("tools")) {
            if (each.path("name").asString().equals(tool)) {
                return each;
            }
        }
        throw new AssertionError("No tool " + tool);
    }

    /** The result of a call, with arguments in which single quotes stand for double ones. */
    JsonNode call(String tool, String arguments) {
        ObjectNode params = MAPPER.createObjectNode().put("name", tool);
        params.set("arguments", MAPPER.readTree(arguments.replace('\'', '"')));
        return request("tools/call", params);
    }

    private JsonNode request(String method, ObjectNode params) {
        int id = ++requests;
        ObjectNode request = MAPPER.createObjectNode().put("id", id).put("method", method);
        send(request.set("params", params));
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                JsonNode message = MAPPER.readTree(line);
                if (message.path("id").asInt(0) == id) {
                    return message.required("result");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("The server has ended before it answered " + method);
    }

    private void send(ObjectNode message) {
        try {
            in.write(message.put("jsonrpc", "2.0") + "\n");
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
        process.destroy();
    }
}
