package dev.toolsmith.runtime.transport.http;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Reads a request's body without holding a thread, up to a size and within a time. */
public final class BodyReader implements Runnable {

    /** Says that a body is longer than it may be. */
    public static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("Body too large", null, false, false);
        }
    }

    private final Request request;
    private final int most;
    private final int mostSkipped;
    private final long seconds;
    private int length;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream(512);
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Scheduler.@Nullable Task deadline;

    /** One that fails as soon as a body is too long. */
    public BodyReader(Request request, int most, long seconds) {
        this(request, most, most, seconds);
    }

    /**
     * One that reads on for a while when a body is too long: many clients see no answer before they have sent everything.
     *
     * @param most so many bytes a body may have
     * @param mostSkipped at so many it fails without waiting for the end
     * @param seconds it fails when the whole body is not there by then
     */
    public BodyReader(Request request, int most, int mostSkipped, long seconds) {
        this.request = request;
        this.most = most;
        this.mostSkipped = mostSkipped;
        this.seconds = seconds;
    }

    /** Completes with the whole body, or exceptionally with {@link TooLarge} or what broke the reading. */
    public CompletableFuture<byte[]> body() {
        run();
        return body;
    }

    @Override
    public void run() {
        while (!body.isDone()) {
            Content.@Nullable Chunk chunk = request.read();
            if (chunk == null) {
                watch();
                request.demand(this);
                return;
            }
            take(chunk);
        }
        if (deadline != null) {
            deadline.cancel();
        }
    }

    private void take(Content.Chunk chunk) {
        if (Content.Chunk.isFailure(chunk)) {
            body.completeExceptionally(chunk.getFailure());
            return;
        }
        byte[] bytes = BufferUtil.toArray(chunk.getByteBuffer());
        boolean last = chunk.isLast();
        chunk.release();
        length += bytes.length;
        if (length > mostSkipped || (last && length > most)) {
            body.completeExceptionally(new TooLarge());
            return;
        }
        if (length <= most) {
            read.writeBytes(bytes);
        }
        if (last) {
            body.complete(read.toByteArray());
        }
    }

    private void watch() {
        if (deadline == null) {
            deadline = request.getComponents().getScheduler().schedule(this::late, seconds, TimeUnit.SECONDS);
        }
    }

    private void late() {
        TimeoutException late = new TimeoutException("The body took longer than " + seconds + " seconds");
        // What follows may wait, and the clock is everybody's.
        request.getComponents().getExecutor().execute(() -> body.completeExceptionally(late));
    }
}
