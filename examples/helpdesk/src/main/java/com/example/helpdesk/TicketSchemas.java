package com.example.helpdesk;

import dev.toolsmith.runtime.account.ArgumentCheck;
import dev.toolsmith.runtime.account.FactReader;
import dev.toolsmith.runtime.account.PublishedTools;
import dev.toolsmith.runtime.account.SchemaContributor;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.schema.ArgumentSchema;
import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes {@code fields} of the tools that write tickets what it is in one account. */
final class TicketSchemas implements SchemaContributor {

    private static final String CREATE = "helpdesk_create_ticket";
    private static final Set<String> WRITES = Set.of(CREATE, "helpdesk_update_ticket");

    @Override
    public String app() {
        return "helpdesk";
    }

    @Override
    public boolean concerns(BundledTool tool) {
        return WRITES.contains(tool.name());
    }

    @Override
    public CompletableFuture<ArgumentCheck> check(BundledTool tool, ObjectNode arguments, FactReader facts) {
        return facts.find(TicketField.ALL)
                .thenApply(fields -> new ArgumentCheck(
                        arguments,
                        fields.map(known -> misfits(tool, arguments, known)).orElse(List.of())));
    }

    private static List<String> misfits(BundledTool tool, ObjectNode arguments, List<TicketField> fields) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.putObject("properties");
        makeExact(schema, tool, fields);
        byte[] json = schema.toString().getBytes(StandardCharsets.UTF_8);
        return ArgumentSchema.compile(json).misfitsOf(arguments);
    }

    @Override
    public CompletableFuture<Map<String, ObjectNode>> listed(PublishedTools tools, FactReader facts) {
        return facts.find(TicketField.ALL)
                .thenApply(fields -> fields.map(known -> exact(tools, known)).orElse(Map.of()));
    }

    private static Map<String, ObjectNode> exact(PublishedTools tools, List<TicketField> fields) {
        Map<String, ObjectNode> exact = new TreeMap<>();
        for (BundledTool tool : tools.all()) {
            ObjectNode listed = tools.listed(tool);
            makeExact((ObjectNode) listed.required("inputSchema"), tool, fields);
            exact.put(tool.name(), listed);
        }
        return exact;
    }

    /** Puts the account's fields into an input schema. What is listed and what is checked is the same. */
    private static void makeExact(ObjectNode inputSchema, BundledTool tool, List<TicketField> fields) {
        ObjectNode schema = ((ObjectNode) inputSchema.required("properties")).putObject("fields");
        schema.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        fields.forEach(field -> properties.set(field.key(), field.schema()));
        List<TicketField> required = tool.name().equals(CREATE)
                ? fields.stream().filter(TicketField::required).toList()
                : List.of();
        if (!required.isEmpty()) {
            ArrayNode keys = schema.putArray("required");
            required.forEach(field -> keys.add(field.key()));
            inputSchema.withArray("required").add("fields");
        }
    }

    /** What the API does not take although it was checked: somebody has changed the fields meanwhile. */
    @Override
    public Set<String> doubtful(BundledTool tool, ObjectNode arguments, ToolResult result) {
        Optional<Integer> status = result.upstream().map(answer -> answer.status());
        return status.filter(code -> code == 422).isPresent() ? Set.of(TicketField.ALL.name()) : Set.of();
    }
}
