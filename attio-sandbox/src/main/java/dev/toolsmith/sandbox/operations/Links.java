package dev.toolsmith.sandbox.operations;

import dev.toolsmith.sandbox.desk.RecordKey;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.schema.AttributeDraft;
import dev.toolsmith.sandbox.schema.AttributeType;
import dev.toolsmith.sandbox.values.Content;
import dev.toolsmith.sandbox.values.Site;
import dev.toolsmith.sandbox.values.ValueKinds;
import dev.toolsmith.sandbox.wire.Call;
import dev.toolsmith.sandbox.wire.Fields;
import dev.toolsmith.sandbox.wire.Refusal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Records and members that tasks and meetings name, in the shapes of reference values. */
final class Links {
    private final Call call;

    Links(Call call) {
        this.call = call;
    }

    /** The records of an array of {@code {"target_object", …}}; 404 for one that does not exist. */
    List<RecordKey> records(Fields data, String name) {
        List<RecordKey> keys = new ArrayList<>();
        for (Content content : contents(data, name, AttributeType.RECORD_REFERENCE)) {
            RecordKey key = new RecordKey(content.keys().path("object_id").asString(), content.key());
            if (!keys.contains(key)) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** The ids of the members of an array of actor references; 404 for one that does not exist. */
    List<String> members(Fields data, String name) {
        return contents(data, name, AttributeType.ACTOR_REFERENCE).stream()
                .map(content -> content.keys().path("referenced_actor_id").asString())
                .distinct()
                .toList();
    }

    private List<Content> contents(Fields data, String name, AttributeType type) {
        Workspace workspace = call.workspace();
        Attribute attribute = new AttributeDraft(name, name, type).build(workspace, "", "");
        List<Content> contents = new ArrayList<>();
        for (JsonNode value : data.array(name)) {
            if (!value.isObject()) {
                throw data.refuse(name, "must hold objects", "invalid_type");
            }
            contents.add(content(value, new Site(workspace, attribute, "")));
        }
        return contents;
    }

    private static Content content(JsonNode value, Site site) {
        try {
            return ValueKinds.of(site.attribute().type()).read(value, site);
        } catch (Refusal refusal) {
            if (refusal.code().equals("value_not_found")) {
                throw Refusal.notFound("There is nothing that " + value + " names.");
            }
            throw refusal;
        }
    }

    /** A record of {@code {"object", "record_id"}}; value_not_found for one that does not exist. */
    RecordKey record(Fields link) {
        String slug = link.text("object");
        String recordId = link.uuid("record_id");
        return call.workspace()
                .catalogue()
                .object(slug)
                .flatMap(object -> call.workspace().items().find(object.id(), recordId))
                .map(record -> new RecordKey(record.ownerId(), record.id()))
                .orElseThrow(() ->
                        Refusal.invalid("value_not_found", "There is no record " + recordId + " of \"" + slug + "\"."));
    }
}
