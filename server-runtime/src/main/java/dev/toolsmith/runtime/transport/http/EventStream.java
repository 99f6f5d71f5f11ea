package dev.toolsmith.runtime.transport.http;

import dev.toolsmith.runtime.protocol.Subscription;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A response that goes on: messages as server-sent events (HTML Standard, Server-sent events), each written as soon as the
 * one before it has left, long ones piece by piece. It holds no thread. A client that takes nothing for a while is cut
 * off.
 */
final class EventStream implements Subscription.Sink, Callback {

    private static final int MOST_WAITING = 16;
    private static final int MOST_AT_ONCE = 32 * 1024;
    private static final byte[] KEEP_ALIVE = ": still here\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BEFORE = "event: message\ndata: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AFTER = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Runnable over;
    private final DisconnectWatch watch;
    private final long keepAliveMillis;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private ByteBuffer current = ByteBuffer.allocate(0);
    private Scheduler.@Nullable Task tick;
    private boolean turning;
    private boolean again;
    private boolean writing;
    private boolean stuck;
    private boolean ending;
    private boolean lastWritten;
    private boolean closed;

    private EventStream(
            Request request,
            Response response,
            Callback callback,
            Runnable over,
            DisconnectWatch watch,
            long keepAliveMillis) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.over = over;
        this.watch = watch;
        this.keepAliveMillis = keepAliveMillis;
    }

    /**
     * Begins a stream.
     *
     * @param first its first message
     * @param over told when it has ended, whoever ended it
     * @param watch watches the connection, and is ended with the stream
     * @param gone completed when the client has closed its connection
     * @param keepAliveMillis after so long without a message a comment is sent; a client that takes nothing for longer is
     *     cut off
     */
    static EventStream begin(
            Request request,
            Response response,
            Callback callback,
            byte[] first,
            Runnable over,
            DisconnectWatch watch,
            CompletableFuture<Void> gone,
            long keepAliveMillis) {
        EventStream stream = new EventStream(request, response, callback, over, watch, keepAliveMillis);
        response.setStatus(200);
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put("X-Accel-Buffering", "no");
        CompletableFuture<Void> unused = gone.thenRun(stream::clientGone);
        stream.scheduleTick();
        stream.add(event(first), false);
        stream.writeSoon();
        return stream;
    }

    private static byte[] event(byte[] message) {
        return ByteBuffer.allocate(BEFORE.length + message.length + AFTER.length)
                .put(BEFORE)
                .put(message)
                .put(AFTER)
                .array();
    }

    @Override
    public void send(byte[] message) {
        add(event(message), false);
        writeSoon();
    }

    @Override
    public void end(byte[] message) {
        add(event(message), true);
        writeSoon();
    }

    /** Ends it without a further message. */
    void end() {
        add(new byte[0], true);
        writeSoon();
    }

    private synchronized void add(byte[] bytes, boolean last) {
        if (ending) {
            return;
        }
        boolean full = waiting.size() >= MOST_WAITING;
        if (full && last) {
            waiting.removeLast();
        }
        if (!full || last) {
            waiting.add(bytes);
        }
        ending = last;
    }

    /** Never on the thread of whoever changed something: what a write passes through may wait for that very thread. */
    private void writeSoon() {
        try {
            request.getComponents().getExecutor().execute(this::writeNext);
        } catch (RejectedExecutionException e) {
            cut(e);
        }
    }

    /** Goes round rather than deeper when a write ends at once. */
    private void writeNext() {
        synchronized (this) {
            again = true;
            if (turning) {
                return;
            }
            turning = true;
        }
        while (turns()) {
            writePiece();
        }
    }

    private synchronized boolean turns() {
        turning = again;
        again = false;
        return turning;
    }

    private void writePiece() {
        ByteBuffer piece;
        boolean last;
        synchronized (this) {
            if (writing || closed || !hasNext()) {
                return;
            }
            int length = Math.min(MOST_AT_ONCE, current.remaining());
            piece = current.slice(current.position(), length);
            current.position(current.position() + length);
            writing = true;
            last = ending && waiting.isEmpty() && !current.hasRemaining();
            lastWritten = last;
        }
        if (last) {
            watch.end();
        }
        response.write(last, piece, this);
    }

    /** Whether anything is left to write, be it the empty end; it is in {@code current} then. */
    private boolean hasNext() {
        if (current.hasRemaining()) {
            return true;
        }
        byte @Nullable [] next = waiting.poll();
        if (next == null) {
            return false;
        }
        current = ByteBuffer.wrap(next);
        return true;
    }

    @Override
    public void succeeded() {
        boolean done;
        boolean broken;
        synchronized (this) {
            writing = false;
            stuck = false;
            done = lastWritten;
            broken = closed;
        }
        if (done) {
            finish(null);
        } else if (broken) {
            finish(new EofException("The client has gone"));
        } else {
            writeNext();
        }
    }

    @Override
    public void failed(@Nullable Throwable failure) {
        synchronized (this) {
            writing = false;
            closed = true;
        }
        finish(failure == null ? new EofException("The stream broke") : failure);
    }

    private void clientGone() {
        boolean idle;
        synchronized (this) {
            idle = !writing && !closed;
            closed = true;
        }
        if (idle) {
            finish(new EofException("The client has gone"));
        }
    }

    private void finish(@Nullable Throwable failure) {
        watch.end();
        over.run();
        synchronized (this) {
            closed = true;
            if (tick != null) {
                tick.cancel();
            }
        }
        if (failure == null) {
            callback.succeeded();
        } else {
            callback.failed(failure);
        }
    }

    private synchronized void scheduleTick() {
        if (!closed) {
            tick = request.getComponents().getScheduler().schedule(this::tick, keepAliveMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void tick() {
        boolean slow;
        synchronized (this) {
            slow = writing && stuck;
            stuck = writing;
            if (!writing && !current.hasRemaining() && waiting.isEmpty() && !ending) {
                waiting.add(KEEP_ALIVE);
            }
        }
        if (slow) {
            cut(new TimeoutException("The client takes nothing"));
        } else {
            writeSoon();
            scheduleTick();
        }
    }

    /** Closes the connection, which ends the write that is under way. */
    private void cut(Throwable why) {
        request.getConnectionMetaData().getConnection().getEndPoint().close(why);
        clientGone();
    }
}
