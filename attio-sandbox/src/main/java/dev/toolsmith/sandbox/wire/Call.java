package dev.toolsmith.sandbox.wire;

import dev.toolsmith.sandbox.access.Session;
import dev.toolsmith.sandbox.model.Workspace;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** One request that has been matched to an operation and authorised, with the workspace it works on. */
public final class Call {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final Workspace workspace;
    private final Session session;
    private final Map<String, String> variables;
    private final Query query;
    private final byte[] body;

    public Call(Workspace workspace, Session session, Map<String, String> variables, Query query, byte[] body) {
        this.workspace = workspace;
        this.session = session;
        this.variables = Map.copyOf(variables);
        this.query = query;
        this.body = body.clone();
    }

    /** Whether a text has the form of a UUID. */
    public static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }

    /** The workspace to read and change. */
    public Workspace workspace() {
        return workspace;
    }

    /** Who calls. */
    public Session session() {
        return session;
    }

    /** The query parameters. */
    public Query query() {
        return query;
    }

    /** The decoded value of a path variable. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException("no path variable " + name);
        }
        return value;
    }

    /** The value of a path variable that takes nothing but a UUID, in lower case. */
    public String uuid(String name) {
        String value = variable(name);
        if (!isUuid(value)) {
            throw Refusal.validation(Refusal.Place.PATH, List.of(name), "must be a UUID", "invalid_string");
        }
        return value.toLowerCase(java.util.Locale.ROOT);
    }

    /** The body, which must be a JSON object. */
    public Fields body() {
        JsonNode node = Json.parse(body)
                .orElseThrow(() ->
                        Refusal.validation(Refusal.Place.BODY, List.of(), "must be one JSON object", "invalid_type"));
        return Fields.of(node, List.of());
    }

    /** The object under {@code data} of the body. */
    public Fields data() {
        return body().object("data");
    }

    /** The body, or an empty object when there is none. */
    public Fields bodyOrEmpty() {
        return body.length == 0 ? Fields.of(Json.object(), List.of()) : body();
    }
}
