package dev.toolsmith.attio.workspace;

import dev.toolsmith.attio.workspace.doubts.Refutation;
import dev.toolsmith.attio.workspace.doubts.ShapeChange;
import dev.toolsmith.attio.workspace.facts.WorkspaceFacts;
import dev.toolsmith.attio.workspace.filters.FilterExamination;
import dev.toolsmith.attio.workspace.listing.WorkspaceListing;
import dev.toolsmith.attio.workspace.names.Examination;
import dev.toolsmith.attio.workspace.names.Names;
import dev.toolsmith.attio.workspace.names.Names.Resolved;
import dev.toolsmith.attio.workspace.names.ParentExamination;
import dev.toolsmith.attio.workspace.names.PlacedCall;
import dev.toolsmith.attio.workspace.values.ValueExamination;
import dev.toolsmith.runtime.account.ArgumentCheck;
import dev.toolsmith.runtime.account.Fact;
import dev.toolsmith.runtime.account.FactReader;
import dev.toolsmith.runtime.account.PublishedTools;
import dev.toolsmith.runtime.account.SchemaContributor;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ObjectNode;

/** Makes the schemas of Attio's tools exact for the workspace that they work in. */
public final class AttioWorkspaces implements SchemaContributor {

    private final List<Examination> examinations =
            List.of(new ValueExamination(), new ParentExamination(), new FilterExamination());

    @Override
    public String app() {
        return "attio";
    }

    @Override
    public boolean concerns(BundledTool tool) {
        ToolDescriptor operation = tool.descriptor();
        return Names.occurIn(operation.method(), operation.path()) || ShapeChange.mayBeMadeBy(operation);
    }

    @Override
    public void prepare(BundleTools tools) {
        new Rehearsal(this, tools).run();
    }

    @Override
    public Optional<Fact<List<String>>> grantedScopes() {
        return Optional.of(WorkspaceFacts.scopes());
    }

    @Override
    public CompletableFuture<ArgumentCheck> check(BundledTool tool, ObjectNode arguments, FactReader facts) {
        return Names.resolve(tool, arguments, facts).thenCompose(resolved -> examined(tool, resolved, facts));
    }

    private CompletableFuture<ArgumentCheck> examined(BundledTool tool, Resolved resolved, FactReader facts) {
        ArgumentCheck named = new ArgumentCheck(resolved.arguments(), resolved.problems());
        if (resolved.place().isEmpty() || !named.problems().isEmpty()) {
            return CompletableFuture.completedFuture(named);
        }
        PlacedCall call = new PlacedCall(tool, resolved.place().get(), resolved.arguments());
        CompletableFuture<List<String>> all = CompletableFuture.completedFuture(List.of());
        for (Examination examination : examinations) {
            all = all.thenCombine(examination.problems(call, facts), AttioWorkspaces::joined);
        }
        return all.thenApply(problems -> new ArgumentCheck(resolved.arguments(), problems));
    }

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    @Override
    public CompletableFuture<Map<String, ObjectNode>> listed(PublishedTools tools, FactReader facts) {
        return WorkspaceListing.of(tools, facts);
    }

    @Override
    public Set<String> doubtful(BundledTool tool, ObjectNode arguments, ToolResult result) {
        ToolDescriptor operation = tool.descriptor();
        if (result.isError()) {
            return Refutation.of(operation, arguments, result);
        }
        return ShapeChange.mayBeMadeBy(operation) ? ShapeChange.of(operation, arguments) : Set.of();
    }

    @Override
    public CompletableFuture<Optional<String>> remark(
            BundledTool tool, ObjectNode arguments, ToolResult answer, FactReader facts) {
        return EmptyAnswer.is(answer)
                ? EmptyRemark.of(tool.descriptor().path(), arguments, facts)
                : CompletableFuture.completedFuture(Optional.empty());
    }
}
