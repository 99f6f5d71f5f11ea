package dev.toolsmith.runtime.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.ValidationLimitExceededException;
import dev.toolsmith.runtime.json.JsonTree;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A tool's input schema, ready to check arguments. Safe for many threads. */
public final class ArgumentSchema {

    private static final String TOO_MUCH =
            "The arguments are nested too deeply or are too many to check. Send fewer of them at a time.";
    private static final int MOST_STEPS = 20_000;
    private static final ExecutionConfig FIRST_ERROR = limits(true, MOST_STEPS);
    private static final ExecutionConfig ALL_ERRORS = limits(false, MOST_STEPS);
    private static final ExecutionConfig WHETHER = limits(true, 50 * MOST_STEPS);

    private final Schema schema;

    private ArgumentSchema(Schema schema) {
        this.schema = schema;
    }

    private static ExecutionConfig limits(boolean failFast, int steps) {
        return ExecutionConfig.builder()
                .locale(Locale.ENGLISH)
                .maxEvaluationSteps(steps)
                .maxEvaluationDepth(128)
                .formatAssertionsEnabled(true)
                .failFast(failFast)
                .build();
    }

    /** Compiles a JSON Schema 2020-12, UTF-8. */
    public static ArgumentSchema compile(byte[] json) {
        return compile(JsonTree.read(json));
    }

    /** Compiles a JSON Schema 2020-12. */
    public static ArgumentSchema compile(JsonNode schema) {
        return new ArgumentSchema(SchemaDialect.REGISTRY.getSchema(schema));
    }

    /**
     * Whether the schema accepts a value of any kind. One that takes over a million steps to check is accepted: it is not
     * known to be wrong.
     */
    public boolean accepts(JsonNode value) {
        try {
            return errors(value, WHETHER).isEmpty();
        } catch (ValidationLimitExceededException e) {
            return true;
        }
    }

    /** What is wrong with arguments, in words for a model; empty when the schema accepts them. */
    public Optional<String> problemsOf(ObjectNode arguments) {
        try {
            if (errors(arguments, FIRST_ERROR).isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Explanation(schema.getSchemaNode()).of(errors(arguments, ALL_ERRORS)));
        } catch (ValidationLimitExceededException e) {
            return Optional.of(TOO_MUCH + " Nothing was sent.");
        }
    }

    /** The same as single lines, for a message of which this is only a part; empty when the schema accepts them. */
    public List<String> misfitsOf(ObjectNode arguments) {
        try {
            List<Error> errors = errors(arguments, ALL_ERRORS);
            return errors.isEmpty() ? List.of() : new Explanation(schema.getSchemaNode()).lines(errors);
        } catch (ValidationLimitExceededException e) {
            return List.of(TOO_MUCH);
        }
    }

    private List<Error> errors(JsonNode value, ExecutionConfig config) {
        return schema.validate(value, OutputFormat.DEFAULT, (context, of) -> {
            context.setExecutionConfig(config);
            context.setFailFast(config.isFailFast());
        });
    }
}
