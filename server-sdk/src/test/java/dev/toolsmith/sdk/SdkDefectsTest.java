package dev.toolsmith.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;

/**
 * What made us write a protocol kernel: defects of the SDK, each asserted to be still there. When one of these tests turns
 * red the SDK has mended it, and docs/decisions/own-protocol-kernel.md is open again.
 */
@Timeout(120)
final class SdkDefectsTest {

    private static final int QUIET_SECONDS = 3;

    @Test
    void aMalformedLineEndsTheStdioServer() throws Exception {
        try (SdkStdioServer server = new SdkStdioServer(request -> Mono.just(SdkStdioServer.done())).initialized()) {
            server.call(1);
            assertThat(server.answer(20)).isPresent();

            server.send("{not json");
            server.call(2);

            assertThat(server.answer(QUIET_SECONDS)).isEmpty();
        }
    }

    @Test
    void answersInFlightAreDroppedAtTheEndOfInput() throws Exception {
        CompletableFuture<CallToolResult> gate = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        try (SdkStdioServer server = new SdkStdioServer(request -> {
                    begun.countDown();
                    return Mono.fromFuture(gate);
                })
                .initialized()) {
            server.call(1);
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

            server.endInput();
            assertThat(server.answer(QUIET_SECONDS)).isEmpty();
            gate.complete(SdkStdioServer.done());

            assertThat(server.answer(QUIET_SECONDS)).isEmpty();
        }
    }

    @Test
    void aCancelledCallGoesOn() throws Exception {
        AtomicBoolean cancelled = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<CallToolResult> gate = new CompletableFuture<>();
        try (SdkStdioServer server = new SdkStdioServer(request -> {
                    begun.countDown();
                    return Mono.fromFuture(gate).doOnCancel(() -> cancelled.set(true));
                })
                .initialized()) {
            server.call(1);
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

            server.send(
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1,\"reason\":\"gone\"}}");
            server.send("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}");
            Optional<String> pong = server.answer(20);
            assertThat(pong).hasValueSatisfying(line -> assertThat(line).contains("\"id\":2"));
            gate.complete(SdkStdioServer.done());

            assertThat(server.answer(20))
                    .hasValueSatisfying(
                            line -> assertThat(line).contains("\"id\":1").contains("done"));
            assertThat(cancelled).isFalse();
        }
    }
}
