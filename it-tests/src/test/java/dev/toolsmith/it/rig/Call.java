package dev.toolsmith.it.rig;

/**
 * One call as its client saw it.
 *
 * @param marker names the call
 * @param endpoint where it was sent
 * @param tool what was called
 * @param sent when the client began to send, by {@link System#nanoTime}
 * @param answered when the client had the answer, or knew that none comes
 * @param answer what it got
 */
record Call(String marker, Endpoint endpoint, Tool tool, long sent, long answered, Answer answer) {

    /** How long it took. */
    long micros() {
        return (answered - sent) / 1_000;
    }

    /** Whether its answer holds its marker and no other. */
    boolean hasItsOwnResult() {
        String body = answer.body();
        return answer.isResult() && body.contains(marker) && Markers.allIn(body).allMatch(marker::equals);
    }

    /** The same, with nothing of its result but the marker. */
    Call withoutText() {
        Answer own = new Answer(answer.kind(), answer.status(), answer.code(), "", marker);
        return new Call(marker, endpoint, tool, sent, answered, own);
    }

    @Override
    public String toString() {
        return marker + " (" + tool.id() + " on " + endpoint.serverId() + ": " + answer + ")";
    }
}
