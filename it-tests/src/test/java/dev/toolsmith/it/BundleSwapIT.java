package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The server moves to another bundle while clients listen and calls are under way. */
class BundleSwapIT {

    private static final String MEMBERS = "list_all_attio_workspace_members";
    private static final String SELF = "list_all_attio_me";
    private static final Map<String, String> CREDENTIAL = Product.published(Map.of("ATTIO_API_KEY", "unused"));

    @TempDir
    private static Path shared;

    private static byte[] own;
    private static byte[] withoutMembers;

    @TempDir
    private Path folder;

    private HoldingUpstream upstream;
    private Path file;

    @BeforeAll
    static void generate() throws IOException {
        own = Files.readAllBytes(Product.jar());
        Path specs = Product.repository().resolve("specs/attio");
        Path less = Files.writeString(shared.resolve("less.overlay.yaml"), """
            overlay: 1.0.0
            info:
              title: One tool less
              version: 1.0.0
            actions:
              - target: $.paths['/v2/workspace_members'].get
                update:
                  x-toolsmith-skip: true
            """);
        withoutMembers = OtherServer.of(
                        shared.resolve("less"),
                        specs.resolve("attio.openapi.yaml"),
                        List.of(specs.resolve("attio.overlay.yaml"), less),
                        "path")
                .jar();
    }

    @AfterAll
    static void forget() {
        own = new byte[0];
        withoutMembers = new byte[0];
    }

    @BeforeEach
    void prepare() throws IOException {
        upstream = HoldingUpstream.holding("/v2/workspace_members");
        file = folder.resolve("attio.jar");
        place(own);
    }

