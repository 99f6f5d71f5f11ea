package dev.toolsmith.runtime.transport.http;

/**
 * A request that is turned away before its message is looked at.
 *
 * @param status the HTTP status
 * @param why what is wrong and what to do, for the client's developer
 * @param header a header field that belongs to the status; empty for none
 * @param headerValue its value
 */
public record Refusal(int status, String why, String header, String headerValue) {

    /** A refusal that needs no header field. */
    public Refusal(int status, String why) {
        this(status, why, "", "");
    }
}
