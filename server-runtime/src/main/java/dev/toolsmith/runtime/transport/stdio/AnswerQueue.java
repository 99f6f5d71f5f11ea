package dev.toolsmith.runtime.transport.stdio;

import dev.toolsmith.runtime.protocol.Peer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Writes answers, one a line, in the order they were added, on a thread of its own. */
final class AnswerQueue implements Runnable, Peer.Outlet {

    /**
     * A message to write.
     *
     * @param bytes the message; empty for none
     * @param asked whether it answers a request, and so gives its place back
     * @param last whether nothing follows
     */
    private record Line(byte[] bytes, boolean asked, boolean last) {}

    private static final int BUFFER = 64 * 1024;

    /** Bytes of messages that answer nothing; answers are bounded by their places. */
    private static final long MOST_UNASKED = 4L * 1024 * 1024;

    /** What holding a message takes beside its bytes. */
    private static final long OVERHEAD = 128;

    private final BlockingQueue<Line> waiting = new LinkedBlockingQueue<>();
    private final OutputStream out;
    private final Semaphore places;
    private final Runnable afterFlush;
    private final Runnable afterBreak;
    private volatile boolean broken;
    private long unasked;

    /**
     * A queue that gives back one place for each answer written.
     *
     * @param afterFlush called whenever everything added so far has left
     * @param afterBreak called once, when the other side no longer reads
     */
    AnswerQueue(OutputStream out, Semaphore places, Runnable afterFlush, Runnable afterBreak) {
        this.out = new BufferedOutputStream(out, BUFFER);
        this.places = places;
        this.afterFlush = afterFlush;
        this.afterBreak = afterBreak;
    }

    void add(byte[] answer) {
        waiting.add(new Line(answer, true, false));
    }

    /** Adds nothing but a place in the order: when it is reached, everything before it has left. */
    void addMark() {
        add(new byte[0]);
    }

    /** Adds a message that answers nothing, such as a notification. */
    @Override
    public void send(byte[] message) {
        count(message.length + OVERHEAD);
        waiting.add(new Line(message, false, false));
    }

    @Override
    public synchronized boolean isFull() {
        return unasked > MOST_UNASKED;
    }

    /** Waits for as long as it is full, unless the other side no longer reads at all. */
    synchronized void awaitRoom() throws InterruptedException {
        while (unasked > MOST_UNASKED && !broken) {
            wait();
        }
    }

    private synchronized void count(long bytes) {
        unasked += bytes;
        notifyAll();
    }

    /** Lets {@link #run} end once everything added before has been written. */
    void finish() {
        waiting.add(new Line(new byte[0], false, true));
    }

    /** Whether the other side no longer reads. */
    boolean isBroken() {
        return broken;
    }

    @Override
    public void run() {
        try {
            for (Line next = waiting.take(); !next.last(); next = waiting.take()) {
                write(next.bytes());
                if (next.asked()) {
                    places.release();
                } else {
                    count(-next.bytes().length - OVERHEAD);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(byte[] answer) {
        if (broken) {
            return;
        }
        try {
            if (answer.length > 0) {
                out.write(answer);
                out.write('\n');
            }
            @Nullable Line following = waiting.peek();
            if (following == null || following.last() || answer.length == 0) {
                out.flush();
                afterFlush.run();
            }
        } catch (IOException e) {
            broken = true;
            afterBreak.run();
        }
    }
}
