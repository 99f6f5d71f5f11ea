package dev.toolsmith.runtime.upstream;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A complete answer, decompressed.
 *
 * @param status HTTP status
 * @param headers the first value of each header, names in lower case
 * @param body the body's bytes, empty when there is none
 */
record HttpAnswer(int status, Map<String, String> headers, byte[] body) {

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The media type without parameters, lower case; empty when none is named. */
    String mediaType() {
        String named = headers.getOrDefault("content-type", "");
        int parameters = named.indexOf(';');
        return (parameters < 0 ? named : named.substring(0, parameters)).trim().toLowerCase(Locale.ROOT);
    }

    /** What the API calls this exchange; empty when it does not say. */
    String requestId() {
        return header("x-request-id").or(() -> header("request-id")).orElse("");
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
