package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.it.CommandRun;
import dev.toolsmith.it.Product;
import dev.toolsmith.it.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verb {@code serve} of the built product: how it begins, what it refuses, and how it ends. */
@Timeout(300)
final class ServeIT {

    @TempDir
    private Path folder;

    @Test
    void aCallInFlightIsAnsweredAfterSigtermAndNothingNewIsTakenOn() {
        Hold hold = new Hold();
        try (Rig rig = Rig.with(1, folder)) {
            CompletableFuture<Call> call = callThatWaits(rig, hold);
            rig.hosted().process().terminate();
            Waiting.until(() -> status(rig, "/readyz") == 503, "readiness that says no");
            assertThat(status(rig, "/healthz")).isEqualTo(200);
            assertThat(status(rig, "/api/v1/connections")).isEqualTo(503);
            hold.release();
            assertThat(Waiting.on(call, "the answer of the call in flight")
                            .answer()
                            .isResult())
                    .isTrue();
            assertThat(rig.hosted().process().awaitExit()).isZero();
        }
    }

    @Test
    void aSecondSigtermEndsItAtOnce() {
        Hold hold = new Hold();
        try (Rig rig = Rig.with(1, folder)) {
            CompletableFuture<Call> call = callThatWaits(rig, hold);
            rig.hosted().process().terminate();
            Waiting.until(() -> status(rig, "/readyz") == 503, "readiness that says no");
            rig.hosted().signal("TERM");
            assertThat(rig.hosted().process().awaitExit()).isEqualTo(143);
            hold.release();
            assertThat(Waiting.on(call, "the end of the call").answer().isResult())
                    .isFalse();
        }
    }

    @Test
    void theLogTellsTheRouteAndTheServerButNoToken() {
        try (Rig rig = Rig.with(1, folder)) {
            rig.awaitResult(rig.endpoint(0));
            Waiting.until(() -> rig.hosted().log().contains("\"route\":\"/mcp/{token}\""), "the line of the call");
            assertThat(rig.hosted().log())
                    .contains("\"server\":\"srv_")
                    .doesNotContain(rig.endpoint(0).token(), rig.hosted().apiToken());
            Answered metrics = rig.management().send("GET", "/metrics", "");
            assertThat(metrics.status()).isEqualTo(200);
            assertThat(metrics.body())
                    .contains(
                            "toolsmith_calls_total{decision=\"allowed\"", "toolsmith_store_queue", "toolsmith_breakers")
                    .doesNotContain("tsm_", "tsk_", Workspace.key(1));
        }
    }

    @Test
    void aFolderIsForOneServer() {
        try (Rig rig = Rig.with(0, folder)) {
            CommandRun second = serve("--data-dir", rig.hosted().data().toString());
            assertThat(second.exit()).as(second.toString()).isEqualTo(3);
            assertThat(second.err())
                    .isEqualTo("Another server uses the data folder "
                            + rig.hosted().data() + ". Stop it, or choose another folder with --data-dir DIR.");
        }
    }

    @Test
    void aTakenPortIsToldInOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            CommandRun run = CommandRun.of(
                    Product.command(
                            "serve", "--data-dir", folder.resolve("data").toString(), "--port", port),
                    Map.of(),
                    "");
            assertThat(run.exit()).as(run.toString()).isEqualTo(3);
            assertThat(run.err())
                    .startsWith("It cannot listen on 127.0.0.1:" + port)
                    .hasLineCount(1);
        }
    }

    @Test
    void anotherMasterKeyThanTheOneInUseIsRefusedAndNothingIsChanged() throws IOException {
        try (Rig rig = Rig.with(1, folder)) {
            assertThat(rig.hosted().terminate()).isZero();
            Path key = rig.hosted().data().resolve("keys").resolve("master.key");
            String kept = Files.readString(key);
            Files.delete(key);
            CommandRun run = serve("--data-dir", rig.hosted().data().toString());
            assertThat(run.exit()).as(run.toString()).isEqualTo(3);
            assertThat(run.err()).hasLineCount(1);
            assertThat(key).doesNotExist();
            Files.writeString(key, kept);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | --host 0.0.0.0 | needs the address that they use: add --public-url",
                "3 | --public-url http://mcp.example.com | --public-url is https and a host",
                "3 | --base-url http://api.example.com | would have credentials sent in the clear",
                "3 | --trusted-proxies proxy.example | takes addresses and ranges",
                "3 | --tls-cert /nowhere.pem --tls-key /nowhere.key | are no certificate",
                "2 | --tls-cert /nowhere.pem | belong together",
                "2 | --log xml | --log is json or text",
                "2 | --port many | --port is a number"
            })
    void whatCannotBeServedIsToldInOneLine(int exit, String options, String line) {
        List<String> all = new ArrayList<>(List.of(options.split(" ")));
        all.addAll(List.of("--data-dir", folder.resolve("data").toString()));
        CommandRun run = serve(all.toArray(String[]::new));
        assertThat(run.exit()).as(run.toString()).isEqualTo(exit);
        assertThat(run.err()).contains(line).hasLineCount(exit == 2 ? 2 : 1);
    }

    @Test
    void aDataFolderThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "mine");
        CommandRun run = serve("--data-dir", file.toString());
        assertThat(run.exit()).as(run.toString()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo("The data folder " + file + " is no folder. Choose another one with --data-dir DIR.");
        assertThat(file).hasContent("mine");
    }

    @Test
    void otherVerbsLoadNothingOfHosting() {
        List<String> command = new ArrayList<>(Product.command("stdio", "--sandbox"));
        command.addAll(1, List.of("-Xlog:class+load:stderr"));
        CommandRun run = CommandRun.of(
                command, Map.of(), "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{}}\n");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("dev.toolsmith.runtime.cli.StdioVerb").doesNotContain("dev.toolsmith.platform");
        command.set(command.indexOf("stdio"), "tools");
        command.remove("--sandbox");
        CommandRun tools = CommandRun.of(command, Map.of(), "");
        assertThat(tools.exit()).isZero();
        assertThat(tools.err()).contains("dev.toolsmith.runtime.cli.Verbs").doesNotContain("dev.toolsmith.platform");
    }

    private static CompletableFuture<Call> callThatWaits(Rig rig, Hold hold) {
        rig.stub().follow(Script.calls(Replies.held(hold, Replies.echo())));
        CompletableFuture<Call> call = CompletableFuture.supplyAsync(() -> rig.call(rig.endpoint(0), Tool.READ));
        hold.awaitArrival();
        return call;
    }

    private static CommandRun serve(String... options) {
        List<String> arguments = new ArrayList<>(List.of("serve"));
        arguments.addAll(List.of(options));
        if (!arguments.contains("--port")) {
            arguments.addAll(List.of("--port", "0"));
        }
        return CommandRun.of(Product.command(arguments.toArray(String[]::new)), Map.of(), "");
    }

    /** The status of an answer; 0 when there is none. */
    private static int status(Rig rig, String path) {
        try {
            return rig.management().trySend("GET", path, "").status();
        } catch (IOException e) {
            return 0;
        }
    }
}
