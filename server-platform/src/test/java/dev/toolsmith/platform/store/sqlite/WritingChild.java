package dev.toolsmith.platform.store.sqlite;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * A process that writes without end, and says of each write that it was acknowledged. Writes number n of a round
 * {@code r} are:
 *
 * <pre>
 * n % 4 == 0  C r-n  a connection; every other one is deleted by write n + 3
 * n % 4 == 1  I r-n  an intent
 * n % 4 == 2  V r-n  a value
 * n % 4 == 3  D r-m  a deletion of connection m = n - 3, or O r-m the outcome of intent m = n - 2
 * </pre>
 */
final class WritingChild {

    /** Enough under way that commits hold several. */
    private static final int UNDER_WAY = 24;

    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private final Semaphore room = new Semaphore(UNDER_WAY);
    private final SqliteStore store;
    private final String round;

    private WritingChild(SqliteStore store, String round) {
        this.store = store;
        this.round = round;
    }

    public static void main(String[] arguments) {
        say(new FileOutputStream(FileDescriptor.out), "opening");
        SqliteStore store = SqliteStore.open(Path.of(arguments[0]));
        store.attestWith(Samples.KEY);
        store.closeOpenIntents(Instant.now());
        new WritingChild(store, arguments[1]).write();
    }

    private void write() {
        say(out, "ready");
        for (int n = 0; ; n++) {
            room.acquireUninterruptibly();
            int number = n;
            @SuppressWarnings("unused") // It cannot fail but by a broken pipe, when nobody listens any more.
            CompletableFuture<String> told = change(n).whenComplete((text, failure) -> {
                say(out, failure == null ? text : "failed " + number + " " + failure);
                room.release();
            });
        }
    }

    private CompletableFuture<String> change(int n) {
        String id = round + "-" + n;
        return switch (n % 4) {
            case 0 ->
                store.write(w -> {
                    w.insert(Samples.connection("con_" + id), Samples.credential(id));
                    w.append(Samples.change("connection.created"));
                    return "C " + id;
                });
            case 1 ->
                store.write(w -> {
                    w.append(Samples.intent(id));
                    return "I " + id;
                });
            case 2 ->
                store.write(w -> {
                    w.setValue("v_" + id, id.getBytes(StandardCharsets.UTF_8));
                    return "V " + id;
                });
            default -> n % 8 == 3 ? deletion(n - 3) : outcome(n - 2);
        };
    }

    private CompletableFuture<String> deletion(int n) {
        String id = round + "-" + n;
        return store.write(w -> {
            w.deleteConnection("con_" + id);
            return "D " + id;
        });
    }

    private CompletableFuture<String> outcome(int n) {
        String id = round + "-" + n;
        return store.write(w -> {
            w.append(Samples.outcome(id));
            return "O " + id;
        });
    }

    /** In one system call, so that a kill leaves no half line of two. */
    private static void say(FileOutputStream out, String text) {
        try {
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
