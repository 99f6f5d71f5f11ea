package dev.toolsmith.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.fixture.FixtureBundle;
import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.upstream.ApiEndpoint;
import dev.toolsmith.runtime.upstream.UpstreamCaller;
import dev.toolsmith.runtime.upstream.UpstreamSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DeferredCallerTest {

    private final List<Throwable> faults = new ArrayList<>();

    @Test
    void aFaultAfterOpeningIsToldToTheOperator() {
        try (DeferredCaller caller = new DeferredCaller(() -> opened("{\"$ref\":\"#/$defs/left-out\"}"), faults::add)) {
            caller.run();

            assertThat(faults).hasSize(1);
        }
    }

    @Test
    void aCallerThatIsReadyTellsNothing() {
        try (DeferredCaller caller = new DeferredCaller(() -> opened("{\"type\":\"object\"}"), faults::add)) {
            caller.run();

            assertThat(faults).isEmpty();
        }
    }

    @Test
    void whatKeepsACallerFromOpeningFailsItsCallsInstead() {
        IOException closed = new IOException("closed");
        DeferredCaller.Opening opening = () -> {
            throw closed;
        };
        try (DeferredCaller caller = new DeferredCaller(opening, faults::add)) {
            caller.prepare();
            ToolCall call =
                    new ToolCall("get_shop_item", new byte[] {'{', '}'}, CallOrigin.UNKNOWN, new CompletableFuture<>());

            assertThat(caller.call(call))
                    .failsWithin(Duration.ofSeconds(60))
                    .withThrowableThat()
                    .withCause(closed);
            assertThat(faults).isEmpty();
        }
    }

    private static OpenedApi opened(String schema) {
        FixtureBundle bundle = new FixtureBundle("shop")
                .with("get_shop_item", "get", "items", "", schema, args -> ApiRequest.get("/item"));
        ApiEndpoint endpoint = new ApiEndpoint(URI.create("http://127.0.0.1:1"), Optional::empty);
        return new OpenedApi(
                UpstreamCaller.of(
                        BundleTools.of(List.of(bundle), ToolSelection.everything()),
                        UpstreamSettings.of("shop", endpoint, "test")),
                List.of());
    }
}
