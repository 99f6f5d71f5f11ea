package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.it.rig.Answer.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ledger finds each kind of wrong call, and names it. */
class LedgerTest {

    private static final Endpoint ENDPOINT =
            new Endpoint(1, "con_1", "srv_1", URI.create("http://127.0.0.1:1/mcp/token-1"));

    private final String marker = Markers.next();
    private final List<Call> calls = new ArrayList<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<AuditEntry> rows = new ArrayList<>();

    @Test
    void aCallThatEveryoneTellsAlikeIsWell() {
        wellCall();
        assertThatCode(() -> ledger().check()).doesNotThrowAnyException();
    }

    @Test
    void aRequestWithoutAnIntentIsFound() {
        wellCall();
        rows.remove(0);
        assertFound(ledger(), "L1");
    }

    @Test
    void aRequestBeforeItsIntentIsFound() {
        wellCall();
        rows.set(0, row(1, "call.intent", "allowed", Instant.now().plusSeconds(5)));
        assertFound(ledger(), "L1 requests before");
    }

    @Test
    void anAccountCheckWithoutAnIntentIsFound() {
        arrivals.add(arrival("GET /v2/self HTTP/1.1", 1, ""));
        assertFoundAs(ledger(), "L1 account checks", "1 for 0 intents");
    }

    @Test
    void anIntentWithoutAnOutcomeIsFound() {
        wellCall();
        rows.remove(1);
        assertFound(ledger(), "L2");
    }

    @Test
    void anIntentWithTwoOutcomesIsFound() {
        wellCall();
        rows.add(row(3, "call.outcome", "allowed", Instant.EPOCH));
        assertFound(ledger(), "L2");
    }

    @Test
    void aResultWhoseOutcomeTellsOfAFailureIsFound() {
        wellCall();
        rows.set(1, row(2, "call.outcome", "refused", Instant.EPOCH));
        assertFound(ledger(), "L3");
    }

    @Test
    void aResultThatTheTrailCallsWithheldIsFound() {
        wellCall();
        rows.add(row(3, "call.withheld", "refused", Instant.EPOCH));
        assertFound(ledger(), "L3");
    }

    @Test
    void aWriteThatArrivedTwiceIsFound() {
        wellCall();
        arrivals.clear();
        arrivals.add(arrival("POST /v2/notes HTTP/1.1", 1, marker));
        arrivals.add(arrival("POST /v2/notes HTTP/1.1", 1, marker));
        assertFound(ledger(), "L4");
    }

    @Test
    void aForbiddenCallThatArrivedIsFound() {
        wellCall();
        assertFound(ledger().forbidding(List.of(marker)), "L5");
    }

    @Test
    void aForeignCredentialIsFound() {
        wellCall();
        arrivals.set(0, arrival("GET /v2/notes/" + marker + " HTTP/1.1", 2, ""));
        assertFound(ledger(), "L5");
    }

    @Test
    void aResultAfterTheClosingIsFound() {
        wellCall();
        assertFound(ledger().closedAt("token-1", 15), "L6");
    }

    @Test
    void aResultBeforeTheClosingIsWell() {
        wellCall();
        assertThatCode(() -> ledger().closedAt("token-1", 25).check()).doesNotThrowAnyException();
    }

    @Test
    void anotherCallsAnswerIsFound() {
        wellCall();
        calls.set(0, call(result(Markers.next())));
        assertFound(ledger(), "L7");
    }

    @Test
    void anotherCallsMarkerInAnErrorIsFound() {
        wellCall();
        String other = Markers.next();
        calls.set(0, call(new Answer(Kind.TOOL_ERROR, 200, "timeout", other, other)));
        assertFound(ledger(), "L7");
    }

    @Test
    void aCallWithoutAnAnswerIsFound() {
        wellCall();
        calls.set(0, call(Answer.without(Kind.BROKEN, "ended")));
        assertFound(ledger(), "L8");
        assertThatCode(() -> ledger().afterAKill().check()).doesNotThrowAnyException();
    }

    @Test
    void aCallThatWasTakenOnBeforeATerminationMustBeAnswered() {
        wellCall();
        calls.set(0, call(Answer.without(Kind.BROKEN, "ended")));
        assertFound(ledger().sparingCallsNotTakenOn(), "L8");
        arrivals.clear();
        rows.clear();
        assertThatCode(() -> ledger().sparingCallsNotTakenOn().check()).doesNotThrowAnyException();
    }

    private void wellCall() {
        calls.add(call(result(marker)));
        rows.add(row(1, "call.intent", "allowed", Instant.EPOCH));
        rows.add(row(2, "call.outcome", "allowed", Instant.EPOCH));
        arrivals.add(arrival("GET /v2/notes/" + marker + " HTTP/1.1", 1, ""));
    }

    private Ledger ledger() {
        return new Ledger(calls, arrivals, new AuditTrail(rows));
    }

    private Call call(Answer answer) {
        return new Call(marker, ENDPOINT, Tool.READ, 10, 20, answer);
    }

    private static Answer result(String marker) {
        return new Answer(Kind.RESULT, 200, "", marker, marker);
    }

    private static Arrival arrival(String requestLine, int workspace, String body) {
        HttpHead head = new HttpHead(requestLine + "\r\nAuthorization: Bearer " + Workspace.key(workspace) + "\r\n");
        return Arrival.of(1, head, body.getBytes(StandardCharsets.UTF_8));
    }

    private AuditEntry row(long sequence, String kind, String decision, Instant time) {
        return AuditEntry.of("{\"sequence\":" + sequence + ",\"time\":\"" + time + "\",\"kind\":\"" + kind
                + "\",\"call_id\":\"call_1\",\"decision\":\"" + decision + "\",\"agent_run_id\":\"" + marker + "\"}");
    }

    private void assertFound(Ledger ledger, String invariant) {
        assertFoundAs(ledger, invariant, marker);
    }

    private static void assertFoundAs(Ledger ledger, String invariant, String offender) {
        assertThatThrownBy(ledger::check).hasMessageContaining(invariant).hasMessageContaining(offender);
    }
}
