package dev.toolsmith.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.platform.audit.AuditEvent.Invocation;
import dev.toolsmith.platform.audit.AuditEvent.Outcome;
import dev.toolsmith.platform.audit.AuditEvent.Subject;
import dev.toolsmith.platform.audit.AuditExport.Format;
import dev.toolsmith.runtime.tool.CallOrigin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditExportTest {

    private static final String ZEROS = AuditChain.GENESIS;

    private static AuditRow row(String clientName) {
        AuditEvent event = new AuditEvent(
                Instant.EPOCH,
                AuditEvent.CALL_REFUSED,
                new Subject("srv", "", "", "", "", ""),
                new Invocation("call", "tool", "", "", "", new CallOrigin(clientName, "-1", "")),
                Outcome.refused("busy", 3),
                Map.of("why", "a, b"));
        return AuditChain.row(1, AuditJson.write(event), ZEROS);
    }

    private static String export(Format format, AuditRow... rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AuditExport export = new AuditExport(format, out);
        for (AuditRow row : rows) {
            export.accept(row);
        }
        export.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void jsonLinesHoldTheBodyAndTheChain() {
        AuditRow row = row("x");
        assertThat(export(Format.JSONL, row, row))
                .isEqualTo(
                        ("{\"sequence\":1," + row.body().substring(1, row.body().length() - 1) + ",\"previous\":\""
                                        + ZEROS + "\",\"hash\":\"" + row.hash() + "\"}\n")
                                .repeat(2));
    }

    @Test
    void csvHasNamesAndAsManyCellsInEachLine() {
        AuditRow row = row("Claude \"Desktop\", 2");
        String[] lines = export(Format.CSV, row).split("\r\n", -1);
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).startsWith("sequence,time,kind,server_id").endsWith(",detail,previous,hash");
        assertThat(lines[1])
                .isEqualTo("1,1970-01-01T00:00:00.000Z,call.refused,srv,,,,,,call,tool,,,,"
                        + "\"Claude \"\"Desktop\"\", 2\",'-1,,,,refused,busy,,,3,,\"why=a, b\"," + ZEROS + ","
                        + row.hash());
        assertThat(lines[2]).isEmpty();
    }

    @Test
    void noCellIsAFormula() {
        for (String start : new String[] {"=", "+", "-", "@", "\t", "\r", "\n"}) {
            assertThat(export(Format.CSV, row(start + "1"))).contains("'" + start + "1");
        }
    }

    @Test
    void aRowThatIsNoEventAnyMoreIsShownAsItStands() {
        AuditRow row = new AuditRow(7, "{\"time\":1\n,", ZEROS, "h");
        assertThat(export(Format.CSV, row)).contains("7,,,").contains(",\"{\"\"time\"\":1\n,\",");
        assertThat(export(Format.JSONL, row).lines()).hasSize(1);
    }

    @Test
    void itEndsWhenNobodyTakesTheLines() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        };
        AuditExport export = new AuditExport(Format.JSONL, broken);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1_000_000; i++) {
                        export.accept(row("x"));
                    }
                })
                .isInstanceOf(UncheckedIOException.class);
    }
}
