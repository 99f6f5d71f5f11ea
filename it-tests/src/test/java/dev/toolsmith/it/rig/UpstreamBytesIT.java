package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An API whose answers are cut, wrong or far too large (F5, F6, F7): none of them is a result. */
@Tag("faults")
class UpstreamBytesIT {

    private static final String START = "{\"data\":{\"marker\":\"half";

    @TempDir
    Path folder;

    @Test
    void answersThatBreakOffAreNoResults() {
        Map<String, Reply> cut = new LinkedHashMap<>();
        cut.put("reset within the body", Replies.rawThenReset(Replies.head(200, "application/json", 400) + START));
        cut.put("end within the length", Replies.raw(Replies.head(200, "application/json", 400) + START));
        cut.put(
                "end without a length",
                Replies.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" + START));
        cut.put(
                "end within a chunk",
                Replies.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "ff\r\n" + START));
        cut.put("end within the head", Replies.raw("HTTP/1.1 200 OK\r\nContent-Ty"));
        cut.put("end before the head", Replies.raw(""));
        assertNoResults(cut, List.of("upstream_incomplete", "upstream_invalid"));
    }

    @Test
    void answersThatAreNoJsonAreNoResults() {
        Map<String, Reply> wrong = new LinkedHashMap<>();
        wrong.put("no JSON", Replies.json(200, "{\"data\":}"));
        wrong.put("a page", Replies.text(200, "text/html", "<html><body>Sign in</body></html>"));
        wrong.put("two values", Replies.json(200, "{} {}"));
        wrong.put("a name twice", Replies.json(200, "{\"data\":1,\"data\":2}"));
        wrong.put("too deep", Replies.json(200, "[".repeat(10_000) + "]".repeat(10_000)));
        wrong.put("no UTF-8", Replies.raw(Replies.head(200, "application/json", 13) + "{\"data\":\"\u00ff\u00fe\"}"));
        wrong.put("no HTTP", Replies.raw("220 mail.example.com ESMTP\r\n\r\n"));
        wrong.put("many heads first", Replies.raw("HTTP/1.1 102 Processing\r\n\r\n".repeat(5_000)));
        assertNoResults(wrong, List.of("upstream_invalid", "upstream_incomplete"));
    }

    private void assertNoResults(Map<String, Reply> replies, List<String> codes) {
        try (Rig rig = Rig.with(replies.size(), folder)) {
            int workspace = 0;
            for (Map.Entry<String, Reply> reply : replies.entrySet()) {
                rig.stub().follow(Script.calls(reply.getValue()));
                for (Tool tool : Tool.values()) {
                    Call call = rig.call(rig.endpoint(workspace), tool);
                    assertThat(call.answer().code())
                            .as(reply.getKey() + ": " + call)
                            .isIn(codes);
                }
                workspace++;
            }
            rig.stub().follow(Script.allWell());
            rig.awaitResult(rig.endpoint(0));
            rig.ledger().check();
            rig.finish();
        }
    }

    @Test
    void answersThatAreFarTooLargeAreCutOffAndFillNoMemory() {
        try (Rig rig = Rig.with(8, folder, "-Xmx256m")) {
            AtomicInteger turns = new AtomicInteger();
            List<Reply> large = List.of(
                    Replies.large(20L << 20),
                    Replies.endless(),
                    bomb(),
                    Replies.rawThenHang("HTTP/1.1 200 OK\r\nX-Large: " + "x".repeat(500_000) + "\r\n\r\n"));
            rig.stub()
                    .follow(Script.calls((arrival, socket) -> large.get(turns.getAndIncrement() % 20 % large.size())
                            .send(arrival, socket)));
            rig.driver(24).run(5, client -> (connection, turn) -> {
                Call call = connection.call(rig.endpoint(client), Tool.READ);
                assertThat(call.answer().isResult()).as(call.toString()).isFalse();
            });
            System.out.println("faults: F7 " + rig.log().counts());
            assertThat(rig.hosted().log()).doesNotContain("OutOfMemory");
            rig.stub().follow(Script.allWell());
            for (int i = 0; i < 8; i++) {
                rig.awaitResult(rig.endpoint(i));
            }
            rig.ledger().check();
            rig.finish();
        }
    }

    /** Ten kilobytes that become ten megabytes. */
    private static Reply bomb() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 1_000; i++) {
                gzip.write(new byte[10_000]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String head = Replies.head(200, "application/json", packed.size(), "Content-Encoding: gzip");
        return Replies.raw(head + packed.toString(StandardCharsets.ISO_8859_1));
    }
}
