package dev.toolsmith.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.OneToolServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class ProcessTest {

    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}\n";
    private static final String LISTED =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[{\"name\":\"get_one\"}]}}";

    @TempDir
    private Path folder;

    @Test
    void untilTheFirstListIsAnsweredNothingIsLoadedThatOnlyCallsNeed() throws Exception {
        assertThat(loadedForList(LISTED, "stdio"))
                .isNotEmpty()
                .noneMatch(ProcessTest::isForCallsOnly)
                .noneMatch(name -> name.startsWith("dev.toolsmith.runtime.discovery."));
    }

    @Test
    void aRestrictedListIsToldWithAsLittle() throws Exception {
        assertThat(loadedForList(LISTED, "stdio", "--read-only"))
                .contains("dev.toolsmith.runtime.bundle.OfferedTools")
                .noneMatch(ProcessTest::isForCallsOnly);
    }

    @Test
    void untilTheToolsOfDiscoveryAreListedNothingIsLoadedThatSearchesNeed() throws Exception {
        assertThat(loadedForList("\"name\":\"search_tools\"", "stdio", "--exposure", "discovery"))
                .contains("dev.toolsmith.runtime.discovery.DiscoveryTools")
                .noneMatch(ProcessTest::isForCallsOnly);
    }

    private static boolean isForCallsOnly(String name) {
        return name.startsWith("tools.jackson.databind.")
                || name.startsWith("org.eclipse.jetty.")
                || name.startsWith("com.networknt.")
                || name.startsWith("org.apache.lucene.")
                || name.startsWith("org.slf4j.")
                || name.startsWith("java.util.logging.")
                || name.startsWith("java.util.regex.Pattern$")
                || name.startsWith("java.lang.runtime.ObjectMethods");
    }

    private List<String> loadedForList(String told, String... args) throws Exception {
        Path log = folder.resolve("classes.txt");
        Process process = start(List.of("-Xlog:class+load:file=" + log), args);
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            process.getOutputStream().write(LIST.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            assertThat(out.readLine()).contains(told);
            assertThat(out.readLine()).isNull();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return loadedBeforeCallsWerePrepared(log);
    }

    private static List<String> loadedBeforeCallsWerePrepared(Path log) throws IOException {
        List<String> names = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            String name = line.substring(line.lastIndexOf(']') + 1).strip().split(" ", -1)[0];
            if (name.equals("dev.toolsmith.runtime.cli.OpenedApi") || name.contains("UpstreamSettings")) {
                break;
            }
            if (!line.contains("shared objects file")) {
                names.add(name);
            }
        }
        return names;
    }

    @Test
    void aProcessOverStdioEndsWellWhenItIsAskedToEnd() throws Exception {
        Process process = start(List.of(), "stdio");
        process.getOutputStream().write(LIST.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo(LISTED);
            process.toHandle().destroy();
            assertThat(out.readLine()).isNull();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void aProcessOverHttpPrintsWhereItIsAndEndsWellWhenItIsAskedToEnd() throws Exception {
        Process process = start(List.of(), "http", "--port", "0");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String first = out.readLine();
            assertThat(first).startsWith("one-mcp-server 1: 1 tools at http://127.0.0.1:");
            HttpRequest request = HttpRequest.newBuilder(URI.create(first.substring(first.indexOf("http://"))))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(LIST))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .body())
                    .isEqualTo(LISTED);
            process.toHandle().destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(process.exitValue()).isZero();
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(err.lines()).isEmpty();
        }
    }

    @Test
    void aServerForOthersWithoutAPublicNameSaysSo() throws Exception {
        ProcessBuilder server = process(List.of(), "http", "--port", "0", "--host", "0.0.0.0");
        server.environment().put("TOOLSMITH_HTTP_TOKEN", "a-token-that-is-long-enough");
        Process process = server.start();
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(err.readLine())
                    .isEqualTo("Only requests to the host 0.0.0.0 or localhost are let in; every other Host header is"
                            + " answered with 421. Add --public-url URL with the address that clients use.");
            process.toHandle().destroy();
            assertThat(err.readLine()).isNull();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private static Process start(List<String> flags, String... args) throws IOException {
        return process(flags, args).start();
    }

    private static ProcessBuilder process(List<String> flags, String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), OneToolServer.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command);
    }
}
