package dev.toolsmith.platform.ops;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

final class LogsTest {

    private static final List<String> CANARIES = List.of(
            "tsm_4kQ9Zr2Lm8Xv1Nc6Bt3Yp7Wd5Hs0Jf4Gg2Ka8Ue6Ri1Qo3Zx9Cv5Bn",
            "tsk_abcdefghij0123456789ABCDEFGHIJabcdefghij01234567890123456",
            "tss_0",
            "sk_live0123456789",
            "3f9a1c7e5b2d8064a1b3c5d7e9f00112233445566778899aabbccddeeff00112",
            "qL8v+Zt3/Xw9Kd2Rm5Yh7Bn1Cj4Fs6Gp0Tu8Ae2Vi5Wo9=");

    @ParameterizedTest
    @EnumSource(Logs.Format.class)
    void secretsAreHiddenWhereverTheyStand(Logs.Format format) {
        for (String canary : CANARIES) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Logger log = logger(format, out);
            log.warn("It came with {} and so on", canary);
            log.atInfo()
                    .addKeyValue("url", "https://mcp.example.com/mcp/" + canary)
                    .log("asked");
            log.error("It broke", new IllegalStateException("near " + canary, new RuntimeException(canary)));
            Thread.currentThread().setName("on " + canary);
            log.warn("From a thread of that name");
            Thread.currentThread().setName("main");
            String text = out.toString(StandardCharsets.UTF_8);
            assertThat(text).as(canary).doesNotContain(canary).contains("It came with", "***", "It broke");
        }
    }

    @ParameterizedTest
    @EnumSource(Logs.Format.class)
    void headersWithCredentialsAreHidden(Logs.Format format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Logger log = logger(format, out);
        log.warn("Sent Authorization: Basic c2hvcnQ6cHc=");
        log.warn("Sent bearer short-one");
        log.warn("Sent {\"authorization\": \"Digest username=me\"}");
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("c2hvcnQ", "short-one", "username=me");
    }

    @ParameterizedTest
    @EnumSource(Logs.Format.class)
    void nobodyWritesLinesOfTheirOwn(Logs.Format format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Logger log = logger(format, out);
        log.warn("Called {}", "x\r\n2026-01-01T00:00:00Z INFO forged\u001b[2Jy\u2028z\u009bq");
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text.strip().lines()).hasSize(1);
        assertThat(text).doesNotContain("\u001b", "\u2028", "\u009b");
    }

    @ParameterizedTest
    @EnumSource(Logs.Format.class)
    void wordsIdsAndClassNamesStay(Logs.Format format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String words = "srv_0123456789abcdefghjkmnpqrs of dev.toolsmith.platform.hosting.HostedServersInMemory"
                + " at /var/lib/attio-mcp-server/data-of-the-server/toolsmith.db for list_all_attio_company_attributes";
        logger(format, out).warn(words);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(words);
    }

    @Test
    void aLineOfJsonIsAnObject() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        logger(Logs.Format.JSON, out)
                .atInfo()
                .addKeyValue("status", 200)
                .addKeyValue("route", "/mcp/{token}")
                .log("answered \"it\"");
        var line = JsonMapper.shared().readTree(out.toByteArray());
        assertThat(line.get("message").asString()).isEqualTo("answered \"it\"");
        assertThat(line.get("status").asInt()).isEqualTo(200);
        assertThat(line.get("route").asString()).isEqualTo("/mcp/{token}");
        assertThat(line.get("level").asString()).isEqualTo("INFO");
    }

    private static Logger logger(Logs.Format format, ByteArrayOutputStream out) {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        Logs.configure(context, format, out);
        return context.getLogger("dev.toolsmith.test");
    }
}
