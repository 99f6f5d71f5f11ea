package dev.toolsmith.sandbox.wire;

import java.util.List;

/**
 * An operation: its method, path template, the scopes it asks for and what it does.
 *
 * @param method the HTTP method, in upper case
 * @param template the path with variables in braces, such as {@code /v2/notes/{note_id}}
 * @param scopes every scope that the token must hold
 * @param handler what it does
 */
public record Route(String method, String template, List<String> scopes, Handler handler) {
    public Route {
        scopes = List.copyOf(scopes);
    }

    /** An operation with its scopes. */
    public static Route of(String method, String template, Handler handler, String... scopes) {
        return new Route(method, template, List.of(scopes), handler);
    }
}
