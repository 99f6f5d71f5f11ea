package dev.toolsmith.it.rig;

import dev.toolsmith.it.rig.Answer.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What clients, API and audit trail each tell of the same calls, side by side. Every check is for nothing: a figure other
 * than 0 is a call that was lost, doubled, let in or not written down.
 */
final class Ledger {

    private static final int NAMED = 10;
    private static final String ACCOUNT_CHECK = "list_all_attio_auth_session|list_all_attio_me";

    private final List<Call> calls;
    private final List<Arrival> arrivals;
    private final AuditTrail trail;
    private final Set<String> forbidden = new HashSet<>();
    private final Map<String, Long> closed = new HashMap<>();
    private Predicate<Call> mayBreak = call -> false;
    private final Map<String, List<String>> violations = new TreeMap<>();

    /**
     * A ledger.
     *
     * @param calls what the clients noted
     * @param arrivals what reached the API
     * @param trail what the product wrote down, after it has come to rest
     */
    Ledger(List<Call> calls, List<Arrival> arrivals, AuditTrail trail) {
        this.calls = calls;
        this.arrivals = arrivals;
        this.trail = trail;
    }

    /** Says that a call must not have reached the API. */
    Ledger forbidding(Collection<String> markers) {
        forbidden.addAll(markers);
        return this;
    }

    /**
     * Says that a server was closed to a client for good.
     *
     * @param token the URL token that no result may come to any more
     * @param nanos when the change was acknowledged
     */
    Ledger closedAt(String token, long nanos) {
        closed.put(token, nanos);
        return this;
    }

    /** Says that the process was killed, so that any call may be without an answer. */
    Ledger afterAKill() {
        mayBreak = call -> true;
        return this;
    }

    /** Says that the process refused connections, so that calls that it did not take on may be without an answer. */
    Ledger sparingCallsNotTakenOn() {
        Set<String> taken = trail.markers(entry -> true);
        mayBreak = call -> !taken.contains(call.marker());
        return this;
    }

    /** Fails, naming the offending calls, unless every figure is 0. */
    void check() {
        everyRequestHasAnIntent();
        everyIntentHasOneOutcome();
        everyResultHasAnOutcome();
        noWriteTwice();
        nothingForbiddenArrived();
        noResultAfterTheClosing();
        eachItsOwnAnswer();
        everyCallAnswered();
        if (!violations.isEmpty()) {
            throw new AssertionError(calls.size() + " calls, " + arrivals.size() + " requests, "
                    + trail.entries().size() + " rows:\n"
                    + violations.entrySet().stream().map(Ledger::told).collect(Collectors.joining("\n")));
        }
    }

    /** L1; an intent's row is also as old as the request. */
    private void everyRequestHasAnIntent() {
        Map<String, AuditEntry> intents = new HashMap<>();
        trail.where(AuditEntry::isIntent).forEach(intent -> intents.putIfAbsent(intent.marker(), intent));
        for (Arrival arrival : arrivals) {
            if (arrival.marker().isEmpty()) {
                continue;
            }
            AuditEntry intent = intents.get(arrival.marker().get());
            if (intent == null) {
                found("L1 requests without an intent", arrival);
            } else if (intent.time().isAfter(arrival.at())) {
                found("L1 requests before their intent", arrival + " " + intent);
            }
        }
        long checks = trail.where(entry -> entry.isIntent() && entry.tool().matches(ACCOUNT_CHECK))
                .size();
        List<Arrival> asked = arrivals.stream().filter(Arrival::asksForSelf).toList();
        if (asked.size() > checks * 3) {
            found("L1 account checks without an intent", asked.size() + " for " + checks + " intents");
        }
        arrivals.stream()
                .filter(arrival -> arrival.marker().isEmpty() && !arrival.asksForSelf())
                .forEach(arrival -> found("L1 requests of nobody", arrival));
    }

    /** L2. */
    private void everyIntentHasOneOutcome() {
        Map<String, Long> outcomes = trail.where(AuditEntry::isOutcome).stream()
                .collect(Collectors.groupingBy(AuditEntry::callId, Collectors.counting()));
        for (AuditEntry intent : trail.where(AuditEntry::isIntent)) {
            long count = outcomes.getOrDefault(intent.callId(), 0L);
            if (count != 1) {
                found("L2 intents without exactly one outcome", count + " for " + intent);
            }
        }
    }

    /** L3; a later row may tell that a result was not handed over after all. */
    private void everyResultHasAnOutcome() {
        Set<String> outcomes = trail.markers(entry -> entry.isOutcome()
                && entry.decision().equals("allowed")
                && entry.reason().isEmpty());
        outcomes.removeAll(trail.markers(entry -> entry.kind().equals("call.withheld")));
        calls.stream()
                .filter(call -> call.answer().isResult() && !outcomes.contains(call.marker()))
                .forEach(call -> found("L3 results without an outcome that says so", call));
    }

    /** L4. */
    private void noWriteTwice() {
        Map<String, Long> writes = arrivals.stream()
                .filter(arrival -> !arrival.method().equals("GET"))
                .collect(Collectors.groupingBy(arrival -> arrival.marker().orElse(""), Collectors.counting()));
        writes.forEach((marker, count) -> {
            if (count > 1) {
                found("L4 writes that arrived more than once", count + " times " + marker);
            }
        });
    }

    /** L5; a call also comes with no other workspace's credential than its own. */
    private void nothingForbiddenArrived() {
        Map<String, Endpoint> endpoints = new HashMap<>();
        calls.forEach(call -> endpoints.put(call.marker(), call.endpoint()));
        for (Arrival arrival : arrivals) {
            String marker = arrival.marker().orElse("");
            if (forbidden.contains(marker)) {
                found("L5 calls that reached the API and must not", arrival);
            }
            Endpoint endpoint = endpoints.get(marker);
            if (endpoint != null && endpoint.workspace() != Workspace.of(arrival.credential())) {
                found("L5 calls with a foreign credential", arrival + " of workspace " + endpoint.workspace());
            }
        }
    }

    /** L6; a result that began to be asked for after the closing is as wrong as one that came after it. */
    private void noResultAfterTheClosing() {
        for (Call call : calls) {
            Long at = closed.get(call.endpoint().token());
            if (at != null && call.answer().isResult() && call.answered() > at) {
                found("L6 results after the acknowledgement of a change", call);
            }
        }
    }

    /** L7. */
    private void eachItsOwnAnswer() {
        for (Call call : calls) {
            boolean foreign = Markers.allIn(call.answer().body()).anyMatch(marker -> !marker.equals(call.marker()));
            if (foreign || (call.answer().isResult() && !call.hasItsOwnResult())) {
                found("L7 answers of other calls", call + " " + call.answer().body());
            }
        }
    }

    /** L8. */
    private void everyCallAnswered() {
        for (Call call : calls) {
            Kind kind = call.answer().kind();
            if ((kind == Kind.SILENT || kind == Kind.BROKEN) && !mayBreak.test(call)) {
                found("L8 calls without an answer", call);
            }
        }
    }

    private void found(String what, Object offender) {
        violations.computeIfAbsent(what, unused -> new ArrayList<>()).add(offender.toString());
    }

    private static String told(Map.Entry<String, List<String>> violation) {
        List<String> offenders = violation.getValue();
        return violation.getKey() + ": " + offenders.size() + "\n  "
                + offenders.stream().limit(NAMED).collect(Collectors.joining("\n  "));
    }
}