    /** As a careful operator does: beside it first, then moved into its place. */
    private void place(byte[] jar) throws IOException {
        Path beside = Files.write(folder.resolve("attio.jar.new"), jar);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private List<String> command(String verb, String... more) {
        List<String> command = Product.command(verb, "--bundle", file.toString(), "--base-url", upstream.baseUrl());
        command.addAll(List.of(more));
        return command;
    }

    private static List<String> names(Rpc rpc) {
        return rpc.tools().stream()
                .map(tool -> tool.required("name").asString())
                .toList();
    }

    private static ObjectNode listen(String id) {
        ObjectNode message = Json.object().put("jsonrpc", "2.0").put("id", id).put("method", "subscriptions/listen");
        message.set("params", listenParams());
        return message;
    }

    private static ObjectNode listenParams() {
        ObjectNode params = Json.object();
        ObjectNode meta = params.putObject("_meta");
        meta.put("io.modelcontextprotocol/protocolVersion", "2026-07-28");
        meta.putObject("io.modelcontextprotocol/clientCapabilities");
        params.putObject("notifications").put("toolsListChanged", true);
        return params;
    }

    private static String subscription(JsonNode message) {
        return message.path("params")
                .path("_meta")
                .path("io.modelcontextprotocol/subscriptionId")
                .asString("");
    }

    /** A process that was started where SIGHUP is ignored, as by nohup, ignores it too. */
    private static boolean hearsHangUps(ServerProcess process) throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return true;
        }
        String ignored = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> line.substring("SigIgn:".length()).strip())
                .findFirst()
                .orElse("0");
        return (Long.parseUnsignedLong(ignored, 16) & 1) == 0;
    }

    private static void signal(ServerProcess process, String name) {
        CommandRun run = CommandRun.of(List.of("kill", "-" + name, Long.toString(process.pid())), Map.of(), "");
        assertThat(run.exit()).as(run.toString()).isZero();
    }

    @Test
    void overHttpListenersHearOfItCallsUnderWayFinishAndTheNextSeeTheNewTools() throws IOException {
        try (ServerProcess process = ServerProcess.logging(command("http", "--port", "0"), CREDENTIAL)) {
            URI url = process.awaitUrl();
            Rpc rpc = HttpRpc.to(url);
            rpc.initialize();
            List<String> before = names(rpc);
            assertThat(before).contains(MEMBERS, SELF).hasSize(ToolFact.all().size());
            try (EventStreamReader events = EventStreamReader.listening(url, listen("s"))) {
                assertThat(events.next().path("method").asString(""))
                        .isEqualTo("notifications/subscriptions/acknowledged");
                CompletableFuture<ToolAnswer> underWay = rpc.calling(MEMBERS, Json.object());
                upstream.awaitHeld();

                place(withoutMembers);

                JsonNode change = events.next();
                assertThat(change.path("method").asString("")).isEqualTo("notifications/tools/list_changed");
                assertThat(subscription(change)).isEqualTo("s");
                assertThat(names(rpc)).doesNotContain(MEMBERS).hasSize(before.size() - 1);
                assertThat(rpc.call(MEMBERS, Json.object()).text()).contains(MEMBERS);
                assertThat(rpc.call(SELF, Json.object()).string("/path")).isEqualTo("/v2/self");
                assertThat(underWay).isNotDone();
                upstream.release();
                assertThat(Waiting.on(underWay, "the call under way").string("/path"))
                        .isEqualTo("/v2/workspace_members");
                process.log()
                        .await(Pattern.compile(
                                "Replaced the bundle attio \\S+ \\([0-9a-f]{12}\\) -> \\S+ \\([0-9a-f]{12}\\):"
                                        + " 0 tools added, 1 removed\\."));

                place(own);
                signal(process, "HUP");
                assertThat(events.next().path("method").asString("")).isEqualTo("notifications/tools/list_changed");
                assertThat(names(rpc)).isEqualTo(before);
                if (hearsHangUps(process)) {
                    signal(process, "HUP");
                    process.log().await(Pattern.compile("The bundles are as they were\\."));
                }

                process.terminate();
                assertThat(events.next().path("result").path("resultType").asString(""))
                        .isEqualTo("complete");
                events.awaitEnd();
                assertThat(process.awaitExit()).isZero();
            }
        } finally {
            upstream.close();
        }
    }

    @Test
    void overStdioClientsOfBothErasHearOfIt() throws IOException {
        try (ServerProcess process = ServerProcess.talking(command("stdio"), CREDENTIAL)) {
            StdioRpc rpc = StdioRpc.to(process);
            JsonNode hello = rpc.initialize();
            assertThat(hello.at("/capabilities/tools/listChanged").asBoolean(false))
                    .isTrue();
            List<String> before = names(rpc);
            CompletableFuture<JsonNode> end = rpc.send("subscriptions/listen", listenParams());
            Waiting.until(() -> strays(rpc, "notifications/subscriptions/acknowledged") == 1, "the acknowledgement");
            CompletableFuture<ToolAnswer> underWay = rpc.calling(MEMBERS, Json.object());
            upstream.awaitHeld();

            place(withoutMembers);

            Waiting.until(() -> strays(rpc, "notifications/tools/list_changed") == 2, "both kinds of notifications");
            Waiting.until(() -> strays(rpc, "notifications/prompts/list_changed") == 1, "the change of prompts");
            Waiting.until(() -> strays(rpc, "notifications/resources/list_changed") == 1, "the change of resources");
            assertThat(names(rpc)).doesNotContain(MEMBERS).hasSize(before.size() - 1);
            assertThat(underWay).isNotDone();
            upstream.release();
            assertThat(Waiting.on(underWay, "the call under way").string("/path"))
                    .isEqualTo("/v2/workspace_members");
            process.input().close();
            assertThat(Waiting.on(end, "the end of the subscription")
                            .at("/result/resultType")
                            .asString(""))
                    .isEqualTo("complete");
            assertThat(process.awaitExit()).isZero();
        } finally {
            upstream.close();
        }
    }

    @Test
    void theProtocolsOwnClientHearsOfItAndOfTheEnd() throws IOException {
        try (ServerProcess process = ServerProcess.logging(command("http", "--port", "0"), CREDENTIAL);
                ServerProcess listener = ServerProcess.logging(
                        Node.command("listen.mjs", process.awaitUrl().toString()), Map.of())) {
            listener.log().await(Pattern.compile("^tells true$"));
            listener.log().await(Pattern.compile("^listening \\{\"toolsListChanged\":true}$"));
            place(withoutMembers);
            listener.log().await(Pattern.compile("^changed " + (ToolFact.all().size() - 1) + "$"));
            process.terminate();
            listener.log().await(Pattern.compile("^ended graceful$"));
            assertThat(listener.awaitExit()).isZero();
        } finally {
            upstream.close();
        }
    }

    private static long strays(StdioRpc rpc, String method) {
        return rpc.strays().stream()
                .filter(line -> Json.parse(line).path("method").asString("").equals(method))
                .count();
    }

    @Test
    void aJarThatIsHalfThereIsNotTakenAndTheOldToolsStay() throws IOException {
        try (ServerProcess process = ServerProcess.logging(command("http", "--port", "0"), CREDENTIAL)) {
            Rpc rpc = HttpRpc.to(process.awaitUrl());
            rpc.initialize();
            byte[] half = java.util.Arrays.copyOf(withoutMembers, withoutMembers.length / 2);
            Files.write(file, half);
            process.log().await(Pattern.compile("The bundles stay as they are: .* is no whole jar\\."));
            assertThat(names(rpc)).contains(MEMBERS);
            Files.write(file, withoutMembers);
            process.log().await(Pattern.compile("Replaced the bundle attio "));
            assertThat(names(rpc)).doesNotContain(MEMBERS);
        } finally {
            upstream.close();
        }
    }
}
