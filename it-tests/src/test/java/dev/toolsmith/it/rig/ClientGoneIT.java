package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that go away while the API has their call (F25): it is carried out at most once, and its end is written down. */
@Tag("rig")
class ClientGoneIT {

    private static final int CLIENTS = 8;
    private static final int TURNS = Integer.getInteger("rig.gone", 320) / CLIENTS;

    @TempDir
    Path folder;

    private final Map<String, Reply> replies = new ConcurrentHashMap<>();

    @Test
    void aCallOfAClientThatHasGoneEndsAndIsWrittenDown() {
        try (Rig rig = Rig.with(CLIENTS, folder)) {
            rig.stub()
                    .follow(arrival -> replies.getOrDefault(
                            arrival.marker().orElse(""), Script.allWell().to(arrival)));
            rig.driver(CLIENTS).run(TURNS, client -> (connection, turn) -> {
                Tool tool = turn % 4 < 2 ? Tool.READ : Tool.WRITE;
                abandon(connection, rig.endpoint(client), tool, turn % 2 == 0 ? Replies.hang() : Replies.echo());
            });
            rig.ledger().check();
            AuditTrail trail = rig.settled();
            Set<String> written = trail.markers(AuditEntry::isOutcome);
            assertThat(rig.log().calls()).allMatch(call -> written.contains(call.marker()));
            assertThat(trail.where(entry -> entry.reason().equals("client_gone")))
                    .isNotEmpty();
            try (Client client = new Client(rig.log())) {
                assertThat(client.call(rig.endpoint(0), Tool.READ).answer().isResult())
                        .isTrue();
            }
            rig.finish();
        }
    }

    /** What hangs once the client has gone ends only because the product gives up the request. */
    private void abandon(Client connection, Endpoint endpoint, Tool tool, Reply afterwards) {
        String marker = Markers.next();
        Hold hold = new Hold();
        replies.put(marker, Replies.held(hold, afterwards));
        try {
            connection.abandon(endpoint, tool, marker, hold::awaitArrival);
        } finally {
            hold.release();
        }
    }
}
