package dev.toolsmith.runtime.tool;

/**
 * What is kept of the API's answer to a call, for the operator's records.
 *
 * @param status the HTTP status
 * @param requestId what the API calls the exchange, empty when it does not say
 * @param bytes how many bytes the answer's body had, decompressed
 */
public record UpstreamAnswer(int status, String requestId, long bytes) {}
