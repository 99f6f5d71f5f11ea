package dev.toolsmith.sandbox.http;

import dev.toolsmith.sandbox.wire.Query;
import dev.toolsmith.sandbox.wire.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request as it arrived. */
final class Incoming {
    private final String method;
    private final String target;
    private final Map<String, String> headers;
    private final byte[] body;

    /** A request with its headers by lower-case name. */
    Incoming(String method, String target, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
    }

    String method() {
        return method;
    }

    String target() {
        return target;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName));
    }

    /** The path as it was written, without the query. */
    String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    Query query() {
        int question = target.indexOf('?');
        return Query.parse(question < 0 ? "" : target.substring(question + 1));
    }

    Query form() {
        return Query.parse(new String(body, StandardCharsets.UTF_8));
    }

    /** The decoded segments of the path; an escaped slash stays within its segment. */
    List<String> segments() {
        return Arrays.stream(path().substring(1).split("/", -1))
                .map(Incoming::decode)
                .toList();
    }

    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            throw Refusal.notFound("The path holds a bad percent escape.");
        }
    }
}
