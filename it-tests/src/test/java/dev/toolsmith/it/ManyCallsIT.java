package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many calls at once: none is left unanswered, none gets another's answer. */
class ManyCallsIT {

    private static final int CALLS = 20_000;
    private static final int IN_FLIGHT = 16;
    private static final Map<String, String> CREDENTIAL = Product.published(Map.of("ATTIO_API_KEY", "unused"));

    private EchoUpstream upstream;

    @BeforeEach
    void start() {
        upstream = EchoUpstream.start();
    }

    @AfterEach
    void stop() {
        upstream.close();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void twentyThousandCallsOverStdioAreAnsweredEachForItself(String engine) {
        try (Connection connection = new Server(engine, "stdio").connect(upstream.baseUrl(), CREDENTIAL)) {
            assertThat(wrongAnswers(connection.rpc(), "a", CALLS)).isEmpty();
            assertThat(((StdioRpc) connection.rpc()).strays()).isEmpty();
            assertThat(upstream.requests()).isEqualTo(CALLS);
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void twoHttpClientsWithEqualIdsGetTheirOwnAnswers(String engine) {
        List<String> command = new Server(engine, "http").command(upstream.baseUrl());
        try (ServerProcess process = ServerProcess.logging(command, CREDENTIAL)) {
            URI url = process.awaitUrl();
            Rpc one = HttpRpc.to(url);
            Rpc other = HttpRpc.to(url);
            one.initialize();
            other.initialize();
            List<CompletableFuture<List<String>>> clients = Stream.of(one, other)
                    .map(rpc -> CompletableFuture.supplyAsync(() -> wrongAnswers(rpc, rpc == one ? "a" : "b", 1_000)))
                    .toList();
            clients.forEach(
                    client -> assertThat(Waiting.on(client, "a client's calls")).isEmpty());
        }
    }

    static List<String> engines() {
        return Product.engines();
    }

    /** Makes calls that differ from each other, and says which were not answered with their own difference. */
    private static List<String> wrongAnswers(Rpc rpc, String client, int calls) {
        Semaphore free = new Semaphore(IN_FLIGHT);
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            String note = UUID.nameUUIDFromBytes((client + i).getBytes(StandardCharsets.UTF_8))
                    .toString();
            acquire(free);
            all.add(rpc.calling("get_single_attio_note_by_id", Json.object().put("note_id", note))
                    .handle((answer, failure) -> {
                        free.release();
                        if (failure != null || !answer.text().equals("{\"path\":\"/v2/notes/" + note + "\"}")) {
                            wrong.add(note + " -> " + (failure == null ? answer.message() : failure));
                        }
                        return null;
                    }));
        }
        Waiting.on(CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)), "the last answers");
        return List.copyOf(wrong);
    }

    private static void acquire(Semaphore free) {
        try {
            if (!free.tryAcquire(Waiting.LONG.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("A call stays unanswered");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
