package dev.toolsmith.it.exact;

import dev.toolsmith.it.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One write in the making. */
final class Write {
    /** What one record is called in the names of the tools that are for one object. */
    private static final Map<String, String> SINGULAR = Map.of(
            "companies", "company", "people", "person", "deals", "deal", "users", "user", "workspaces", "workspace");

    private final Table table;
    private final Op op;
    private final boolean ofOneObject;
    private final Map<String, JsonNode> values = new LinkedHashMap<>();
    private final Map<String, String> keys = new LinkedHashMap<>();
    private String owner;
    private String itemId = "";
    private String matching = "";
    private String parentObject = "";
    private String parentRecord = "";
    private JsonNode instead = Json.object();
    private boolean whole;

    Write(Table table, Op op, boolean ofOneObject) {
        this.table = table;
        this.op = op;
        this.ofOneObject = ofOneObject;
        this.owner = table.slug();
    }

    /** Whether there are tools for this object alone. */
    static boolean hasToolsOfItsOwn(Table table, Op op) {
        return !table.list() && SINGULAR.containsKey(table.slug()) && op != Op.OVERWRITE;
    }

    Table table() {
        return table;
    }

    Op op() {
        return op;
    }

    boolean isOfOneObject() {
        return ofOneObject;
    }

    /** Names the object or list in another way. */
    void owner(String name) {
        owner = name;
    }

    void item(String id) {
        itemId = id;
    }

    void matching(String attribute) {
        matching = attribute;
    }

    String matching() {
        return matching;
    }

    void parent(String object, String record) {
        parentObject = object;
        parentRecord = record;
    }

    String parentRecord() {
        return parentRecord;
    }

    /** Writes an attribute under its slug, or under the name that it has been given. */
    void put(Column column, JsonNode value) {
        values.put(column.slug(), value);
    }

    /** Names an attribute by its UUID. */
    void byId(Column column) {
        keys.put(column.slug(), column.id());
    }

    /** Writes under a key that need not be an attribute's slug. */
    void putKey(String key, JsonNode value) {
        values.put(key, value);
    }

    void remove(Column column) {
        values.remove(column.slug());
    }

    /** Something else in the place of the values. */
    void valuesInstead(JsonNode node) {
        instead = node;
        whole = true;
    }

    private JsonNode valuesNode() {
        if (whole) {
            return instead;
        }
        ObjectNode node = Json.object();
        values.forEach((key, value) -> node.set(keys.getOrDefault(key, key), value));
        return node;
    }

    Case.Call call() {
        ObjectNode data = Json.object();
        if (table.list() && !op.ofOne()) {
            data.put("parent_record_id", parentRecord).put("parent_object", parentObject);
        }
        data.set(table.list() ? "entry_values" : "values", valuesNode());
        ObjectNode body = Draw.object("data", data);
        ObjectNode arguments = body.deepCopy();
        if (!ofOneObject) {
            arguments.put(table.list() ? "list" : "object", owner);
        }
        if (op.ofOne()) {
            arguments.put(table.list() ? "entry_id" : "record_id", itemId);
        }
        boolean matched = op == Op.ASSERT && !table.list();
        if (matched) {
            arguments.put("matching_attribute", matching);
        }
        String target = "/v2/" + (table.list() ? "lists/" + owner + "/entries" : "objects/" + owner + "/records")
                + (op.ofOne() ? "/" + itemId : "")
                + (matched ? "?matching_attribute=" + matching : "");
        return new Case.Call(tool(), arguments, op.method(), target, body);
    }

    private String tool() {
        if (table.list()) {
            return op.tool("entry", "entries");
        }
        return ofOneObject
                ? op.tool(SINGULAR.getOrDefault(table.slug(), table.slug()), table.slug())
                : op.tool("record", "records");
    }
}
