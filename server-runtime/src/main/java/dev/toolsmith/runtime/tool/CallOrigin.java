package dev.toolsmith.runtime.tool;

/**
 * Whose call it is, as the client itself says; nothing of it is proven.
 *
 * @param clientName what the client calls itself, empty when unknown
 * @param clientVersion its version, empty when unknown
 * @param agentRunId names the run of an agent that the call belongs to, empty when the client names none
 * @param trace the trace that the call belongs to
 */
public record CallOrigin(String clientName, String clientVersion, String agentRunId, TraceContext trace) {

    /** Of which nothing is known. */
    public static final CallOrigin UNKNOWN = new CallOrigin("", "", "");

    /** One that names no trace. */
    public CallOrigin(String clientName, String clientVersion, String agentRunId) {
        this(clientName, clientVersion, agentRunId, TraceContext.NONE);
    }
}
