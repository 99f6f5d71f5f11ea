package dev.toolsmith.runtime.transport.stdio;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Writes answers, one a line, in the order they were added, on a thread of its own. */
final class AnswerQueue implements Runnable {

    private static final byte[] END = new byte[0];
    private static final int BUFFER = 64 * 1024;

    private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();
    private final OutputStream out;
    private final Semaphore places;
    private final Runnable afterFlush;
    private final Runnable afterBreak;
    private volatile boolean broken;

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
        waiting.add(answer);
    }

    /** Lets {@link #run} end once everything added before has been written. */
    void finish() {
        waiting.add(END);
    }

    /** Whether the other side no longer reads. */
    boolean isBroken() {
        return broken;
    }

    @Override
    public void run() {
        try {
            for (byte[] next = waiting.take(); next != END; next = waiting.take()) {
                write(next);
                places.release();
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
            out.write(answer);
            out.write('\n');
            byte @Nullable [] following = waiting.peek();
            if (following == null || following == END) {
                out.flush();
                afterFlush.run();
            }
        } catch (IOException e) {
            broken = true;
            afterBreak.run();
        }
    }
}
