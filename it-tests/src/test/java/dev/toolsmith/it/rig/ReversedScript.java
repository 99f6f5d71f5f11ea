package dev.toolsmith.it.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Answers calls in groups, the last that came first. */
final class ReversedScript implements Script {

    /** A group that is not full by then is the last of all. */
    private static final long PATIENCE_MILLIS = 1_000;

    private final int group;
    private final List<CountDownLatch> turns = new ArrayList<>();
    private int entered;

    ReversedScript(int group) {
        this.group = group;
    }

    @Override
    public Reply to(Arrival arrival) {
        if (arrival.asksForSelf()) {
            return Replies.self();
        }
        return (unused, socket) -> {
            int place = enter();
            if (place % group < group - 1) {
                awaitTurn(latch(place + 1));
            }
            try {
                return Replies.echo().send(arrival, socket);
            } finally {
                latch(place).countDown();
            }
        };
    }

    private synchronized int enter() {
        return entered++;
    }

    private synchronized CountDownLatch latch(int place) {
        while (turns.size() <= place) {
            turns.add(new CountDownLatch(1));
        }
        return turns.get(place);
    }

    private static void awaitTurn(CountDownLatch later) {
        try {
            boolean unused = later.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
