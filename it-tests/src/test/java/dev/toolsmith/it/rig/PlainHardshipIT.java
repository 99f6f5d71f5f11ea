package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.it.Product;
import dev.toolsmith.it.ServerProcess;
import dev.toolsmith.it.Waiting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The {@code http} verb with slow clients, far too large answers, and an end under load (D1, T24, D4). */
@Tag("rig")
class PlainHardshipIT {

    private static final int SLOW = 250;
    private static final String HEAD =
            "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAccept: application/json, text/event-stream\r\n";
    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{}}";

    @Test
    void slowClientsAreCutOffAndHoldUpNobody() throws IOException {
        try (Stub stub = Stub.start();
                ServerProcess process = serving(stub)) {
            URI url = process.awaitUrl();
            CallLog log = new CallLog();
            AtomicBoolean going = new AtomicBoolean(true);
            List<Socket> slow = new ArrayList<>();
            CompletableFuture<Void> healthy = new Driver(log, 8, 50)
                    .start(going::get, client -> (connection, turn) -> connection.call(Endpoint.plain(url), Tool.READ));
            try {
                Waiting.until(() -> log.calls().size() > 100, "calls of healthy clients");
                long quiet = ProcessFigures.of(process.pid()).handles();
                for (int i = 0; i < SLOW; i++) {
                    slow.add(sending(url, HEAD));
                    slow.add(sending(url, HEAD + "Content-Length: 100000\r\n\r\n{"));
                    slow.add(sending(url, (HEAD + "Content-Length: " + LIST.length() + "\r\n\r\n" + LIST).repeat(60)));
                }
                assertThat(ProcessFigures.of(process.pid()).handles()).isGreaterThan(quiet + 2 * SLOW);
                Waiting.until(() -> haveEnded(slow, quiet, process), "the server to close slow connections");
            } finally {
                going.set(false);
                Waiting.on(healthy, "the healthy clients");
                for (Socket socket : slow) {
                    socket.close();
                }
            }
            assertThat(log.calls())
                    .allSatisfy(call -> assertThat(call.answer().isResult())
                            .as(call.toString())
                            .isTrue());
            System.out.println("slow clients: " + log.calls().size() + " calls of healthy ones, p99 "
                    + Driver.histogram(log.calls()).getValueAtPercentile(99) + " us");
        }
    }

    /** Gives every slow client's request one more byte, and tells whether the server has closed all of them. */
    private static boolean haveEnded(List<Socket> slow, long quiet, ServerProcess process) {
        for (int i = 0; i < slow.size(); i++) {
            if (i % 3 != 2) {
                drip(slow.get(i));
            }
        }
        CompletableFuture<@Nullable Void> pause = new CompletableFuture<>();
        pause.completeOnTimeout(null, 1, TimeUnit.SECONDS).join();
        return ProcessFigures.of(process.pid()).handles() <= quiet + SLOW / 10;
    }

    private static void drip(Socket socket) {
        try {
            socket.getOutputStream().write('x');
        } catch (IOException closed) {
            assertThat(socket.isConnected()).isTrue();
        }
    }

    private static Socket sending(URI url, String text) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), 30_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void fiftyAnswersOfTwentyMegabytesAtOnceFillNoMemory() {
        try (Stub stub = Stub.start();
                ServerProcess process = serving(stub)) {
            Endpoint endpoint = Endpoint.plain(process.awaitUrl());
            CallLog log = new CallLog();
            stub.follow(Script.calls(Replies.large(20L << 20)));
            new Driver(log, 50, 1_000)
                    .run(
                            2,
                            client -> (connection, turn) -> assertThat(connection
                                            .call(endpoint, Tool.READ)
                                            .answer()
                                            .code())
                                    .isEqualTo("upstream_too_large"));
            assertThat(log.calls()).hasSize(100);
            stub.follow(Script.allWell());
            new Driver(log, 1, 10)
                    .run(
                            1,
                            client -> (connection, turn) -> assertThat(connection
                                            .call(endpoint, Tool.READ)
                                            .answer()
                                            .isResult())
                                    .isTrue());
            assertThat(process.log().text()).doesNotContain("OutOfMemory");
        }
    }

    @Test
    void anEndUnderLoadAnswersEveryCallThatReachedTheApi() {
        try (Stub stub = Stub.start();
                ServerProcess process = serving(stub)) {
            Endpoint endpoint = Endpoint.plain(process.awaitUrl());
            CallLog log = new CallLog();
            AtomicBoolean going = new AtomicBoolean(true);
            stub.follow(Script.calls(Replies.after(Duration.ofMillis(50), Replies.echo())));
            CompletableFuture<Void> clients = new Driver(log, 64, 1_000)
                    .start(
                            going::get,
                            client -> (connection, turn) ->
                                    connection.call(endpoint, turn % 10 == 0 ? Tool.WRITE : Tool.READ));
            int exit;
            try {
                Waiting.until(() -> log.calls().size() > 1_000, "some load");
                process.terminate();
                exit = process.awaitExit();
            } finally {
                going.set(false);
            }
            Waiting.on(clients, "the clients");
            assertThat(exit).as(process.log().text()).isZero();
            Set<String> answered = log.calls().stream()
                    .filter(call -> call.answer().isResult())
                    .map(Call::marker)
                    .collect(Collectors.toSet());
            assertThat(stub.journal())
                    .hasSizeGreaterThan(1_000)
                    .allSatisfy(arrival -> assertThat(arrival.marker().orElse(""))
                            .as(arrival.toString())
                            .isIn(answered));
        }
    }

    private static ServerProcess serving(Stub stub) {
        List<String> command = Product.command("http", "--port", "0", "--base-url", stub.baseUrl());
        command.add(1, "-Xmx256m");
        return ServerProcess.logging(command, Product.published(Map.of("ATTIO_API_KEY", Workspace.key(1))));
    }
}
