package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.TraceContext;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The members of a request's {@code _meta} that the protocol defines (MCP 2026-07-28, General fields). */
final class Meta {

    static final String PROTOCOL_VERSION = "io.modelcontextprotocol/protocolVersion";
    static final String CLIENT_CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
    static final String CLIENT_INFO = "io.modelcontextprotocol/clientInfo";
    static final String SUBSCRIPTION_ID = "io.modelcontextprotocol/subscriptionId";
    static final String SERVER_INFO = "io.modelcontextprotocol/serverInfo";

    /** Names the run of an agent that a call belongs to; {@code agent_run_id} alone is read too. */
    static final String AGENT_RUN_ID = "dev.toolsmith/agent_run_id";

    /** Asks for progress (MCP 2025-11-25 and 2026-07-28, Progress). */
    static final String PROGRESS_TOKEN = "progressToken";

    private static final String TRACE_PARENT = "traceparent";

    private Meta() {}

    static RawObject of(Message.Request request) {
        return request.params().object("_meta").orElse(RawObject.EMPTY);
    }

    /** Whose request it is: as it says itself, else as its sender has said before. */
    static CallOrigin origin(Message.Request request, CallOrigin known) {
        RawObject meta = of(request);
        String run =
                meta.string(AGENT_RUN_ID).or(() -> meta.string("agent_run_id")).orElse(known.agentRunId());
        Optional<String> parent = meta.string(TRACE_PARENT);
        TraceContext trace = parent.isPresent() ? TraceContext.of(parent.get()) : known.trace();
        Optional<RawObject> info = meta.object(CLIENT_INFO);
        return info.isEmpty()
                ? new CallOrigin(known.clientName(), known.clientVersion(), run, trace)
                : new CallOrigin(
                        info.get().string("name").orElse(""),
                        info.get().string("version").orElse(""),
                        run,
                        trace);
    }

    /** Appends the members of a finished object. */
    static void append(JsonBytes to, byte[] object) {
        String text = new String(object, StandardCharsets.UTF_8).strip();
        byte[] members = text.substring(1, text.length() - 1).strip().getBytes(StandardCharsets.UTF_8);
        to.jsonOnOneLine(members, 0, members.length);
    }
}
