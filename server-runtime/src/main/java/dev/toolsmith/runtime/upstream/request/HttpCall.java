package dev.toolsmith.runtime.upstream.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request as it goes over the wire to a fixed host.
 *
 * @param method HTTP method, upper case
 * @param target path and query, encoded
 * @param headers the headers that arguments and credentials make
 * @param body what is sent, if anything
 * @param reads whether sending it twice does no harm
 */
public record HttpCall(String method, String target, List<Header> headers, Optional<Content> body, boolean reads) {

    private static final String COOKIE = "Cookie";

    /** The request with one more header, after those that it has. */
    public HttpCall withHeader(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new HttpCall(method, target, List.copyOf(more), body, reads);
    }

    /** The request with one more cookie, after those that it has. */
    public HttpCall withCookie(String name, String value) {
        List<Header> others = new ArrayList<>();
        StringBuilder cookies = new StringBuilder();
        for (Header header : headers) {
            if (header.name().equals(COOKIE)) {
                cookies.append(header.value()).append("; ");
            } else {
                others.add(header);
            }
        }
        others.add(new Header(
                COOKIE, cookies.append(name).append('=').append(value).toString()));
        return new HttpCall(method, target, List.copyOf(others), body, reads);
    }

    /** The request with one more query parameter, after those that it has. */
    public HttpCall withQuery(String name, String value) {
        String pair = PercentEncoding.of(name) + "=" + PercentEncoding.of(value);
        return new HttpCall(method, target + (target.indexOf('?') < 0 ? "?" : "&") + pair, headers, body, reads);
    }

    /** One header line. */
    public record Header(String name, String value) {}

    /** A body and what it is called. */
    public record Content(String mediaType, byte[] bytes) {}
}
