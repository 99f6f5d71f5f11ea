package dev.toolsmith.attio.workspace.values;

import dev.toolsmith.runtime.schema.ArgumentSchema;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Schemas ready to check the form of values, each compiled once for all attributes of the same form in all workspaces. As
 * forms hold nothing of a workspace there are only a few for each type. Safe for many threads.
 */
final class CompiledSchemas {

    private final Map<ValueShape, ArgumentSchema> forms = new ConcurrentHashMap<>();

    /** The schema of the form of what is written for one attribute; names in it are for {@link ShapeCheck}. */
    ArgumentSchema of(ValueShape shape) {
        return forms.computeIfAbsent(shape.form(), form -> ArgumentSchema.compile(ValueSchemas.of(form)));
    }

    /** How many there are. */
    int size() {
        return forms.size();
    }
}
