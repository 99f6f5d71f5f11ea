package dev.toolsmith.platform.hosting;

import dev.toolsmith.runtime.account.ArgumentCheck;
import dev.toolsmith.runtime.account.Fact;
import dev.toolsmith.runtime.account.FactReader;
import dev.toolsmith.runtime.account.PublishedTools;
import dev.toolsmith.runtime.account.SchemaContributor;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.tool.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Accounts of the CRM whose companies and webhooks have fields of their own, which {@code GET /companies} tells. */
final class CrmFields implements SchemaContributor {

    static final Fact<List<String>> FIELDS = new Fact<>(
            "fields",
            "crm_list_companies",
            JsonNodeFactory.instance.objectNode(),
            answer -> answer.path("fields")
                    .valueStream()
                    .map(JsonNode::stringValue)
                    .toList());

    @Override
    public String app() {
        return "crm";
    }

    @Override
    public boolean concerns(BundledTool tool) {
        return tool.name().startsWith("crm_create");
    }

    @Override
    public CompletableFuture<ArgumentCheck> check(BundledTool tool, ObjectNode arguments, FactReader facts) {
        return facts.find(FIELDS)
                .thenApply(fields -> new ArgumentCheck(
                        arguments,
                        fields.map(known -> unknown(known, arguments)).orElse(List.of())));
    }

    private static List<String> unknown(List<String> known, ObjectNode arguments) {
        List<String> problems = new ArrayList<>();
        for (String name : arguments.path("data").propertyNames()) {
            if (!known.contains(name)) {
                problems.add(name + " is no field here: " + String.join(", ", known));
            }
        }
        return problems;
    }

    @Override
    public CompletableFuture<Map<String, ObjectNode>> listed(PublishedTools tools, FactReader facts) {
        return facts.find(FIELDS).thenApply(fields -> described(tools, fields));
    }

    private static Map<String, ObjectNode> described(PublishedTools tools, Optional<List<String>> fields) {
        Map<String, ObjectNode> all = new TreeMap<>();
        fields.ifPresent(known -> tools.all()
                .forEach(tool -> all.put(
                        tool.name(), tools.listed(tool).put("description", "Takes " + String.join(", ", known)))));
        return all;
    }

    /** A webhook that was made has changed the fields; a refusal may be because of others. */
    @Override
    public Set<String> doubtful(BundledTool tool, ObjectNode arguments, ToolResult result) {
        return result.isError() || tool.name().equals("crm_create_webhook") ? Set.of(FIELDS.name()) : Set.of();
    }
}
