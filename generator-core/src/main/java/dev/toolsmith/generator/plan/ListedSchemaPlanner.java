package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.tool.JsonSchema;
import java.util.List;

/** Shortens an exact input schema for models. Whatever the exact schema takes, the shortened one takes too. */
final class ListedSchemaPlanner {

    /** Arguments, their properties and the properties of those are named however little room there is. */
    private static final int LEAST_DEPTH = 3;

    private final ListedLimits limits;

    ListedSchemaPlanner(ListedLimits limits) {
        this.limits = limits;
    }

    JsonSchema listed(JsonSchema exact) {
        ObjectNode shortened = exact.node();
        for (ListedDetail detail : details()) {
            shortened = new SchemaShortener(exact.node(), detail).shortened();
            if (shortened.toString().length() <= limits.schema()) {
                break;
            }
        }
        return new JsonSchema(shortened);
    }

    /** From the richest to the barest. */
    private List<ListedDetail> details() {
        int depth = Math.max(limits.depth(), LEAST_DEPTH);
        int argument = limits.argumentDescription();
        int nested = limits.nestedDescription();
        int values = limits.enumValues();
        return List.of(
                new ListedDetail(depth, true, true, argument, nested, values),
                new ListedDetail(depth, false, true, argument, nested, values),
                new ListedDetail(depth, false, false, argument, nested, values),
                new ListedDetail(LEAST_DEPTH, false, false, argument, nested, values),
                new ListedDetail(LEAST_DEPTH, false, false, argument, nested / 2, values),
                new ListedDetail(LEAST_DEPTH, false, false, argument / 2, nested / 2, values),
                new ListedDetail(LEAST_DEPTH, false, false, argument / 2, 0, Math.min(values, 8)));
    }
}
