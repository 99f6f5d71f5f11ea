package dev.toolsmith.runtime.upstream;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes of answers that are held at one time, so that many large ones cannot fill the heap. */
final class BytesInFlight {

    private final long most;
    private final AtomicLong held = new AtomicLong();

    BytesInFlight(long most) {
        this.most = most;
    }

    boolean take(long bytes) {
        if (held.addAndGet(bytes) > most) {
            held.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    void release(long bytes) {
        held.addAndGet(-bytes);
    }

    long held() {
        return held.get();
    }
}
