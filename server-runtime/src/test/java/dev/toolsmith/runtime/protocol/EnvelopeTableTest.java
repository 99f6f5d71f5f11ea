package dev.toolsmith.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.EchoTools;
import dev.toolsmith.runtime.fixture.EnvelopeCase;
import dev.toolsmith.runtime.protocol.Answer.Standing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopeTableTest {

    private static final Map<Standing, Integer> STATUS =
            Map.of(Standing.ANSWERED, 200, Standing.NOTHING, 202, Standing.BAD_REQUEST, 400, Standing.NOT_FOUND, 404);

    private final List<Throwable> faults = new ArrayList<>();
    private final EchoTools tools = new EchoTools();
    private final ProtocolKernel kernel =
            new ProtocolKernel(new ServerIdentity("test", "1", "Be kind."), tools, tools, faults::add);

    private final WholeKernel whole = new WholeKernel();

    static List<EnvelopeCase> legacy() throws IOException {
        return EnvelopeCase.read("legacy.txt");
    }

    static List<EnvelopeCase> modern() throws IOException {
        return EnvelopeCase.read("modern.txt");
    }

    static List<EnvelopeCase> hostile() throws IOException {
        return EnvelopeCase.read("hostile.txt");
    }

    @ParameterizedTest
    @MethodSource({"legacy", "modern", "hostile"})
    void everyEnvelopeHasItsOneExactAnswer(EnvelopeCase row) {
        Answer answer = kernel.answer(row.message().getBytes(StandardCharsets.UTF_8), peer(row, Peer.overPipe()))
                .join();

        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(row.answer());
        assertThat(STATUS.get(answer.standing())).isEqualTo(row.status());
    }

    static List<EnvelopeCase> context() throws IOException {
        return EnvelopeCase.read("context.txt");
    }

    @ParameterizedTest
    @MethodSource("context")
    void whatIsOfferedBesideToolsIsAnsweredExactlyToo(EnvelopeCase row) {
        Answer answer = whole.kernel
                .answer(row.message().getBytes(StandardCharsets.UTF_8), peer(row, whole.declining()))
                .join();

        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(row.answer());
        assertThat(STATUS.get(answer.standing())).isEqualTo(row.status());
        assertThat(whole.faults).isEmpty();
    }

    private static Peer peer(EnvelopeCase row, Peer overPipe) {
        if (row.headers().isEmpty()) {
            return overPipe;
        }
        List<String> headers = row.headers().get();
        RequestHeaders sent = new RequestHeaders(given(headers, 0), given(headers, 1), given(headers, 2));
        return Peer.overHttp(sent, new CompletableFuture<>());
    }

    private static Optional<String> given(List<String> headers, int index) {
        return headers.size() <= index || headers.get(index).equals("-")
                ? Optional.empty()
                : Optional.of(headers.get(index));
    }
}
