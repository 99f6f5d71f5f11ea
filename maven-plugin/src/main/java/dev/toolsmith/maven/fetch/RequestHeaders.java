package dev.toolsmith.maven.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Headers that let a request in. They are sent to the origin that they are meant for and to no other.
 *
 * @param values name to value
 */
record RequestHeaders(SortedMap<String, String> values) {

    static final RequestHeaders NONE = new RequestHeaders(new TreeMap<>());

    RequestHeaders {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    static RequestHeaders basic(String user, String password) {
        return NONE.with("Authorization", "Basic " + base64(user, password));
    }

    static RequestHeaders proxy(String user, String password) {
        return NONE.with("Proxy-Authorization", "Basic " + base64(user, password));
    }

    static RequestHeaders bearer(String token) {
        return NONE.with("Authorization", "Bearer " + token.strip());
    }

    RequestHeaders with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(values);
        more.put(name, value);
        return new RequestHeaders(more);
    }

    RequestHeaders with(Map<String, String> others) {
        SortedMap<String, String> more = new TreeMap<>(values);
        more.putAll(others);
        return new RequestHeaders(more);
    }

    /** The names alone. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }

    private static String base64(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
