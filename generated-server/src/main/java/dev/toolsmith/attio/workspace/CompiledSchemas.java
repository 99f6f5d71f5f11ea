package dev.toolsmith.attio.workspace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.toolsmith.attio.workspace.ValueSchemas.Property;
import dev.toolsmith.runtime.schema.ArgumentSchema;
import java.util.List;

/**
 * Schemas ready to check values, each compiled once for all attributes of the same shape in all workspaces. Those that
 * were not used for the longest time are dropped first. Safe for many threads.
 */
final class CompiledSchemas {

    private static final long MOST_WORDS = 500_000;

    private final Cache<ValueShape, ArgumentSchema> values = Caffeine.newBuilder()
            .<ValueShape, ArgumentSchema>weigher((shape, schema) -> shape.size())
            .maximumWeight(MOST_WORDS)
            .executor(Runnable::run)
            .build();
    private final Cache<List<Property>, ArgumentSchema> wholes = Caffeine.newBuilder()
            .<List<Property>, ArgumentSchema>weigher((properties, schema) -> 4 * properties.size() + 4)
            .maximumWeight(MOST_WORDS)
            .executor(Runnable::run)
            .build();

    /** The schema of what is written for one attribute. */
    ArgumentSchema of(ValueShape shape) {
        return values.get(shape, made -> ArgumentSchema.compile(ValueSchemas.of(made)));
    }

    /** The schema of all that is written to a record or an entry. */
    ArgumentSchema of(List<Property> properties) {
        return wholes.get(properties, made -> ArgumentSchema.compile(ValueSchemas.of(made)));
    }
}
