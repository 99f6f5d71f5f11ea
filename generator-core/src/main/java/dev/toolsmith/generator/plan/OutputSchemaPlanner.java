package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.ApiOperation;
import dev.toolsmith.generator.api.ApiSchema;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.plan.SchemaNormaliser.Direction;
import dev.toolsmith.generator.tool.JsonSchema;
import java.util.Optional;

/** Makes the schema of an operation's answer self-contained; whatever an answer has besides is allowed. */
final class OutputSchemaPlanner {

    private OutputSchemaPlanner() {}

    /** The answer of an operation, where one is documented. A schema that can't be followed costs the tool nothing. */
    static Optional<PlannedAnswer> answer(ApiOperation operation, Findings findings) {
        Optional<ApiSchema> schema = operation.successResponse().flatMap(response -> response.schema());
        if (schema.isEmpty()) {
            return Optional.empty();
        }
        Findings ofAnswer = Findings.into(new Diagnostics());
        SchemaNormaliser schemas = new SchemaNormaliser(Direction.RESPONSE, new Discriminators(), ofAnswer);
        ObjectNode normalised = schemas.normalise(schema.get());
        if (ofAnswer.isRejected()) {
            findings.warning(
                    "unusable-answer-schema",
                    schema.get().at(),
                    "The schema of the answer has a reference that leads nowhere",
                    "The tool works but says nothing about its answers; mend the reference.");
            return Optional.empty();
        }
        return Optional.of(new PlannedAnswer(
                new JsonSchema(DefinitionInliner.selfContained(normalised, schemas.pool())),
                new AnswerShape(normalised, schemas.pool())));
    }

    /** The schema of an answer, and where in it to look for items. */
    record PlannedAnswer(JsonSchema schema, AnswerShape shape) {}
}
