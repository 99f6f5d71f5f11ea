package dev.toolsmith.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.EnvelopeCase;
import dev.toolsmith.runtime.tool.ToolResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages that were spoiled at random, the same ones each time: whatever comes, the answer is a legal one. */
@Timeout(300)
class EnvelopeMutationTest {

    private static final int MUTATIONS = 20_000;
    private static final long MOST_GROWTH = 48L << 20;
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u0000",
            "\\ud800",
            "null",
            "true",
            "-0",
            "1e999",
            "NaN",
            "\u0000",
            "\u00ff",
            "//",
            "\"id\":2,",
            "\"method\":\"tools/call\",",
            "\"name\":\"echo\",",
            "\"params\":{},",
            "\"_meta\":{},",
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}",
            "[[[[[[[[",
            "\ufeff",
            "\r\n",
            "2026-07-28",
            "\"\":");
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final WholeKernel whole = new WholeKernel();

    @Test
    void whateverComesTheAnswerIsLegal() throws IOException {
        List<EnvelopeCase> rows = smallRows();
        Random random = new Random(20_260_728);
        long before = usedHeap();
        for (int i = 0; i < MUTATIONS; i++) {
            EnvelopeCase row = rows.get(random.nextInt(rows.size()));
            byte[] message = mutated(rows, row.message().getBytes(StandardCharsets.UTF_8), random);
            int calls = whole.calls.get();
            Answer answer = answered(message, peer(row, random));
            assertLegal(answer, message);
            if (whole.calls.get() > calls) {
                assertThat(isCall(message)).as(text(message)).isTrue();
            }
        }
        assertThat(usedHeap() - before).as("bytes of heap that stay").isLessThan(MOST_GROWTH);
        assertThat(whole.faults).allSatisfy(fault -> assertThat(fault).hasMessage("broken"));
        assertThat(text(answered(
                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}".getBytes(StandardCharsets.UTF_8),
                                Peer.overPipe())
                        .body()))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
    }

    @Test
    void bytesThatAreNoTextAreNoMessage() {
        String ping = "{\"jsonrpc\":\"2.0\",\"id\":\"@\",\"method\":\"ping\"}";
        List<byte[]> wrong = new ArrayList<>();
        for (String bytes : List.of(
                "\u00c0\u00ae",
                "\u00c1\u00bf",
                "\u00e0\u0080\u00af",
                "\u00f0\u0080\u0080\u00af",
                "\u0080",
                "\u00bf",
                "\u00c3",
                "\u00e2\u0082",
                "\u00f0\u009f\u0098",
                "\u00ed\u00a0\u0080",
                "\u00ed\u00bf\u00bf",
                "\u00f4\u0090\u0080\u0080",
                "\u00f5\u0080\u0080\u0080",
                "\u00f8\u0088\u0080\u0080\u0080",
                "\u00fe",
                "\u00ff",
                "\u00c3(",
                "a\u00ffb")) {
            wrong.add(ping.replace("@", bytes).getBytes(StandardCharsets.ISO_8859_1));
        }
        for (Charset charset : List.of(
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16BE,
                StandardCharsets.UTF_16LE,
                Charset.forName("UTF-32"))) {
            wrong.add(ping.getBytes(charset));
        }
        wrong.add(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0});
        wrong.add(new byte[] {0});
        wrong.add(("\u0000" + ping).getBytes(StandardCharsets.UTF_8));
        wrong.add(("\ufeff" + ping).getBytes(StandardCharsets.UTF_8));
        for (byte[] message : wrong) {
            Answer answer = answered(message, Peer.overPipe());
            assertThat(answer.standing()).isEqualTo(Answer.Standing.BAD_REQUEST);
            assertThat(text(answer.body())).startsWith("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,");
        }
    }

    /** Spoils a message in one to four places. */
    private static byte[] mutated(List<EnvelopeCase> rows, byte[] message, Random random) {
        byte[] spoiled = message;
        for (int places = 1 + random.nextInt(4); places > 0; places--) {
            int at = random.nextInt(spoiled.length + 1);
            int end = Math.min(spoiled.length, at + random.nextInt(12));
            byte[] piece = switch (random.nextInt(6)) {
                case 0 -> new byte[0];
                case 1 -> new byte[] {(byte) random.nextInt(256)};
                case 2 -> PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
                case 3 -> Arrays.copyOfRange(spoiled, at, end);
                case 4 -> partOf(rows.get(random.nextInt(rows.size())).message(), random);
                default -> Arrays.copyOfRange(spoiled, end, spoiled.length);
            };
            ByteArrayOutputStream next = new ByteArrayOutputStream();
            next.write(spoiled, 0, at);
            next.writeBytes(piece);
            int from = random.nextBoolean() ? at : end;
            next.write(spoiled, from, spoiled.length - from);
            spoiled = next.toByteArray();
        }
        return spoiled;
    }

    private static byte[] partOf(String message, Random random) {
        int from = random.nextInt(message.length() + 1);
        int to = from + random.nextInt(message.length() - from + 1);
        return message.substring(from, to).getBytes(StandardCharsets.UTF_8);
    }

    private Peer peer(EnvelopeCase row, Random random) {
        if (row.headers().isEmpty() == random.nextInt(10) > 0) {
            return whole.declining();
        }
        List<String> sent = row.headers().orElse(List.of("2026-07-28", "tools/call", "echo"));
        return Peer.overHttp(
                new RequestHeaders(header(sent, 0, random), header(sent, 1, random), header(sent, 2, random)),
                new CompletableFuture<>());
    }

    private static Optional<String> header(List<String> sent, int index, Random random) {
        if (random.nextInt(20) == 0) {
            return Optional.of(PIECES.get(random.nextInt(PIECES.size())));
        }
        return sent.size() <= index || random.nextInt(20) == 0 ? Optional.empty() : Optional.of(sent.get(index));
    }

    private Answer answered(byte[] message, Peer peer) {
        CompletableFuture<Answer> answer = whole.kernel.answer(message, peer);
        for (CompletableFuture<ToolResult> held = whole.tools.held.poll();
                held != null;
                held = whole.tools.held.poll()) {
            held.complete(ToolResult.of(new byte[] {'1'}));
        }
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static void assertLegal(Answer answer, byte[] message) {
        String body = text(answer.body());
        if (answer.standing() == Answer.Standing.NOTHING) {
            assertThat(body).isEmpty();
            return;
        }
        assertThat(body).as(text(message)).doesNotContain("\n", "Feature", "Source:", "jackson", "at dev.", "at java.");
        JsonNode json = STRICT.readTree(answer.body());
        for (JsonNode each : json.isArray() ? json : List.of(json)) {
            assertThat(each.path("jsonrpc").asString()).as(text(message)).isEqualTo("2.0");
            assertThat(each.has("id")).as(text(message)).isTrue();
            assertThat(each.has("result")).as(text(message)).isNotEqualTo(each.has("error"));
            if (each.path("result").path("resultType").asString("").equals("input_required")) {
                assertAsks(each.path("result"), message);
            }
            if (each.has("error")) {
                assertThat(each.path("error").path("code").isInt()).isTrue();
                assertThat(each.path("error").path("message").asString().length())
                        .isBetween(1, 400);
            }
        }
        assertThat(json.isArray() && json.isEmpty()).as(text(message)).isFalse();
    }

    private static void assertAsks(JsonNode result, byte[] message) {
        assertThat(text(message)).contains("elicitation");
        assertThat(result.at("/inputRequests/confirm/method").asString()).isEqualTo("elicitation/create");
        assertThat(result.path("requestState").asString()).isNotEmpty();
    }

    /** Whether a strict reader finds the call of a tool in a message. */
    private static boolean isCall(byte[] message) {
        try {
            JsonNode json = STRICT.readTree(message);
            for (JsonNode each : json.isArray() ? json : List.of(json)) {
                if (each.path("jsonrpc").asString("").equals("2.0")
                        && each.path("method").asString("").equals("tools/call")
                        && (each.path("id").isString() || each.path("id").isIntegralNumber())
                        && each.path("params").path("name").isString()) {
                    return true;
                }
            }
            return false;
        } catch (JacksonException e) {
            return false;
        }
    }

    /** The rows whose messages are short: what matters in the others is their length, which other tests are about. */
    private static List<EnvelopeCase> smallRows() throws IOException {
        List<EnvelopeCase> rows = new ArrayList<>();
        for (String table : List.of("legacy.txt", "modern.txt", "hostile.txt", "context.txt")) {
            EnvelopeCase.read(table).stream()
                    .filter(row -> row.message().length() < 2_000)
                    .forEach(rows::add);
        }
        assertThat(rows).hasSizeGreaterThan(400);
        return rows;
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
