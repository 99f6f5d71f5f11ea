package dev.toolsmith.attio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.toolsmith.attio.extension.AttioExtension;
import dev.toolsmith.runtime.cli.Engine;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Started processes without a configuration of logging: neither their credential nor a debugger's lines come out of them. */
@Timeout(180)
class QuietProcessTest {

    private static final String KEY = "marked-key-94c1f0de";
    private static final String INITIALIZE =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\","
                    + "\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}\n"
                    + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n";
    private static final String TOOL = "list_all_attio_workspace_members";
    private static final String CALL = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\""
            + TOOL + "\",\"arguments\":{}}}\n";
    private static final String ANSWER = "{\"data\":[],\"mark\":1}";

    @TempDir
    private Path folder;

    private final BlockingQueue<String> authorizations = new LinkedBlockingQueue<>();
    private HttpServer api;

    @BeforeEach
    void start() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/", exchange -> {
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        api.start();
    }

    @AfterEach
    void stop() {
        api.stop(0);
    }

    static Stream<String> engines() {
        return Stream.concat(
                Stream.of("kernel"), new AttioExtension().engines().stream().map(Engine::name));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void overStdio(String engine) throws Exception {
        Process process = started("stdio", "--engine", engine);
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            process.getOutputStream().write((INITIALIZE + CALL).getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            String told = until("\"id\":2", out);
            process.getOutputStream().close();

            assertThat(told).contains("\\\"mark\\\":1");
            assertQuiet(told + rest(out), process);
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void overHttp(String engine) throws Exception {
        Process process = started("http", "--port", "0", "--engine", engine);
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String told = until("/mcp", out);
            int from = told.indexOf("http://");
            URI endpoint = URI.create(told.substring(from, told.indexOf("/mcp", from) + 4));
            String answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(endpoint)
                                    .header("Content-Type", "application/json")
                                    .header("Accept", "application/json, text/event-stream")
                                    .header("MCP-Protocol-Version", "2025-06-18")
                                    .POST(BodyPublishers.ofString(CALL))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            process.toHandle().destroy();

            assertThat(answer).contains("\\\"mark\\\":1");
            assertQuiet(told + rest(out), process);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void byTheVerbThatCallsOnce() throws Exception {
        Process process = started("call", TOOL);
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String told = rest(out);

            assertThat(told).contains("\"mark\"");
            assertQuiet(told, process);
        } finally {
            process.destroyForcibly();
        }
    }

    private void assertQuiet(String out, Process process) throws Exception {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(authorizations).contains("Bearer " + KEY);
        assertThat(out).doesNotContain(KEY).doesNotContain("DEBUG");
        assertThat(Files.readString(folder.resolve("err.txt")))
                .doesNotContain(KEY)
                .doesNotContain("DEBUG")
                .doesNotContain("\"jsonrpc\"");
    }

    private static String until(String part, BufferedReader out) throws IOException {
        StringBuilder told = new StringBuilder();
        while (told.indexOf(part) < 0) {
            String line = out.readLine();
            assertThat(line).as("after %s", told).isNotNull();
            told.append(line).append('\n');
        }
        return told.toString();
    }

    private static String rest(BufferedReader out) throws IOException {
        StringBuilder told = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            told.append(line).append('\n');
        }
        return told.toString();
    }

    private Process started(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", withoutLoggingChosen()));
        command.add(Main.class.getName());
        command.addAll(List.of(args));
        command.addAll(
                List.of("--base-url", "http://127.0.0.1:" + api.getAddress().getPort()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("ATTIO_API_KEY", KEY);
        return builder.redirectError(folder.resolve("err.txt").toFile()).start();
    }

    /** The class path of a server: this one without the folders of tests, whose Logback is configured. */
    private static String withoutLoggingChosen() {
        List<String> parts = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!part.isEmpty() && !Files.exists(Path.of(part, "logback-test.xml"))) {
                parts.add(part);
            }
        }
        return String.join(File.pathSeparator, parts);
    }
}
