package dev.toolsmith.it.rig;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * One request as it reached the stub.
 *
 * @param order 1, 2, 3 and so on, in the order of arrival
 * @param nanos when, by {@link System#nanoTime}
 * @param at when, by the wall clock
 * @param head request line and headers, byte for byte
 * @param body the body, byte for byte
 * @param marker the marker in its target or body, if there is one
 */
record Arrival(long order, long nanos, Instant at, HttpHead head, byte[] body, Optional<String> marker) {

    static Arrival of(long order, HttpHead head, byte[] body) {
        Optional<String> marker = Markers.in(head.startLine());
        if (marker.isEmpty() && body.length > 0) {
            marker = Markers.in(new String(body, StandardCharsets.UTF_8));
        }
        return new Arrival(order, System.nanoTime(), Instant.now(), head, body, marker);
    }

    String method() {
        return head.word(0);
    }

    String target() {
        return head.word(1);
    }

    /** The credential it came with; empty for none. */
    String credential() {
        return head.header("Authorization")
                .map(value -> value.startsWith("Bearer ") ? value.substring("Bearer ".length()) : value)
                .orElse("");
    }

    /** Whether it asks whose credential it is. */
    boolean asksForSelf() {
        return target().equals("/v2/self");
    }

    @Override
    public String toString() {
        return "#" + order + " " + method() + " " + target();
    }
}
