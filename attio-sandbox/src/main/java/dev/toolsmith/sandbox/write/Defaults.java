package dev.toolsmith.sandbox.write;

import dev.toolsmith.sandbox.model.Actor;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.schema.AttributeType;
import dev.toolsmith.sandbox.values.Content;
import dev.toolsmith.sandbox.values.References;
import dev.toolsmith.sandbox.values.Site;
import dev.toolsmith.sandbox.values.ValueKinds;
import dev.toolsmith.sandbox.wire.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The values that an attribute gets when a create does not name it. */
final class Defaults {
    private final Workspace workspace;
    private final Actor actor;

    Defaults(Workspace workspace, Actor actor) {
        this.workspace = workspace;
        this.actor = actor;
    }

    List<Content> of(Attribute attribute) {
        JsonNode template = attribute.defaultValue().path("template");
        if (attribute.traits().archived() || !attribute.traits().writable() || template.isMissingNode()) {
            return List.of();
        }
        if (template.isArray()) {
            return fixed(attribute, template);
        }
        if (attribute.type() == AttributeType.ACTOR_REFERENCE) {
            return actor.type().equals(Actor.MEMBER) ? List.of(References.actor(actor)) : List.of();
        }
        return List.of(read(
                attribute,
                Json.strings(List.of(later(template.asString()).toString())).path(0)));
    }

    private List<Content> fixed(Attribute attribute, JsonNode template) {
        List<Content> contents = new ArrayList<>();
        for (JsonNode value : template) {
            contents.add(read(attribute, value));
        }
        return contents;
    }

    private Content read(Attribute attribute, JsonNode value) {
        return ValueKinds.of(attribute.type()).read(value, new Site(workspace, attribute, "values"));
    }

    private Instant later(String duration) {
        Instant now = workspace.clock().now();
        try {
            return duration.contains("T")
                    ? now.plus(Duration.parse(duration))
                    : now.atZone(ZoneOffset.UTC).plus(Period.parse(duration)).toInstant();
        } catch (DateTimeException notADuration) {
            return now;
        }
    }
}
