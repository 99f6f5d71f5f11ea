package dev.toolsmith.runtime.upstream;

import java.time.Duration;

/**
 * How long and how much calls may take.
 *
 * @param deadline from the call to the last byte of the answer, retries included; 30 s by default
 * @param connectTimeout to connect, TLS handshake included; 5 s by default
 * @param maxAnswerBytes bytes of an answer's body, compressed or not, beyond which it is cut off; 5 MiB by default
 * @param maxResultBytes bytes of a result's text; 256 KiB by default
 * @param maxBytesInFlight bytes of all answers held at one time; 64 MiB by default
 * @param maxConnections connections to one API at one time; 32 by default
 */
public record UpstreamLimits(
        Duration deadline,
        Duration connectTimeout,
        int maxAnswerBytes,
        int maxResultBytes,
        long maxBytesInFlight,
        int maxConnections) {

    /** The limits that a server has when it is told no others. */
    public static UpstreamLimits defaults() {
        return new UpstreamLimits(Duration.ofSeconds(30), Duration.ofSeconds(5), 5 << 20, 256 << 10, 64L << 20, 32);
    }

    /** These limits with another deadline. */
    public UpstreamLimits withDeadline(Duration other) {
        return new UpstreamLimits(
                other, connectTimeout, maxAnswerBytes, maxResultBytes, maxBytesInFlight, maxConnections);
    }
}
