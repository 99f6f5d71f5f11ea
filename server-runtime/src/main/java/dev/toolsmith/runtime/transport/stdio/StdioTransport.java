package dev.toolsmith.runtime.transport.stdio;

import dev.toolsmith.runtime.protocol.Answer;
import dev.toolsmith.runtime.protocol.Limits;
import dev.toolsmith.runtime.protocol.MessageService;
import dev.toolsmith.runtime.protocol.Peer;
import dev.toolsmith.runtime.protocol.Subscription;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Serves one client over a pair of streams: the calling thread reads, a second one writes, calls run meanwhile. At the
 * end of input every request read so far is still answered.
 */
public final class StdioTransport {

    /**
     * Messages read and not yet answered; while there are so many, nothing more is read, nor while the client leaves too
     * much unread that it was told beside answers.
     */
    static final int IN_FLIGHT = 256;

    /** Subscriptions that a client may have at one time. */
    private static final int SUBSCRIPTIONS = 16;

    private final MessageService service;
    private final LineReader lines;
    private final Semaphore places = new Semaphore(IN_FLIGHT);
    private final AnswerQueue answers;
    private final Peer peer;
    private volatile boolean stopping;

    /**
     * A transport for one client.
     *
     * @param afterFlush called on the writing thread whenever all answers so far have been written
     */
    public StdioTransport(MessageService service, InputStream in, OutputStream out, Runnable afterFlush) {
        this.service = service;
        this.lines = new LineReader(in, Limits.MESSAGE_BYTES);
        this.answers = new AnswerQueue(out, places, afterFlush, new Leaving());
        this.peer = Peer.overPipe(answers);
    }

    /**
     * Serves until the input ends and everything read has been answered, or until the client no longer reads.
     *
     * @throws IOException when the input cannot be read
     * @throws InterruptedException when this thread is interrupted
     */
    public void run() throws IOException, InterruptedException {
        Thread writer = new Thread(answers, "mcp-answers");
        writer.start();
        try {
            while (!stopping && lines.next() && !stopping && !answers.isBroken()) {
                places.acquire();
                take();
                answers.awaitRoom();
            }
        } finally {
            peer.endQuestions();
            places.acquire(IN_FLIGHT);
            peer.endSubscriptions();
            answers.finish();
            writer.join();
            places.release(IN_FLIGHT);
        }
    }

    /**
     * Takes nothing more in and waits until what was read has been answered.
     *
     * @return whether that came about in time
     */
    public boolean drain(long timeout, TimeUnit unit) throws InterruptedException {
        stopping = true;
        peer.endQuestions();
        if (!places.tryAcquire(IN_FLIGHT, timeout, unit)) {
            return false;
        }
        boolean drained = true;
        if (peer.endSubscriptions()) {
            answers.addMark();
            drained = places.tryAcquire(timeout, unit);
        }
        places.release(IN_FLIGHT);
        return drained;
    }

    private void take() {
        if (lines.isTooLong()) {
            answers.add(service.unreadable("a line is longer than " + Limits.MESSAGE_BYTES + " bytes")
                    .body());
            return;
        }
        CompletableFuture<Answer> answer = service.answer(lines.line(), peer);
        if (answer.isDone()) {
            send(answer.join());
        } else {
            CompletableFuture<Void> unused = answer.thenAccept(this::send);
        }
    }

    private void send(Answer answer) {
        if (answer.standing() == Answer.Standing.NOTHING) {
            places.release();
        } else if (answer.subscription().isPresent()) {
            listen(answer, answer.subscription().get());
        } else {
            answers.add(answer.body());
        }
    }

    private void listen(Answer answer, Subscription subscription) {
        if (peer.subscriptions() > SUBSCRIPTIONS) {
            answers.add(subscription
                    .refused("A client may have at most " + SUBSCRIPTIONS + " subscriptions at one time.")
                    .body());
            return;
        }
        answers.add(answer.body());
        subscription.start(new PipeSink(answers));
    }

    /** What becomes of calls whose answers nobody would read. */
    private final class Leaving implements Runnable {

        @Override
        public void run() {
            peer.leave();
        }
    }
}
