package dev.toolsmith.sdk;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Two streams between a client and the SDK that tell the SDK of the end of input only when every request has been answered:
 * by itself it drops the answers that are still to come.
 */
final class AnsweredPipe {

    private static final long PATIENCE_SECONDS = 60;
    private static final String ID = "\"id\"";
    private static final String METHOD = "\"method\"";

    private final InputStream input;
    private final OutputStream output;
    private long asked;
    private long answered;
    private boolean ended;

    AnsweredPipe(InputStream in, OutputStream out, Runnable afterFlush) {
        this.input = new CountingInput(in);
        this.output = new CountingOutput(out, afterFlush);
    }

    InputStream input() {
        return input;
    }

    OutputStream output() {
        return output;
    }

    /** Waits until the input has ended and what it asked has been answered. */
    synchronized void awaitEnd() throws InterruptedException {
        while (!ended) {
            wait();
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

    private synchronized void asked(String line) {
        if (line.contains(ID) && line.contains(METHOD)) {
            asked++;
        }
    }

    private synchronized void answered(int lines) {
        answered += lines;
        notifyAll();
    }

    private void holdBackTheEnd() throws InterruptedIOException {
        try {
            awaitAnswers(PATIENCE_SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The server stops");
        }
        synchronized (this) {
            ended = true;
            notifyAll();
        }
    }

    private final class CountingInput extends FilterInputStream {

        private final StringBuilder line = new StringBuilder();

        CountingInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            if (count < 0) {
                holdBackTheEnd();
                return count;
            }
            for (char each : new String(into, offset, count, StandardCharsets.ISO_8859_1).toCharArray()) {
                if (each == '\n') {
                    asked(line.toString());
                    line.setLength(0);
                } else {
                    line.append(each);
                }
            }
            return count;
        }
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
