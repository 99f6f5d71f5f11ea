package dev.toolsmith.sandbox.operations;

import dev.toolsmith.sandbox.model.Ids;
import dev.toolsmith.sandbox.model.Item;
import dev.toolsmith.sandbox.model.Moments;
import dev.toolsmith.sandbox.schema.ListType;
import dev.toolsmith.sandbox.schema.ObjectType;
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
import tools.jackson.databind.node.ObjectNode;

/** Entries of lists. */
final class EntryOperations {
    private static final String READ = "list_entry:read";
    private static final String WRITE = "list_entry:read-write";
    private static final String CONFIGURATION = "list_configuration:read";
    private static final String ALL = "/v2/lists/{list}/entries";
    private static final String ONE = ALL + "/{entry_id}";

    private EntryOperations() {}

    /** The operations. */
    static List<Route> routes() {
        return List.of(
                Route.of("POST", ALL + "/query", EntryOperations::query, READ, CONFIGURATION),
                Route.of("POST", ALL, EntryOperations::create, WRITE, CONFIGURATION),
                Route.of("PUT", ALL, EntryOperations::assertOne, WRITE, CONFIGURATION),
                Route.of("GET", ONE, EntryOperations::get, READ, CONFIGURATION),
                Route.of("PATCH", ONE, call -> update(call, Mode.ADD), WRITE, CONFIGURATION),
                Route.of("PUT", ONE, call -> update(call, Mode.REPLACE), WRITE, CONFIGURATION),
                Route.of("DELETE", ONE, EntryOperations::delete, WRITE, CONFIGURATION),
                Route.of("GET", ONE + "/attributes/{attribute}/values", EntryOperations::values, READ, CONFIGURATION));
    }

    private static ObjectNode json(Call call, ListType list, Item entry) {
        ObjectNode node = Json.object();
        node.putObject("id")
                .put("workspace_id", Ids.WORKSPACE)
                .put("list_id", list.id())
                .put("entry_id", entry.id());
        Item.Parent parent = entry.parent().orElseThrow();
        node.put("parent_record_id", parent.recordId())
                .put("parent_object", call.workspace().catalogue().objectSlug(parent.objectId()))
                .put("created_at", Moments.text(entry.createdAt()));
        node.set("entry_values", ValueKinds.showAll(call.workspace(), list, entry));
        return node;
    }

    private static Answer query(Call call) {
        ListType list = Places.list(call);
        return Answer.data(Queries.page(call, list).stream()
                .map(entry -> json(call, list, entry))
                .toList());
    }

    private static Drafts drafts(Call call, ListType list, Fields data) {
        return Drafts.read(call.workspace(), list, data.object("entry_values"), "entry_values");
    }

    private static Writer writer(Call call) {
        return new Writer(call.workspace(), call.session().actor());
    }

    private static Item.Parent parent(Call call, ListType list, Fields data) {
        String recordId = data.uuid("parent_record_id");
        String slug = data.text("parent_object");
        ObjectType object = call.workspace()
                .catalogue()
                .object(slug)
                .orElseThrow(() -> Refusal.invalid("value_not_found", "There is no object \"" + slug + "\"."));
        if (!object.id().equals(list.parentObjectId())) {
            throw Refusal.body(List.of("data", "parent_object"), "is not the object that this list is about");
        }
        return call.workspace()
                .items()
                .find(object.id(), recordId)
                .map(record -> new Item.Parent(object.id(), record.id()))
                .orElseThrow(() -> Refusal.invalid(
                        "value_not_found", "There is no record " + recordId + " of " + object.slug() + "."));
    }

    private static Answer create(Call call) {
        ListType list = Places.list(call);
        call.session().requireWrite(list);
        Fields data = call.data();
        Item.Parent parent = parent(call, list, data);
        return Answer.data(json(call, list, writer(call).create(list, drafts(call, list, data), parent)));
    }

    private static Answer assertOne(Call call) {
        ListType list = Places.list(call);
        call.session().requireWrite(list);
        Fields data = call.data();
        Item.Parent parent = parent(call, list, data);
        Drafts drafts = drafts(call, list, data);
        List<Item> found = call.workspace().items().entriesOf(parent.recordId()).stream()
                .filter(entry -> entry.ownerId().equals(list.id()))
                .toList();
        if (found.size() > 1) {
            throw Refusal.invalid("multiple_match_results", "The record stands on this list more than once.");
        }
        found.forEach(entry -> writer(call).update(entry, drafts, Mode.REPLACE));
        Item entry = found.stream().findFirst().orElseGet(() -> writer(call).create(list, drafts, parent));
        return Answer.data(json(call, list, entry));
    }

    private static Answer get(Call call) {
        ListType list = Places.list(call);
        return Answer.data(json(call, list, Places.entry(call, list)));
    }

    private static Answer update(Call call, Mode mode) {
        ListType list = Places.list(call);
        call.session().requireWrite(list);
        Item entry = Places.entry(call, list);
        Fields data = call.data();
        if (data.has("parent_record_id") || data.has("parent_object")) {
            throw Refusal.invalid("immutable_value", "The parent record of an entry cannot change.");
        }
        writer(call).update(entry, drafts(call, list, data.only("entry_values")), mode);
        return Answer.data(json(call, list, entry));
    }

    private static Answer delete(Call call) {
        ListType list = Places.list(call);
        call.session().requireWrite(list);
        writer(call).delete(list, Places.entry(call, list));
        return Answer.deleted();
    }

    private static Answer values(Call call) {
        ListType list = Places.list(call);
        return Histories.values(call, Places.entry(call, list), Places.attribute(call, list));
    }
}
