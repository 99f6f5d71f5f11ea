package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.it.Product;
import dev.toolsmith.it.ServerProcess;
import dev.toolsmith.it.Waiting;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Both eras and broken envelopes together over HTTP, 64 in flight: each request has the answer that is right for it, none
 * that is broken reaches the API, and the server holds no more afterwards than before.
 */
@Tag("rig")
class MixedTrafficIT {

    private static final int CLIENTS = 64;
    private static final int REQUESTS = 10_000;
    private static final long MORE_BYTES = 8L << 20;

    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicLong good = new AtomicLong();

    @Test
    void tenThousandRequestsLeaveNothingBehind() {
        List<String> command = Product.command("http", "--port", "0");
        command.add(1, "-Xmx256m");
        try (Stub stub = Stub.start()) {
            stub.countOnly();
            command.addAll(List.of("--base-url", stub.baseUrl()));
            try (ServerProcess process =
                    ServerProcess.logging(command, Product.published(Map.of("ATTIO_API_KEY", Workspace.key(1))))) {
                URI url = process.awaitUrl();
                drive(url, mixture());
                drive(url, mixture());
                ProcessFigures before = atRest(process);
                Histogram alone = drive(url, Envelope.good());
                Histogram mixed = drive(url, mixture());
                ProcessFigures after = atRest(process);
                System.out.println(
                        "mixed: " + before + " -> " + after + ", p99 of good calls " + alone.getValueAtPercentile(99)
                                + " us alone, " + mixed.getValueAtPercentile(99) + " us mixed");
                assertThat(wrong).isEmpty();
                assertThat(stub.count()).as("requests at the API").isEqualTo(good.get());
                assertThat(after.threads()).as("threads").isLessThanOrEqualTo(before.threads() + 4);
                assertThat(after.handles()).as("handles").isLessThanOrEqualTo(before.handles() + 4);
                assertThat(after.liveBytes()).as("bytes of heap").isLessThan(before.liveBytes() + MORE_BYTES);
                assertThat(process.log().text()).doesNotContain("Exception", "OutOfMemory");
            }
        }
    }

    /** Half of all requests are good calls, a quarter is broken, a quarter is for the server itself. */
    private static List<Envelope> mixture() {
        List<Envelope> mixture = new ArrayList<>();
        List<Envelope> broken = Envelope.broken();
        List<Envelope> own = Envelope.own();
        for (int i = 0; i < broken.size(); i++) {
            mixture.add(broken.get(i));
            mixture.add(own.get(i % own.size()));
            mixture.add(Envelope.good().get(i % Envelope.good().size()));
            mixture.add(Envelope.good().get((i + 1) % Envelope.good().size()));
        }
        return mixture;
    }

    /** Once no client is there any more, and threads that were needed for many have had time to end. */
    private static ProcessFigures atRest(ServerProcess process) {
        AtomicLong handles = new AtomicLong();
        Waiting.until(
                () -> {
                    long now = ProcessFigures.of(process.pid()).handles();
                    return handles.getAndSet(now) == now;
                },
                "connections to be closed");
        return ProcessFigures.of(process.pid());
    }

    private Histogram drive(URI url, List<Envelope> envelopes) {
        Histogram micros = new ConcurrentHistogram(3);
        AtomicInteger left = new AtomicInteger(REQUESTS);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<CompletableFuture<Void>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Random random = new Random(i);
                clients.add(CompletableFuture.runAsync(() -> client(url, envelopes, random, left, micros), threads));
            }
            Waiting.on(CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new)), "all clients");
        } finally {
            threads.shutdownNow();
        }
        return micros;
    }

    private void client(URI url, List<Envelope> envelopes, Random random, AtomicInteger left, Histogram micros) {
        try (Wire wire = new Wire(url)) {
            while (left.getAndDecrement() > 0) {
                Envelope envelope = envelopes.get(random.nextInt(envelopes.size()));
                String marker = Markers.next();
                long begun = System.nanoTime();
                Optional<String> fault = wire.fault(envelope, marker);
                fault.ifPresent(why -> wrong.add(envelope + ": " + why));
                if (envelope.says().equals("@")) {
                    good.incrementAndGet();
                    micros.recordValue((System.nanoTime() - begun) / 1_000);
                }
            }
        }
    }

    /** One connection that is kept for as long as the server keeps it. */
    private static final class Wire implements AutoCloseable {

        private final URI url;
        private Optional<Socket> socket = Optional.empty();

        Wire(URI url) {
            this.url = url;
        }

        /** Sends a request; empty when its answer is the right one. */
        Optional<String> fault(Envelope envelope, String marker) {
            try {
                Socket open = socket.orElseGet(this::connected);
                open.getOutputStream().write(envelope.bytes(url.getAuthority(), marker));
                HttpInput in = new HttpInput(open.getInputStream());
                HttpHead head = in.head().orElseThrow(() -> new IOException("Closed without an answer"));
                String body = new String(in.body(head), StandardCharsets.UTF_8);
                if (head.closes()) {
                    close();
                }
                boolean right = head.word(1).equals(Integer.toString(envelope.status()))
                        && body.contains(envelope.says().replace("@", marker))
                        && Markers.allIn(body).allMatch(marker::equals);
                return right ? Optional.empty() : Optional.of(head.startLine() + " " + body);
            } catch (IOException e) {
                close();
                // What is too large is turned away before it is read, so that sending the rest of it may break off.
                return envelope.status() == 413 ? Optional.empty() : Optional.of(e.toString());
            }
        }

        private Socket connected() {
            try {
                Socket open = new Socket(url.getHost(), url.getPort());
                open.setTcpNoDelay(true);
                open.setSoTimeout((int) Waiting.LONG.toMillis());
                socket = Optional.of(open);
                return open;
            } catch (IOException e) {
                throw new AssertionError("No connection", e);
            }
        }

        @Override
        public void close() {
            try {
                if (socket.isPresent()) {
                    socket.get().close();
                }
            } catch (IOException e) {
                throw new AssertionError("A socket does not close", e);
            } finally {
                socket = Optional.empty();
            }
        }
    }
}
