package dev.toolsmith.platform.audit;

import dev.toolsmith.platform.audit.AuditEvent.Invocation;
import dev.toolsmith.platform.audit.AuditEvent.Outcome;
import dev.toolsmith.platform.audit.AuditEvent.Subject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Writes rows of the trail as lines, one at a time, for other programs. */
public final class AuditExport implements Consumer<AuditRow> {

    /** How lines are written. */
    public enum Format {
        /** A JSON object a line: the row's body with {@code sequence}, {@code previous} and {@code hash} beside. */
        JSONL,
        /** RFC 4180, with a line of names first, and no cell that a spreadsheet takes for a formula. */
        CSV
    }

    private static final List<String> NAMES = List.of(
            "sequence",
            "time",
            "kind",
            "server_id",
            "connection_id",
            "token_id",
            "api_token_id",
            "actor",
            "address",
            "call_id",
            "tool",
            "arguments_hash",
            "arguments_shape",
            "scopes",
            "client_name",
            "client_version",
            "agent_run_id",
            "trace_id",
            "parent_id",
            "decision",
            "reason",
            "upstream_status",
            "request_id",
            "millis",
            "bytes",
            "detail",
            "previous",
            "hash");

    private final Format format;
    private final Writer out;

    /** Writes the names too, where the format has them. The stream stays open. */
    public AuditExport(Format format, OutputStream out) {
        this.format = format;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        if (format == Format.CSV) {
            write(NAMES.stream().collect(Collectors.joining(",", "", "\r\n")));
        }
    }

    /**
     * Writes a row.
     *
     * @throws UncheckedIOException when the stream takes no more
     */
    @Override
    public void accept(AuditRow row) {
        write(format == Format.CSV ? csv(row) : jsonLine(row));
    }

    /** Hands on what was written. */
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String jsonLine(AuditRow row) {
        // Bodies have no line breaks, unless somebody has tampered with them.
        String body = row.body().replace('\n', ' ').replace('\r', ' ');
        String members = body.length() > 2 ? body.substring(1, body.length() - 1) + "," : "";
        return "{\"sequence\":" + row.sequence() + "," + members + "\"previous\":\"" + row.previous() + "\",\"hash\":\""
                + row.hash() + "\"}\n";
    }

    private static String csv(AuditRow row) {
        StringBuilder line = new StringBuilder(512);
        cell(line.append(row.sequence()), eventCells(row));
        cell(line, row.previous());
        return cell(line, row.hash()).append("\r\n").toString();
    }

    private static String[] eventCells(AuditRow row) {
        try {
            return cells(AuditJson.read(row.body()));
        } catch (IllegalArgumentException e) {
            // Tampered with: shown as it stands.
            String[] cells = new String[NAMES.size() - 3];
            Arrays.fill(cells, "");
            cells[cells.length - 1] = row.body();
            return cells;
        }
    }

    private static String[] cells(AuditEvent event) {
        Subject subject = event.subject();
        Invocation call = event.invocation();
        Outcome outcome = event.outcome();
        return new String[] {
            AuditJson.time(event.time()),
            event.kind(),
            subject.serverId(),
            subject.connectionId(),
            subject.tokenId(),
            subject.apiTokenId(),
            subject.actor(),
            subject.address(),
            call.callId(),
            call.tool(),
            call.argumentsHash(),
            call.argumentsShape(),
            call.scopes(),
            call.origin().clientName(),
            call.origin().clientVersion(),
            call.origin().agentRunId(),
            call.origin().trace().traceId(),
            call.origin().trace().parentId(),
            outcome.decision(),
            outcome.reason(),
            number(outcome.upstreamStatus()),
            outcome.requestId(),
            number(outcome.millis()),
            number(outcome.bytes()),
            detail(event.detail())
        };
    }

    private static String number(long value) {
        return value == 0 ? "" : Long.toString(value);
    }

    private static String detail(Map<String, String> detail) {
        return new TreeMap<>(detail)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("; "));
    }

    private static StringBuilder cell(StringBuilder line, String... texts) {
        for (String text : texts) {
            String safe = isFormula(text) ? "'" + text : text;
            boolean isQuoted = safe.indexOf(',') >= 0
                    || safe.indexOf('"') >= 0
                    || safe.indexOf('\n') >= 0
                    || safe.indexOf('\r') >= 0;
            line.append(',').append(isQuoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe);
        }
        return line;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    }
}
