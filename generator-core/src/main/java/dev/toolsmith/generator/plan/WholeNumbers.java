package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.tool.Pagination;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Sizes and offsets of pages are whole numbers, also where a description says {@code number}. */
final class WholeNumbers {

    private WholeNumbers() {}

    static List<Argument> inPages(List<Argument> arguments, Pagination pagination) {
        List<String> names = Stream.of(pagination.limitArgument(), pagination.positionArgument())
                .flatMap(Optional::stream)
                .toList();
        return arguments.stream()
                .map(argument -> names.contains(argument.name()) ? whole(argument) : argument)
                .toList();
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
