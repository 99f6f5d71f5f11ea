package dev.toolsmith.it.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** An API on loopback that does as its script says, and journals every byte that reaches it before it answers. */
final class Stub implements AutoCloseable {

    private final ServerSocket door;
    private final Queue<Arrival> journal = new ConcurrentLinkedQueue<>();
    private final AtomicLong order = new AtomicLong();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile Script script = Script.allWell();
    private volatile boolean journals = true;

    private Stub(ServerSocket door) {
        this.door = door;
    }

    /** A stub that answers every call well. */
    static Stub start() {
        try {
            Stub stub = new Stub(new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress()));
            stub.thread(stub::accept, "stub-door");
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String baseUrl() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** Answers by another script from now on. */
    void follow(Script other) {
        script = other;
    }

    /** Counts only from now on, where keeping every byte of a long load would weigh on what is measured. */
    void countOnly() {
        journals = false;
    }

    /** Every request so far, in the order of arrival. */
    List<Arrival> journal() {
        return journal.stream()
                .sorted((one, other) -> Long.compare(one.order(), other.order()))
                .toList();
    }

    /** How many requests there were so far. */
    long count() {
        return order.get();
    }

    /** How many requests there were so far that ask whose credential it is. */
    long selfCount() {
        return journal.stream().filter(Arrival::asksForSelf).count();
    }

    @Override
    public void close() {
        closeQuietly(door);
        sockets.forEach(Stub::closeQuietly);
        threads.forEach(Thread::interrupt);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                thread(() -> serve(socket), "stub-connection");
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** A connection ends as its script, the other side or the end of the stub wills it; none of these is a fault here. */
    private void serve(Socket socket) {
        try (socket) {
            HttpInput in = new HttpInput(socket.getInputStream());
            boolean open = true;
            while (open) {
                Optional<HttpHead> head = in.head();
                open = head.isPresent() && answer(head.get(), in, socket);
            }
        } catch (IOException | AssertionError e) {
            broken.add(e);
        } finally {
            sockets.remove(socket);
        }
    }

    private final Queue<Throwable> broken = new ConcurrentLinkedQueue<>();

    /** How the connections that did not end between two messages ended. */
    List<Throwable> broken() {
        return List.copyOf(broken);
    }

    private boolean answer(HttpHead head, HttpInput in, Socket socket) throws IOException {
        Arrival arrival = Arrival.of(order.incrementAndGet(), head, in.body(head));
        if (journals) {
            journal.add(arrival);
        }
        return script.to(arrival).send(arrival, socket) && !head.closes();
    }

    private void thread(Runnable work, String name) {
        Thread thread = new Thread(
                () -> {
                    threads.add(Thread.currentThread());
                    try {
                        work.run();
                    } finally {
                        threads.remove(Thread.currentThread());
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new AssertionError("A socket does not close", e);
        }
    }
}
