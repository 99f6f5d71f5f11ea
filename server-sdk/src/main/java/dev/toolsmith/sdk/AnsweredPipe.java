package dev.toolsmith.sdk;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.TimeUnit;

/**
 * Stands between a client's streams and the SDK, and tells the SDK of the end of input only when every request has been
 * answered: by itself it drops the answers that are still to come.
 */
final class AnsweredPipe {

    private static final long PATIENCE_SECONDS = 60;
    private static final int CHUNK = 64 * 1024;

    private final InputStream client;
    private final PipedOutputStream toSdk = new PipedOutputStream();
    private final PipedInputStream input;
    private final OutputStream output;
    private final RequestMark line = new RequestMark();
    private long asked;
    private long answered;

    AnsweredPipe(InputStream client, OutputStream out, Runnable afterFlush) throws IOException {
        this.client = client;
        this.input = new PipedInputStream(toSdk, CHUNK);
        this.output = new CountingOutput(out, afterFlush);
    }

    /** What the SDK reads. */
    InputStream input() {
        return input;
    }

    /** What the SDK writes to. */
    OutputStream output() {
        return output;
    }

    /**
     * Passes the client's input on until it ends, and then waits for the answers.
     *
     * @throws IOException when the SDK has stopped reading, as it does after a malformed line
     */
    void pump() throws IOException, InterruptedException {
        try (toSdk) {
            byte[] chunk = new byte[CHUNK];
            for (int count = client.read(chunk); count >= 0; count = client.read(chunk)) {
                countRequests(chunk, count);
                toSdk.write(chunk, 0, count);
                toSdk.flush();
            }
            if (!awaitAnswers(PATIENCE_SECONDS)) {
                throw new IOException("The SDK has left requests unanswered.");
            }
        }
    }

    /** Waits until everything asked so far has been answered; false when that takes longer. */
    synchronized boolean awaitAnswers(long seconds) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (answered < asked) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private void countRequests(byte[] chunk, int count) {
        for (int at = 0; at < count; at++) {
            if (chunk[at] != '\n') {
                line.add((char) (chunk[at] & 0xff));
            } else if (line.endsRequest()) {
                asked();
            }
        }
    }

    private synchronized void asked() {
        asked++;
    }

    private synchronized void answered(int lines) {
        answered += lines;
        notifyAll();
    }

    private final class CountingOutput extends FilterOutputStream {

        private final Runnable afterFlush;

        CountingOutput(OutputStream out, Runnable afterFlush) {
            super(out);
            this.afterFlush = afterFlush;
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            out.write(from, offset, length);
            int lines = 0;
            for (int at = offset; at < offset + length; at++) {
                lines += from[at] == '\n' ? 1 : 0;
            }
            if (lines > 0) {
                out.flush();
                answered(lines);
            }
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void flush() throws IOException {
            super.flush();
            afterFlush.run();
        }
    }
}
