package dev.toolsmith.runtime.transport.http;

/**
 * How long a server waits for its clients.
 *
 * @param headerMillis for a connection's first request header, TLS handshake included
 * @param nextHeaderMillis for every further one, from the end of the answer before it
 * @param bodyBytesASecond so many bytes of a body must come in a second, on average
 * @param writeMillis for a client to take a part of its answer
 * @param idleMillis for anything at all
 */
record Patience(long headerMillis, long nextHeaderMillis, long bodyBytesASecond, long writeMillis, long idleMillis) {

    /** Longer than any client needs, and short enough that slow ones cannot take all connections. */
    static final Patience USUAL = new Patience(10_000, 70_000, 1_024, 30_000, 60_000);
}
