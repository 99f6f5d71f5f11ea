package dev.toolsmith.platform.hosting;

import dev.toolsmith.runtime.account.ArgumentCheck;
import dev.toolsmith.runtime.account.FactReader;
import dev.toolsmith.runtime.account.PublishedTools;
import dev.toolsmith.runtime.account.SchemaContributor;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.tool.ToolResult;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** Fields of the CRM's accounts that are known, and then not used before a gate is open. */
final class HeldFields implements SchemaContributor {

    final CompletableFuture<Void> gate = new CompletableFuture<>();
    final AtomicInteger known = new AtomicInteger();
    private final CrmFields fields = new CrmFields();

    @Override
    public String app() {
        return fields.app();
    }

    @Override
    public boolean concerns(BundledTool tool) {
        return fields.concerns(tool);
    }

    private <T> CompletableFuture<T> held(CompletableFuture<T> work) {
        return work.thenCompose(done -> {
            known.incrementAndGet();
            return gate.thenApply(open -> done);
        });
    }

    @Override
    public CompletableFuture<ArgumentCheck> check(BundledTool tool, ObjectNode arguments, FactReader facts) {
        return held(fields.check(tool, arguments, facts));
    }

    @Override
    public CompletableFuture<Map<String, ObjectNode>> listed(PublishedTools tools, FactReader facts) {
        return held(fields.listed(tools, facts));
    }

    @Override
    public Set<String> doubtful(BundledTool tool, ObjectNode arguments, ToolResult result) {
        return fields.doubtful(tool, arguments, result);
    }
}
