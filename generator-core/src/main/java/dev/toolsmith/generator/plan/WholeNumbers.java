package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.tool.JsonSchema;
import dev.toolsmith.generator.tool.Pagination;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sizes and offsets of pages are whole numbers, also where a description says {@code number}; a size that is over the
 * largest is refused before it is sent.
 */
final class WholeNumbers {

    private WholeNumbers() {}

    static List<Argument> inPages(List<Argument> arguments, Pagination pagination) {
        List<String> names = Stream.of(pagination.limitArgument(), pagination.positionArgument())
                .flatMap(Optional::stream)
                .toList();
        return arguments.stream()
                .map(argument -> names.contains(argument.name()) ? whole(argument) : argument)
                .map(argument -> pagination.limitArgument().equals(Optional.of(argument.name()))
                        ? bounded(argument, pagination)
                        : argument)
                .toList();
    }

    /**
     * A listed schema without a bound of the page size that the description states in words only: the exact schema has it,
     * and the words are shown.
     */
    static JsonSchema listed(JsonSchema listed, List<Argument> described, Optional<Pagination> pagination) {
        Optional<String> limit = pagination
                .flatMap(Pagination::limitArgument)
                .filter(name -> described.stream()
                        .anyMatch(argument -> argument.name().equals(name)
                                && !argument.schema().has("maximum")));
        ObjectNode schema = listed.node().deepCopy();
        limit.map(schema.path("properties")::path)
                .filter(ObjectNode.class::isInstance)
                .ifPresent(argument -> ((ObjectNode) argument).remove("maximum"));
        return new JsonSchema(schema);
    }

    private static Argument bounded(Argument argument, Pagination pagination) {
        if (pagination.maxLimit().isEmpty()
                || argument.schema().has("maximum")
                || argument.schema().has("$ref")) {
            return argument;
        }
        ObjectNode schema = argument.schema().deepCopy();
        schema.put("maximum", pagination.maxLimit().getAsInt());
        return new Argument(argument.binding(), schema);
    }

    private static Argument whole(Argument argument) {
        ObjectNode schema = argument.schema().deepCopy();
        if (SchemaShape.types(schema).contains("number")) {
            Set<String> types = new LinkedHashSet<>();
            SchemaShape.types(schema).forEach(type -> types.add(type.equals("number") ? "integer" : type));
            if (types.size() == 1) {
                schema.put("type", "integer");
            } else {
                ArrayNode list = schema.putArray("type");
                types.forEach(list::add);
            }
        }
        return new Argument(argument.binding(), schema);
    }
}
