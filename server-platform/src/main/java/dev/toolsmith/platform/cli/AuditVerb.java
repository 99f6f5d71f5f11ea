package dev.toolsmith.platform.cli;

import dev.toolsmith.platform.audit.AuditExport;
import dev.toolsmith.platform.audit.AuditExport.Format;
import dev.toolsmith.platform.audit.AuditQuery;
import dev.toolsmith.platform.audit.AuditVerdict;
import dev.toolsmith.platform.store.sqlite.SqliteStore;
import dev.toolsmith.runtime.cli.Option;
import dev.toolsmith.runtime.cli.UsageException;
import dev.toolsmith.runtime.cli.Verb;
import dev.toolsmith.runtime.cli.VerbCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Checks the audit trail, and hands it to other programs; a server may be running meanwhile. */
public final class AuditVerb implements Verb {

    private static final Option FORMAT =
            new Option("format", "FORMAT", "", "of an export: jsonl, a JSON object a line, by default, or csv");
    private static final Option FROM =
            new Option("from", "TIME", "", "export rows of this time or later: 2026-01-31 or 2026-01-31T12:00:00Z");
    private static final Option UNTIL = new Option("until", "TIME", "", "export rows before this time");

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String form() {
        return "verify | export [OPTIONS]";
    }

    @Override
    public String summary() {
        return "check that nobody has changed the audit trail, or write it to standard output";
    }

    @Override
    public List<Option> options() {
        return List.of(PlatformOptions.DATA_DIR, FORMAT, FROM, UNTIL);
    }

    @Override
    public List<Variable> variables() {
        return List.of(PlatformOptions.MASTER_KEY);
    }

    @Override
    public int run(VerbCall call) throws IOException {
        String what = call.words().size() == 1 ? call.words().get(0) : "";
        return switch (what) {
            case "verify" -> KeptData.telling(() -> verify(call));
            case "export" -> KeptData.telling(() -> export(call));
            default -> throw new UsageException("Say what to do: audit verify, or audit export.");
        };
    }

    private static int verify(VerbCall call) {
        KeptData data = KeptData.of(call);
        try (SqliteStore store = SqliteStore.open(data.database())) {
            AuditVerdict verdict = data.verify(store);
            call.print().println(verdict.text());
            return verdict.isIntact() ? 0 : 1;
        }
    }

    private static int export(VerbCall call) throws IOException {
        Format format = format(call.option(FORMAT).orElse("jsonl"));
        AuditQuery query = new AuditQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                call.option(FROM).map(text -> time(FROM, text)),
                call.option(UNTIL).map(text -> time(UNTIL, text)),
                1);
        KeptData data = KeptData.of(call);
        try (SqliteStore store = SqliteStore.open(data.database())) {
            AuditExport export = new AuditExport(format, call.out());
            store.read(reads -> {
                reads.eachAudit(query, export);
                return true;
            });
            export.flush();
            return 0;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Format format(String text) {
        return switch (text) {
            case "jsonl" -> Format.JSONL;
            case "csv" -> Format.CSV;
            default -> throw new UsageException("--format is jsonl or csv, not \"" + text + "\".");
        };
    }

    /** A day means its beginning, in UTC. */
    private static Instant time(Option option, String text) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new UsageException("--" + option.name() + " " + text
                    + " is no time. Write it like 2026-01-31 or 2026-01-31T12:00:00Z.");
        }
    }
}
