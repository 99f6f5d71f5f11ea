package dev.toolsmith.sandbox.operations;

import dev.toolsmith.sandbox.model.Item;
import dev.toolsmith.sandbox.model.Moments;
import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.schema.ListType;
import dev.toolsmith.sandbox.schema.ObjectType;
import dev.toolsmith.sandbox.values.Content;
import dev.toolsmith.sandbox.values.ValueKinds;
import dev.toolsmith.sandbox.wire.Answer;
import dev.toolsmith.sandbox.wire.Call;
import dev.toolsmith.sandbox.wire.Fields;
import dev.toolsmith.sandbox.wire.Json;
import dev.toolsmith.sandbox.wire.Refusal;
import dev.toolsmith.sandbox.wire.Route;
import dev.toolsmith.sandbox.write.Drafts;
import dev.toolsmith.sandbox.write.Mode;
import dev.toolsmith.sandbox.write.Writer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/** Records. */
final class RecordOperations {
    private static final String READ = "record_permission:read";
    private static final String WRITE = "record_permission:read-write";
    private static final String CONFIGURATION = "object_configuration:read";
    private static final String ALL = "/v2/objects/{object}/records";
    private static final String ONE = ALL + "/{record_id}";
    private static final int MOST_ENTRIES = 1000;

    private RecordOperations() {}

    /** The operations. */
    static List<Route> routes() {
        return List.of(
                Route.of("POST", ALL + "/query", RecordOperations::query, READ, CONFIGURATION),
                Route.of("POST", ALL, RecordOperations::create, WRITE, CONFIGURATION),
                Route.of("PUT", ALL, RecordOperations::assertOne, WRITE, CONFIGURATION),
                Route.of("GET", ONE, RecordOperations::get, READ, CONFIGURATION),
                Route.of("PATCH", ONE, call -> update(call, Mode.ADD), WRITE, CONFIGURATION),
                Route.of("PUT", ONE, call -> update(call, Mode.REPLACE), WRITE, CONFIGURATION),
                Route.of("DELETE", ONE, RecordOperations::delete, CONFIGURATION, WRITE),
                Route.of("GET", ONE + "/attributes/{attribute}/values", RecordOperations::values, READ, CONFIGURATION),
                Route.of("GET", ONE + "/entries", RecordOperations::entries, READ, CONFIGURATION, "list_entry:read"));
    }

    private static ObjectNode json(Call call, ObjectType object, Item record) {
        ObjectNode node = Json.object();
        node.set("id", Places.recordId(object, record));
        node.put("created_at", Moments.text(record.createdAt())).put("web_url", Places.webUrl(object, record));
        node.set("values", ValueKinds.showAll(call.workspace(), object, record));
        return node;
    }

    private static Answer query(Call call) {
        ObjectType object = Places.object(call);
        return Answer.data(Queries.page(call, object).stream()
                .map(record -> json(call, object, record))
                .toList());
    }

    private static Drafts drafts(Call call, ObjectType object) {
        return drafts(call, object, call.data().only("values"));
    }

    private static Drafts drafts(Call call, ObjectType object, Fields data) {
        return Drafts.read(call.workspace(), object, data.object("values"), "values");
    }

    private static Writer writer(Call call) {
        return new Writer(call.workspace(), call.session().actor());
    }

    private static Answer create(Call call) {
        ObjectType object = Places.object(call);
        Item record = writer(call).create(object, drafts(call, object, call.data()), null);
        return Answer.data(json(call, object, record));
    }

    private static Answer assertOne(Call call) {
        ObjectType object = Places.object(call);
        Attribute matching = matching(call, object);
        Drafts drafts = drafts(call, object);
        List<Content> wanted = drafts.find(matching)
                .filter(contents -> !contents.isEmpty())
                .orElseThrow(() -> Refusal.body(
                        List.of("data", "values", matching.slug()), "is the matching attribute and needs a value"));
        Set<String> found = new TreeSet<>();
        wanted.forEach(content -> found.addAll(call.workspace().items().withValue(matching.id(), content.key())));
        if (found.size() > 1) {
            throw Refusal.invalid(
                    "multiple_match_results",
                    "More than one record has one of these values of " + matching.slug() + ".");
        }
        Optional<Item> match = found.stream()
                .findFirst()
                .flatMap(id -> call.workspace().items().find(object.id(), id));
        match.ifPresent(record -> writer(call).update(record, drafts, Mode.REPLACE, Optional.of(matching)));
        Item record = match.orElseGet(() -> writer(call).create(object, drafts, null));
        return Answer.data(json(call, object, record));
    }

    private static Attribute matching(Call call, ObjectType object) {
        String name = call.query().require("matching_attribute");
        Attribute attribute = call.workspace()
                .catalogue()
                .attribute(object.id(), name)
                .orElseThrow(() -> Refusal.invalid(
                        "value_not_found", "There is no attribute \"" + name + "\" on " + object.slug() + "."));
        if (!attribute.traits().unique()) {
            throw Refusal.invalid(
                    "matching_attribute_definition_not_unique", "The attribute " + name + " is not unique.");
        }
        return attribute;
    }

    private static Answer get(Call call) {
        ObjectType object = Places.object(call);
        return Answer.data(json(call, object, Places.record(call, object)));
    }

    private static Answer update(Call call, Mode mode) {
        ObjectType object = Places.object(call);
        Item record = Places.record(call, object);
        writer(call).update(record, drafts(call, object), mode);
        return Answer.data(json(call, object, record));
    }

    private static Answer delete(Call call) {
        ObjectType object = Places.object(call);
        writer(call).delete(object, Places.record(call, object));
        return Answer.deleted();
    }

    private static Answer values(Call call) {
        ObjectType object = Places.object(call);
        Item record = Places.record(call, object);
        return Histories.values(call, record, Places.attribute(call, object));
    }

    private static Answer entries(Call call) {
        ObjectType object = Places.object(call);
        Item record = Places.record(call, object);
        List<ObjectNode> entries = call.workspace().items().entriesOf(record.id()).stream()
                .flatMap(entry -> list(call, entry).stream().map(list -> entry(list, entry)))
                .toList();
        return Answer.data(call.query().page(entries, 100, MOST_ENTRIES));
    }

    private static Optional<ListType> list(Call call, Item entry) {
        return call.workspace().catalogue().lists().find(entry.ownerId()).filter(call.session()::sees);
    }

    private static ObjectNode entry(ListType list, Item entry) {
        return Json.object()
                .put("list_id", list.id())
                .put("list_api_slug", list.slug())
                .put("entry_id", entry.id())
                .put("created_at", Moments.text(entry.createdAt()));
    }
}
