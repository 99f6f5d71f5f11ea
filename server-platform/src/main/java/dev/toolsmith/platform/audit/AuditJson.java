package dev.toolsmith.platform.audit;

import dev.toolsmith.platform.audit.AuditEvent.Invocation;
import dev.toolsmith.platform.audit.AuditEvent.Outcome;
import dev.toolsmith.platform.audit.AuditEvent.Subject;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.TraceContext;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * An audit event as canonical JSON: members in fixed order, empty ones left out, plain ASCII. The same event has the
 * same bytes always, and half a surrogate pair in a client's words cannot make the stored text differ from the hashed.
 */
public final class AuditJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            .configure(JsonWriteFeature.ESCAPE_NON_ASCII, true)
            .build();

    /** Always with milliseconds, so that texts sort as times do. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private AuditJson() {}

    /** An instant as it stands in a body: UTC, cut to milliseconds. */
    public static String time(Instant time) {
        return TIME.format(time);
    }

    /** The body of an event's row. */
    public static String write(AuditEvent event) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("time", time(event.time()));
            put(json, "kind", event.kind());
            write(json, event.subject());
            write(json, event.invocation());
            write(json, event.outcome());
            writeDetail(json, event.detail());
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Subject subject) {
        put(json, "server_id", subject.serverId());
        put(json, "connection_id", subject.connectionId());
        put(json, "token_id", subject.tokenId());
        put(json, "api_token_id", subject.apiTokenId());
        put(json, "actor", subject.actor());
        put(json, "address", subject.address());
    }

    private static void write(JsonGenerator json, Invocation invocation) {
        put(json, "call_id", invocation.callId());
        put(json, "tool", invocation.tool());
        put(json, "arguments_hash", invocation.argumentsHash());
        put(json, "arguments_shape", invocation.argumentsShape());
        put(json, "scopes", invocation.scopes());
        put(json, "client_name", invocation.origin().clientName());
        put(json, "client_version", invocation.origin().clientVersion());
        put(json, "agent_run_id", invocation.origin().agentRunId());
        put(json, "trace_id", invocation.origin().trace().traceId());
        put(json, "parent_id", invocation.origin().trace().parentId());
    }

    private static void write(JsonGenerator json, Outcome outcome) {
        put(json, "decision", outcome.decision());
        put(json, "reason", outcome.reason());
        put(json, "upstream_status", outcome.upstreamStatus());
        put(json, "request_id", outcome.requestId());
        put(json, "millis", outcome.millis());
        put(json, "bytes", outcome.bytes());
    }

    private static void writeDetail(JsonGenerator json, Map<String, String> detail) {
        if (detail.isEmpty()) {
            return;
        }
        json.writeObjectPropertyStart("detail");
        new TreeMap<>(detail).forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    private static void put(JsonGenerator json, String name, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }

    private static void put(JsonGenerator json, String name, long value) {
        if (value != 0) {
            json.writeNumberProperty(name, value);
        }
    }

    /**
     * The event that a body tells of. Members it does not know are passed over.
     *
     * @throws IllegalArgumentException when it is not the body of an event
     */
    public static AuditEvent read(String body) {
        Map<String, String> members = new HashMap<>();
        Map<String, String> detail = new HashMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("A row of the audit trail is no JSON object.");
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                if (parser.nextToken() == JsonToken.START_OBJECT) {
                    readTexts(parser, detail);
                } else {
                    members.put(name, parser.getValueAsString(""));
                }
            }
            return event(members, detail);
        } catch (JacksonException | DateTimeException e) {
            throw new IllegalArgumentException("A row of the audit trail is no event.", e);
        }
    }

    private static void readTexts(JsonParser parser, Map<String, String> into) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            into.put(name, parser.getValueAsString(""));
        }
    }

    private static AuditEvent event(Map<String, String> from, Map<String, String> detail) {
        Subject subject = new Subject(
                text(from, "server_id"),
                text(from, "connection_id"),
                text(from, "token_id"),
                text(from, "api_token_id"),
                text(from, "actor"),
                text(from, "address"));
        Invocation invocation = new Invocation(
                text(from, "call_id"),
                text(from, "tool"),
                text(from, "arguments_hash"),
                text(from, "arguments_shape"),
                text(from, "scopes"),
                new CallOrigin(
                        text(from, "client_name"),
                        text(from, "client_version"),
                        text(from, "agent_run_id"),
                        new TraceContext(text(from, "trace_id"), text(from, "parent_id"))));
        Outcome outcome = new Outcome(
                text(from, "decision"),
                text(from, "reason"),
                (int) number(from, "upstream_status"),
                text(from, "request_id"),
                number(from, "millis"),
                number(from, "bytes"));
        return new AuditEvent(
                Instant.parse(text(from, "time")), text(from, "kind"), subject, invocation, outcome, detail);
    }

    private static String text(Map<String, String> from, String name) {
        return from.getOrDefault(name, "");
    }

    private static long number(Map<String, String> from, String name) {
        String text = text(from, name);
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }
}
