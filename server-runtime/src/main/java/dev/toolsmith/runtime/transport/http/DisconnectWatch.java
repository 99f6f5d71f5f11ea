package dev.toolsmith.runtime.transport.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a client closes its connection while it waits. The HTTP server itself reads nothing between a request's
 * body and its response, and so would find out only when it writes. Calls that end soon are not watched.
 */
final class DisconnectWatch implements Callback, Runnable {

    private static final long PATIENCE_MILLIS = 100;
    private static final int PIPELINED_BYTES = 4096;

    private final Connection connection;
    private final CompletableFuture<Void> gone;
    private final Scheduler.Task start;
    private int pipelined;
    private boolean watching;
    private boolean ended;

    /**
     * Begins to watch, after a while.
     *
     * @param gone completed when the client has closed
     */
    DisconnectWatch(Request request, CompletableFuture<Void> gone) {
        this.connection = request.getConnectionMetaData().getConnection();
        this.gone = gone;
        this.start = request.getComponents().getScheduler().schedule(this, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void run() {
        watching = !ended && connection.getEndPoint().tryFillInterested(this);
    }

    @Override
    public void succeeded() {
        if (isClosed()) {
            gone.complete(null);
        }
    }

    /**
     * Reads what has come: the end, or the beginning of the next request, which is put back for the HTTP server. It has
     * room for so much only; a client that sends more is no longer watched.
     */
    private synchronized boolean isClosed() {
        watching = false;
        if (ended) {
            return false;
        }
        ByteBuffer buffer = BufferUtil.allocate(PIPELINED_BYTES - pipelined);
        try {
            int filled = connection.getEndPoint().fill(buffer);
            if (filled > 0 && connection instanceof Connection.UpgradeTo next) {
                next.onUpgradeTo(buffer);
                pipelined += filled;
            }
            if (filled >= 0 && pipelined < PIPELINED_BYTES) {
                run();
            }
            return filled < 0;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void failed(@Nullable Throwable cause) {
        boolean broken;
        synchronized (this) {
            broken = !ended;
            watching = false;
        }
        if (broken) {
            gone.complete(null);
        }
    }

    /** Ends the watch; to be called before the response is written, as the HTTP server reads on after it. */
    void end() {
        start.cancel();
        boolean registered;
        synchronized (this) {
            ended = true;
            registered = watching;
            watching = false;
        }
        if (registered && connection.getEndPoint() instanceof AbstractEndPoint endPoint) {
            endPoint.getFillInterest().onFail(new EOFException("No longer watched"));
        }
    }
}
