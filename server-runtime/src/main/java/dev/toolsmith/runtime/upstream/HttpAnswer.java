package dev.toolsmith.runtime.upstream;

import java.nio.charset.Charset;
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

    private static final String CHARSET = "charset=";

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The media type without parameters, lower case; empty when none is named. */
    String mediaType() {
        String named = headers.getOrDefault("content-type", "");
        int parameters = named.indexOf(';');
        return (parameters < 0 ? named : named.substring(0, parameters)).trim().toLowerCase(Locale.ROOT);
    }

    /** What its text is written in; empty when it does not say, or says what no Java knows. */
    Optional<Charset> charset() {
        for (String parameter : headers.getOrDefault("content-type", "").split(";", -1)) {
            String named = parameter.strip();
            if (named.regionMatches(true, 0, CHARSET, 0, CHARSET.length())) {
                return charset(
                        named.substring(CHARSET.length()).replace("\"", "").strip());
            }
        }
        return Optional.empty();
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What the API calls this exchange; empty when it does not say. */
    String requestId() {
        return header("x-request-id").or(() -> header("request-id")).orElse("");
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
