package dev.toolsmith.generator.plan;

import dev.toolsmith.generator.api.ApiDescription;
import dev.toolsmith.generator.api.ApiOperation;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Decides what tools an API becomes: names, kinds, arguments, schemas, hints, scopes and pages. */
public final class ToolPlanner {

    private ToolPlanner() {}

    /**
     * The tools of an API.
     *
     * @param api the API, overlays applied
     * @param options what the user decides apart from overlays
     * @param diagnostics takes every finding; an error leaves out the tool or argument that it is about, and only that
     * @return the tools, sorted by name
     */
    public static ToolCatalog plan(ApiDescription api, PlanOptions options, Diagnostics diagnostics) {
        ModelPlanner models = new ModelPlanner(api, options);
        Findings findings = Findings.into(diagnostics);
        NameRegister names = new NameRegister(options.app(), findings);
        List<ToolModel> tools = new ArrayList<>();
        for (ApiOperation operation : sorted(api)) {
            for (ToolDraft draft : Specialiser.drafts(operation, findings.forNextTool())) {
                models.model(draft, findings.forNextTool())
                        .filter(names::accept)
                        .ifPresent(tools::add);
            }
        }
        return new ToolCatalog(
                options.app(),
                api.title(),
                api.version(),
                api.sha256(),
                api.server(),
                api.securitySchemes(),
                ToolFilter.of(options, findings).kept(tools));
    }

    private static List<ApiOperation> sorted(ApiDescription api) {
        return api.operations().stream()
                .sorted(Comparator.comparing(ApiOperation::path).thenComparing(ApiOperation::method))
                .toList();
    }
}
