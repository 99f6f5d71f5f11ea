package dev.toolsmith.platform.hosting;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what is told of calls. */
final class ObservedCalls implements CallObserver {

    /** {@code began}, or the tool and the reason of what ended. */
    final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public void began(String serverId) {
        told.add("began");
    }

    @Override
    public void ended(String serverId, String tool, String decision, String reason, int upstreamStatus, long nanos) {
        told.add(tool + " " + decision + " " + reason);
    }

    @Override
    public void turnedAway(int status) {
        told.add("turned away " + status);
    }

    @Override
    public void ownRead(String reason) {
        told.add("read " + reason);
    }
}
