package dev.toolsmith.sandbox.model;

import dev.toolsmith.sandbox.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who did something.
 *
 * @param type {@code workspace-member}, {@code api-token}, {@code system} or {@code app}
 * @param id the id of the member or token; null for the system
 */
public record Actor(String type, @Nullable String id) {
    /** The type of a workspace member. */
    public static final String MEMBER = "workspace-member";

    /** The actor of a workspace member. */
    public static Actor member(String id) {
        return new Actor(MEMBER, id);
    }

    /** Attio itself. */
    public static Actor system() {
        return new Actor("system", null);
    }

    /** The actor as {@code {"type", "id"}}. */
    public ObjectNode json() {
        return Json.object().put("type", type).put("id", id);
    }
}
