package dev.toolsmith.it;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call of another server's tool, as a row of the table {@code attio-mcp-calls.yaml}, and what it is in ours.
 *
 * @param tool the other server's tool
 * @param arguments its arguments
 * @param sends what that server sends of them; nothing when it sends nothing
 * @param translated what of the call is not Attio's language, so that it maps only as it is sent
 * @param holds what is read of the written thing afterwards, by JSON pointer
 */
record AttioMcpCall(
        String tool,
        JsonNode arguments,
        Optional<JsonNode> sends,
        Optional<String> translated,
        Map<String, JsonNode> holds) {

    private static final Map<String, String> SINGULAR =
            Map.of("companies", "company", "people", "person", "deals", "deal", "tasks", "task", "lists", "list");
    private static final Set<String> ABOUT_THE_CALL = Set.of("resource_type", "record_id", "return_details");

    /** A call of a tool of ours, and the one that reads what it has written. */
    record Ours(String tool, ObjectNode arguments, String reader, ObjectNode reading, String id) {}

    static List<AttioMcpCall> table(Map<String, String> kept) {
        List<AttioMcpCall> calls = new ArrayList<>();
        for (JsonNode template : Yaml.resource("attio-mcp-calls.yaml")) {
            JsonNode row = Slots.filled(template, kept);
            Map<String, JsonNode> holds = new LinkedHashMap<>();
            row.required("holds").properties().forEach(held -> holds.put(held.getKey(), held.getValue()));
            calls.add(new AttioMcpCall(
                    row.required("tool").asString(),
                    row.required("arguments"),
                    row.optional("sends"),
                    row.path("translated").asStringOpt(),
                    holds));
        }
        return calls;
    }

    /** As somebody calls it, if that is Attio's language. */
    Optional<Ours> asCalled() {
        return translated.isPresent() ? Optional.empty() : Optional.of(ours(given()));
    }

    /** As the other server sends it on, if it does. */
    Optional<Ours> asSent() {
        return sends.map(this::ours);
    }

    private Ours ours(JsonNode content) {
        if (tool.endsWith("list-entry") || tool.equals("add-record-to-list")) {
            return entry(content);
        }
        return tool.equals("create_note") ? note(content) : record(content);
    }

    private JsonNode given() {
        if (tool.endsWith("list-entry") || tool.equals("add-record-to-list")) {
            return arguments.path(arguments.has("entryId") ? "attributes" : "initialValues");
        }
        if (tool.equals("create_note")) {
            ObjectNode data = rest();
            data.set("parent_object", arguments.required("resource_type"));
            return data.set("parent_record_id", arguments.required("record_id"));
        }
        JsonNode data = arguments
                .optional("record_data")
                .or(() -> arguments.optional("data"))
                .orElseGet(this::rest);
        return data.optional("values").orElse(data);
    }

    private ObjectNode rest() {
        ObjectNode rest = (ObjectNode) arguments.deepCopy();
        rest.remove(ABOUT_THE_CALL);
        return rest;
    }

    private Ours record(JsonNode content) {
        String plural = arguments.path("resource_type").asString(tool.endsWith("_company") ? "companies" : "deals");
        boolean standard = SINGULAR.containsKey(plural);
        String noun = SINGULAR.getOrDefault(plural, "record");
        ObjectNode place = standard ? Json.object() : Json.object().put("object", plural);
        ObjectNode call = place.deepCopy();
        boolean values = !noun.equals("task") && !noun.equals("list");
        (values ? call.putObject("data") : call).set(values ? "values" : "data", content);
        String slot = noun.equals("task") ? "task_id" : noun.equals("list") ? "list" : "record_id";
        if (tool.startsWith("create")) {
            return new Ours("create_a_attio_" + noun, call, reader(noun), place, slot);
        }
        String id = arguments.required("record_id").asString();
        return new Ours("update_a_attio_" + noun + "_by_id", call.put(slot, id), reader(noun), place.put(slot, id), "");
    }

    private Ours entry(JsonNode content) {
        ObjectNode place =
                Json.object().put("list", arguments.required("listId").asString());
        ObjectNode call = place.deepCopy();
        JsonNode values = content.isMissingNode() ? Json.object() : content;
        if (arguments.has("entryId")) {
            String id = arguments.required("entryId").asString();
            call.put("entry_id", id).putObject("data").set("entry_values", values);
            return new Ours("update_a_attio_entry_by_id", call, reader("entry"), place.put("entry_id", id), "");
        }
        ObjectNode data = call.putObject("data");
        data.set("parent_object", arguments.required("objectType"));
        data.set("parent_record_id", arguments.required("recordId"));
        data.set("entry_values", values);
        return new Ours("create_a_attio_entry", call, reader("entry"), place, "entry_id");
    }

    private static Ours note(JsonNode content) {
        ObjectNode call = Json.object();
        call.set("data", content);
        return new Ours("create_a_attio_note", call, reader("note"), Json.object(), "note_id");
    }

    private static String reader(String noun) {
        return "get_single_attio_" + noun + "_by_id";
    }

    @Override
    public String toString() {
        return tool + " " + arguments;
    }
}
