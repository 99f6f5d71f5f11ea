package dev.toolsmith.platform.api;

import dev.toolsmith.platform.model.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A request that has found its route and was let in. */
final class ApiCall {

    private final Request request;
    private final RequestBody body;
    private final Map<String, String> slots;
    private final Query query;
    private final Actor actor;

    ApiCall(Request request, RequestBody body, Map<String, String> slots, Set<String> parameters, Actor actor) {
        this.request = request;
        this.body = body;
        this.slots = slots;
        this.query = new Query(request.getHttpURI().getQuery(), parameters);
        this.actor = actor;
    }

    /** What stands in a slot of the path. */
    String slot(String name) {
        String value = slots.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No slot " + name);
        }
        return value;
    }

    Query query() {
        return query;
    }

    Actor actor() {
        return actor;
    }

    /** The body's object. */
    JsonNode body() {
        return StrictJson.object(body.text());
    }

    /** The body's object; one without members when there is no body. */
    JsonNode bodyIfAny() {
        String text = body.text();
        return text.isEmpty() ? JsonNodeFactory.instance.objectNode() : StrictJson.object(text);
    }

    /** This request's path and query with another value of a parameter that needs no encoding. */
    String pathWith(String name, String value) {
        List<String> parts = new ArrayList<>();
        @Nullable String raw = request.getHttpURI().getQuery();
        for (String part : raw == null ? new String[0] : raw.split("&", -1)) {
            if (!part.startsWith(name + "=") && !part.isEmpty()) {
                parts.add(part);
            }
        }
        parts.add(name + "=" + value);
        return request.getHttpURI().getPath() + "?" + String.join("&", parts);
    }
}
