package dev.toolsmith.sandbox.control;

import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.sample.SampleWorkspace;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** The workspace in use, which one call at a time may work on. */
public final class Stage {
    private final ReentrantLock lock = new ReentrantLock();
    private Workspace workspace = SampleWorkspace.create();

    /** Does something with the workspace while nobody else does. */
    public <T> T with(Function<Workspace, T> work) {
        lock.lock();
        try {
            return work.apply(workspace);
        } finally {
            lock.unlock();
        }
    }

    /** Puts the sample workspace in the place of the one in use. */
    void reset() {
        lock.lock();
        try {
            workspace = SampleWorkspace.create();
        } finally {
            lock.unlock();
        }
    }
}
