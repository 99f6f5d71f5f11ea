package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.it.Product;
import dev.toolsmith.it.ServerProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rig's own parts before a server without accounts: driver and stub tell the same of the same calls. */
@Tag("rig")
class PlainServerIT {

    @Test
    void everyCallOfTheDriverArrivesOnceAndIsAnsweredWithItsOwnMarker() {
        List<String> command = Product.command("http", "--port", "0");
        try (Stub stub = Stub.start()) {
            command.addAll(List.of("--base-url", stub.baseUrl()));
            try (ServerProcess process =
                    ServerProcess.logging(command, Product.published(Map.of("ATTIO_API_KEY", Workspace.key(1))))) {
                Endpoint endpoint = Endpoint.plain(process.awaitUrl());
                CallLog log = new CallLog();
                stub.follow(Script.calls(Replies.after(Duration.ofMillis(2), Replies.echo())));
                new Driver(log, 16, 1_000).run(50, client -> (connection, turn) -> {
                    Call call = connection.call(endpoint, turn % 2 == 0 ? Tool.READ : Tool.WRITE);
                    assertThat(call.answer().isResult()).as(call.toString()).isTrue();
                    assertThat(Markers.allIn(call.answer().text())).containsExactly(call.marker());
                });
                assertThat(stub.journal().stream()
                                .map(arrival -> arrival.marker().orElse("")))
                        .containsExactlyInAnyOrderElementsOf(
                                log.calls().stream().map(Call::marker).toList());
                assertThat(stub.broken()).isEmpty();
            }
        }
    }
}
