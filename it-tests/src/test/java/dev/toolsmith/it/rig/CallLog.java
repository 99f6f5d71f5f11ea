package dev.toolsmith.it.rig;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Every call that the clients of a scenario have made. */
final class CallLog {

    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private volatile boolean slim;

    /** Keeps of results only that they were the call's own, where a long load's answers would fill the memory. */
    void keepNoTexts() {
        slim = true;
    }

    /** Notes a call. */
    Call add(Call call) {
        calls.add(slim && call.hasItsOwnResult() ? call.withoutText() : call);
        return call;
    }

    /** All calls so far. */
    List<Call> calls() {
        return List.copyOf(calls);
    }

    /** How many calls were answered how. */
    Map<String, Long> counts() {
        return calls.stream()
                .collect(Collectors.groupingBy(
                        call -> (call.answer().kind() + " " + call.answer().code()).strip(),
                        TreeMap::new,
                        Collectors.counting()));
    }
}
