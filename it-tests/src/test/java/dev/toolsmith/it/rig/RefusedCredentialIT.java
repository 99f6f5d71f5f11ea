package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.it.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An API key that is revoked at the API while many use it (T13, F12). */
@Tag("rig")
class RefusedCredentialIT {

    @TempDir
    Path folder;

    @Test
    void aHundredRefusalsAreConfirmedOnceAndNothingIsSentAfterwards() {
        try (Rig rig = Rig.with(2, folder)) {
            Endpoint endpoint = rig.endpoint(0);
            Reply refusal = Replies.after(Duration.ofMillis(50), Replies.error(401, "unauthorized"));
            rig.stub()
                    .follow(arrival -> Workspace.of(arrival.credential()) == 1
                            ? refusal
                            : Script.allWell().to(arrival));
            long before = rig.stub().selfCount();
            rig.driver(100)
                    .run(
                            1,
                            client -> (connection, turn) -> Waiting.until(
                                    () -> !connection
                                            .call(endpoint, Tool.READ)
                                            .answer()
                                            .code()
                                            .equals("busy"),
                                    "a free place"));
            Waiting.until(
                    () -> rig.management().stateOf(endpoint.connectionId()).equals("revoked"), "the state to change");
            long sent = rig.stub().count();
            assertThat(rig.stub().selfCount() - before).as("confirmations").isEqualTo(1);

            List<Call> later = IntStream.range(0, 20)
                    .mapToObj(unused -> rig.call(endpoint, Tool.READ))
                    .toList();
            assertThat(rig.stub().count()).as("requests after the confirmation").isEqualTo(sent);
            assertThat(later).allSatisfy(call -> {
                assertThat(call.answer().code()).isEqualTo("connection_revoked");
                assertThat(call.answer().text()).containsIgnoringCase("re-authorise");
            });
            assertThat(rig.call(rig.endpoint(1), Tool.READ).answer().isResult())
                    .as("another account's call")
                    .isTrue();
            assertThat(rig.settled().count("connection.state"))
                    .as("state changes")
                    .isEqualTo(1);
            assertThat(rig.log().calls().stream().filter(call -> call.answer().isResult()))
                    .hasSize(1);
            rig.ledger().forbidding(later.stream().map(Call::marker).toList()).check();
            rig.finish();
        }
    }
}
