package dev.toolsmith.runtime.tool;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Says that a call cannot go on before its client has been asked: the request is answered with the questions, and comes
 * again with the responses (MCP 2026-07-28, Multi Round-Trip Requests).
 */
public final class InputRequiredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, InputRequest> requests;
    private final transient Optional<String> state;

    /**
     * Asks several things at once, or none and only to come again.
     *
     * @param requests by the keys that the responses will have; each must be something that the client can be asked
     * @param state what the call wants to find in {@link CallClient#state} then; the client can read it
     */
    public InputRequiredException(Map<String, InputRequest> requests, Optional<String> state) {
        super("The client has to be asked", null, false, false);
        this.requests = Collections.unmodifiableMap(new LinkedHashMap<>(requests));
        this.state = state;
    }

    /** The questions in their order. */
    public Map<String, InputRequest> requests() {
        return requests;
    }

    /** What the call wants to keep with the client. */
    public Optional<String> state() {
        return state;
    }
}
