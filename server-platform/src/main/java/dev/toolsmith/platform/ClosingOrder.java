package dev.toolsmith.platform;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what was opened, the last first, whatever goes wrong with one of them. */
final class ClosingOrder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClosingOrder.class);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    /** Remembers something that is to be closed before all that was opened earlier. */
    synchronized <T extends AutoCloseable> T before(T each) {
        opened.push(each);
        return each;
    }

    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            AutoCloseable each = opened.pop();
            try {
                each.close();
            } catch (Exception e) {
                LOG.error("{} does not close", each.getClass().getSimpleName(), e);
            }
        }
    }
}
