package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.audit.AuditEvent.Invocation;
import dev.toolsmith.platform.model.RandomId;
import dev.toolsmith.platform.vault.Mac;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.ToolCall;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Says of calls what the trail keeps: no value of an argument, and nothing longer than it need be. */
final class CallFacts {

    private static final int LONGEST = 128;

    private final Mac arguments;
    private final String process = RandomId.of("call_").substring(0, 17);
    private final AtomicLong calls = new AtomicLong();

    CallFacts(Mac arguments) {
        this.arguments = arguments;
    }

    /** A name that no other call has. */
    String newCallId() {
        return process + "_" + Long.toString(calls.incrementAndGet(), Character.MAX_RADIX);
    }

    /** A call of which nothing was understood but its tool's name. */
    Invocation unread(String callId, ToolCall call) {
        try {
            return read(callId, call, JsonTree.read(call.arguments()), List.of());
        } catch (JacksonException e) {
            return invocation(callId, call, call.arguments(), "", List.of());
        }
    }

    /** A call with arguments that were read. */
    Invocation read(String callId, ToolCall call, JsonNode arguments, List<String> scopes) {
        return invocation(callId, call, JsonTree.canonical(arguments), ArgumentShape.of(arguments), scopes);
    }

    private Invocation invocation(String callId, ToolCall call, byte[] canonical, String shape, List<String> scopes) {
        return new Invocation(
                callId,
                cut(call.name()),
                HexFormat.of().formatHex(arguments.of(canonical)),
                shape,
                String.join(" ", scopes),
                cut(call.origin()));
    }

    private static CallOrigin cut(CallOrigin origin) {
        return new CallOrigin(
                cut(origin.clientName()), cut(origin.clientVersion()), cut(origin.agentRunId()), origin.trace());
    }

    /** The beginning of what a client said. */
    static String cut(String said) {
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST);
    }
}
