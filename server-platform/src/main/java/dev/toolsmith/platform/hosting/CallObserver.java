package dev.toolsmith.platform.hosting;

/** Told of calls as they begin and end, and of callers that are turned away. Must be quick and throw nothing. */
public interface CallObserver {

    /** One that does nothing. */
    CallObserver NONE = new CallObserver() {
        @Override
        public void began(String serverId) {}

        @Override
        public void ended(
                String serverId, String tool, String decision, String reason, int upstreamStatus, long nanos) {}

        @Override
        public void turnedAway(int status) {}

        @Override
        public void ownRead(String reason) {}
    };

    /** A call has come to a server; exactly one {@link #ended} follows. */
    void began(String serverId);

    /**
     * A call has its answer.
     *
     * @param tool as it was asked for; any text when the reason is {@code unknown_tool}
     * @param decision {@code allowed} or {@code refused}
     * @param reason a stable name; empty for none
     * @param upstreamStatus the API's HTTP status; 0 when no answer came
     * @param nanos from its beginning
     */
    void ended(String serverId, String tool, String decision, String reason, int upstreamStatus, long nanos);

    /** A caller was turned away at a server's door with an HTTP status. */
    void turnedAway(int status);

    /**
     * The platform has read something of an account for itself, or tried to.
     *
     * @param reason a stable name of why it was not read; empty when it was
     */
    void ownRead(String reason);
}
