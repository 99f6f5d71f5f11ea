package dev.toolsmith.sdk;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpAsyncServer;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A server of the SDK over pipes, with one tool named "work". */
final class SdkStdioServer implements AutoCloseable {

    private static final String END = "";

    private final PipedOutputStream toServer = new PipedOutputStream();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final McpAsyncServer server;

    SdkStdioServer(Function<CallToolRequest, Mono<CallToolResult>> work) throws IOException {
        PipedInputStream fromServer = new PipedInputStream(1 << 20);
        OutputStream out = new PipedOutputStream(fromServer);
        Thread reader = new Thread(() -> read(fromServer), "sdk-answers");
        reader.setDaemon(true);
        reader.start();
        Tool tool = Tool.builder("work", Map.of("type", "object")).build();
        server = McpServer.async(new StdioServerTransportProvider(
                        McpJsonDefaults.getMapper(), new PipedInputStream(toServer, 1 << 20), out))
                .serverInfo("sdk", "1")
                .validateToolInputs(false)
                .tools(List.of(new AsyncToolSpecification(tool, (exchange, request) -> work.apply(request))))
                .build();
    }

    /** Shakes hands as a client of 2025-06-18 does. */
    SdkStdioServer initialized() throws IOException, InterruptedException {
        send(
                "{\"jsonrpc\":\"2.0\",\"id\":\"init\",\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\","
                        + "\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}");
        if (answer(20).isEmpty()) {
            throw new IllegalStateException("The SDK did not answer the handshake");
        }
        send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        return this;
    }

    void send(String line) throws IOException {
        toServer.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        toServer.flush();
    }

    void call(int id) throws IOException {
        send("{\"jsonrpc\":\"2.0\",\"id\":" + id
                + ",\"method\":\"tools/call\",\"params\":{\"name\":\"work\",\"arguments\":{}}}");
    }

    void endInput() throws IOException {
        toServer.close();
    }

    /** The next line that the server writes; empty when none comes in that time, or ever. */
    Optional<String> answer(int seconds) throws InterruptedException {
        return Optional.ofNullable(lines.poll(seconds, TimeUnit.SECONDS)).filter(line -> !line.equals(END));
    }

    static CallToolResult done() {
        return CallToolResult.builder(List.of(TextContent.builder("done").build()))
                .isError(false)
                .build();
    }

    @Override
    public void close() throws IOException {
        toServer.close();
        server.close();
    }

    private void read(PipedInputStream from) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException writerHasEnded) {
            lines.offer(END);
        }
    }
}
