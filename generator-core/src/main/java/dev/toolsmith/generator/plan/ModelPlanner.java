package dev.toolsmith.generator.plan;

import dev.toolsmith.generator.api.ApiDescription;
import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.plan.ArgumentPlanner.PlannedArguments;
import dev.toolsmith.generator.plan.OutputSchemaPlanner.PlannedAnswer;
import dev.toolsmith.generator.plan.ScopePlanner.PlannedScopes;
import dev.toolsmith.generator.tool.JsonSchema;
import dev.toolsmith.generator.tool.Pagination;
import dev.toolsmith.generator.tool.ToolModel;
import dev.toolsmith.generator.tool.ToolName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Plans one tool. */
final class ModelPlanner {

    private final PlanOptions options;
    private final NamePlanner names;
    private final TextPlanner texts;
    private final ScopePlanner scopePlanner;
    private final ArgumentPlanner argumentPlanner;
    private final AuthPlanner authPlanner;
    private final Map<SourcePointer, Optional<PlannedAnswer>> answers = new HashMap<>();

    ModelPlanner(ApiDescription api, PlanOptions options) {
        this.options = options;
        this.names = new NamePlanner(options, NamePlanner.versionSegment(api.operations()));
        this.texts = new TextPlanner(options);
        this.scopePlanner = new ScopePlanner(api.operations());
        this.argumentPlanner = new ArgumentPlanner(api);
        this.authPlanner = new AuthPlanner(api);
    }

    /** The tool of a draft; nothing, and reported, when it can't be expressed. */
    Optional<ToolModel> model(ToolDraft draft, Findings findings) {
        String kind = KindPlanner.kind(draft);
        PlannedScopes scopes = ScopePlanner.scopes(draft, findings);
        boolean reads = KindPlanner.reads(draft, scopes.all());
        PlannedArguments arguments = argumentPlanner.arguments(draft, findings);
        Optional<PlannedAnswer> answer = answers.computeIfAbsent(
                draft.operation().at(), at -> OutputSchemaPlanner.answer(draft.operation(), findings));
        Optional<Pagination> pagination = new PaginationPlanner(arguments.all(), answer.map(PlannedAnswer::shape))
                .pagination(draft, kind, reads, findings);
        Optional<ToolName> name = names.name(draft, kind, findings);
        if (findings.isRejected() || name.isEmpty()) {
            return Optional.empty();
        }
        PlannedArguments paged = pagination.map(arguments::with).orElse(arguments);
        PlannedArguments all = answer.isPresent() && ResultArguments.areOf(kind, reads) ? paged.withResults() : paged;
        JsonSchema input = all.schema();
        JsonSchema listed = WholeNumbers.listed(
                new ListedSchemaPlanner(options.listed()).listed(input), arguments.all(), pagination);
        String title = texts.title(draft, name.get());
        return Optional.of(new ToolModel(
                name.get(),
                title,
                texts.description(draft, title, findings),
                draft.operation().method(),
                draft.path(),
                kind,
                reads,
                texts.tags(draft),
                scopes.all(),
                scopePlanner.settled(draft, scopes, reads, findings),
                scopes.byArgument(all::ofPathParameter),
                authPlanner.auth(draft.operation(), findings),
                HintPlanner.hints(draft, kind, reads),
                pagination,
                all.bindings(),
                draft.operation().body().map(BodyWriting::of),
                input,
                ResultArguments.untold(listed, all.untold()),
                answer.map(PlannedAnswer::schema),
                draft.operation().at()));
    }
}
