package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.ApiDescription;
import dev.toolsmith.generator.plan.BodyPlanner.PlannedBody;
import dev.toolsmith.generator.plan.SchemaNormaliser.Direction;
import dev.toolsmith.generator.tool.ArgumentBinding;
import dev.toolsmith.generator.tool.JsonSchema;
import dev.toolsmith.generator.tool.Pagination;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds all arguments of a tool: those of the API, and those of the server itself. */
final class ArgumentPlanner {

    private final ParameterPlanner parameters;
    private final Discriminators discriminators;

    ArgumentPlanner(ApiDescription api) {
        this.parameters = new ParameterPlanner(api.securitySchemes());
        this.discriminators = new Discriminators();
    }

    /** The arguments that go to the API. */
    PlannedArguments arguments(ToolDraft draft, Findings findings) {
        SchemaNormaliser schemas = new SchemaNormaliser(Direction.REQUEST, discriminators, findings);
        ArgumentNames names = new ArgumentNames();
        List<Argument> all = new ArrayList<>(parameters.arguments(draft, schemas, names, findings));
        PlannedBody body = draft.operation()
                .body()
                .map(each -> new BodyPlanner(schemas, names).body(draft, each, findings))
                .orElse(new PlannedBody(List.of(), List.of()));
        all.addAll(body.arguments());
        List<Argument> given = GivenArguments.applied(draft, all, schemas, findings).stream()
                .map(each -> new Argument(each.binding(), schemas.pool().ofValue(each.schema())))
                .toList();
        return new PlannedArguments(given, body, schemas.pool());
    }

    /** The arguments of one tool that go to the API, and what their schemas refer to. */
    record PlannedArguments(List<Argument> all, PlannedBody body, SchemaPool pool) {

        /** The same with the server's {@code limit} and {@code next_cursor}, unless the API has such arguments. */
        PlannedArguments with(Pagination pagination) {
            List<Argument> more = new ArrayList<>(WholeNumbers.inPages(all, pagination));
            addMissing(more, "limit", limit(pagination));
            addMissing(more, "next_cursor", cursor());
            return new PlannedArguments(more, body, pool);
        }

        /** The same with the server's {@code fields} and {@code view}. */
        PlannedArguments withResults() {
            return new PlannedArguments(ResultArguments.added(all), body, pool);
        }

        /** The arguments of the server, which a model is shown without a text. */
        List<String> untold() {
            return all.stream()
                    .filter(argument -> argument.binding() instanceof ArgumentBinding.ServerArgument)
                    .map(Argument::name)
                    .toList();
        }

        List<ArgumentBinding> bindings() {
            return all.stream().map(Argument::binding).toList();
        }

        JsonSchema schema() {
            List<String> ofBody = body.arguments().stream().map(Argument::name).toList();
            return InputSchemaPlanner.schema(all, body.together(), ofBody, pool);
        }

        /** The name of the argument that a path parameter has. */
        Optional<String> ofPathParameter(String parameter) {
            return all.stream()
                    .filter(argument -> argument.binding() instanceof ArgumentBinding.PathArgument path
                            && path.parameter().equals(parameter))
                    .map(Argument::name)
                    .findFirst();
        }

        private static void addMissing(List<Argument> arguments, String name, ObjectNode schema) {
            if (arguments.stream().noneMatch(argument -> argument.name().equals(name))) {
                arguments.add(new Argument(new ArgumentBinding.ServerArgument(name), schema));
            }
        }

        private static ObjectNode limit(Pagination pagination) {
            ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "integer");
            schema.put("minimum", 1);
            pagination.maxLimit().ifPresent(most -> schema.put("maximum", most));
            return schema.put("description", "Most items to return.");
        }

        private static ObjectNode cursor() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("type", "string")
                    .put("description", "From the page before.");
        }
    }
}
