package dev.toolsmith.it.exact;

import dev.toolsmith.it.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the records and entries that the cases refer to and change, with no more values than they need. */
final class StockBuilder {
    private static final int RECORDS = 8;
    private static final long SEED = 7;

    private final KnownWorkspace workspace;
    private final Api api;
    private final Draw draw = Draw.of(SEED, 0);

    private StockBuilder(KnownWorkspace workspace, Api api) {
        this.workspace = workspace;
        this.api = api;
    }

    static void fill(KnownWorkspace workspace, Api api) {
        StockBuilder builder = new StockBuilder(workspace, api);
        workspace.objects().forEach(builder::records);
        workspace.lists().forEach(builder::entries);
    }

    private void records(Table object) {
        List<KnownWorkspace.Stock> made = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            Map<String, String> unique = new LinkedHashMap<>();
            ObjectNode values = values(object, unique);
            JsonNode record = api.post(
                    "/v2/objects/" + object.slug() + "/records", Draw.object("data", Draw.object("values", values)));
            made.add(new KnownWorkspace.Stock(record.at("/id/record_id").asString(), unique));
        }
        workspace.stock().put(object.slug(), made);
    }

    private void entries(Table list) {
        List<KnownWorkspace.Stock> made = new ArrayList<>();
        for (KnownWorkspace.Stock parent : workspace.targets(list.parent())) {
            ObjectNode data = Json.object().put("parent_record_id", parent.id()).put("parent_object", list.parent());
            data.set("entry_values", values(list, new LinkedHashMap<>()));
            JsonNode entry = api.post("/v2/lists/" + list.slug() + "/entries", Draw.object("data", data));
            made.add(new KnownWorkspace.Stock(entry.at("/id/entry_id").asString(), Map.of()));
        }
        workspace.stock().put(list.slug(), made);
    }

    private ObjectNode values(Table table, Map<String, String> unique) {
        RightValues right = new RightValues(workspace, draw);
        ObjectNode values = Json.object();
        table.columns(column -> column.writable() && (column.required() || column.unique()))
                .forEach(column -> {
                    if (column.unique()) {
                        String key = RightValues.freshKey(column, draw);
                        unique.put(column.slug(), key);
                        values.set(column.slug(), Draw.array(Draw.text(key)));
                    } else {
                        values.set(column.slug(), right.of(column));
                    }
                });
        return values;
    }
}
