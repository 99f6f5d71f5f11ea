package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.it.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An API that hangs for some accounts (F3, F4, D2): their calls end, and the others' do not notice. */
@Tag("faults")
class UpstreamHangsIT {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final int HUNG = 48;

    @TempDir
    Path folder;

    @Test
    void everyHungCallEndsWithinTheDeadlineAndOtherAccountsGoOn() {
        try (Rig rig = Rig.with(6, folder)) {
            rig.stub()
                    .follow(Script.ofWorkspaces(Map.of(
                            1, Replies.hang(),
                            2, Replies.rawThenHang(Replies.head(200, "application/json", 400) + "{"),
                            3, Replies.drip(Duration.ofMillis(100)))));
            CallLog well = new CallLog();
            AtomicBoolean hanging = new AtomicBoolean(true);
            long asked = rig.stub().count();
            CompletableFuture<Void> hung = CompletableFuture.runAsync(() -> new Driver(rig.log(), HUNG, 1_000)
                    .run(1, client -> (connection, turn) -> connection.call(rig.endpoint(client % 3), Tool.READ)));
            Waiting.until(() -> rig.stub().count() - asked >= HUNG, "the hung calls");
            CompletableFuture<Void> others = new Driver(well, 3, 50)
                    .start(
                            hanging::get,
                            client -> (connection, turn) -> connection.call(rig.endpoint(3 + client), Tool.READ));
            Waiting.on(hung, "the end of the hung calls");
            hanging.set(false);
            Waiting.on(others, "the calls of the other accounts");

            List<Call> ended = rig.log().calls();
            assertThat(ended).hasSize(HUNG).allSatisfy(call -> {
                assertThat(call.answer().code()).as(call.toString()).isEqualTo("upstream_timeout");
                assertThat(call.micros()).isLessThan(DEADLINE.plusSeconds(1).toNanos() / 1_000);
            });
            assertThat(well.calls())
                    .hasSizeGreaterThan(1_000)
                    .allMatch(call -> call.answer().isResult());
            System.out.println("faults: F3 p99 of the other accounts "
                    + Driver.histogram(well.calls()).getValueAtPercentile(99) / 1_000.0 + " ms");
            well.calls().forEach(rig.log()::add);
            rig.ledger().check();
            rig.finish();
        }
    }
}
