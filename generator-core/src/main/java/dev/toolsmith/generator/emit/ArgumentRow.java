package dev.toolsmith.generator.emit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toolsmith.generator.tool.ArgumentBinding;
import dev.toolsmith.generator.tool.ArgumentBinding.BodyProperty;
import dev.toolsmith.generator.tool.ArgumentBinding.CookieArgument;
import dev.toolsmith.generator.tool.ArgumentBinding.HeaderArgument;
import dev.toolsmith.generator.tool.ArgumentBinding.PathArgument;
import dev.toolsmith.generator.tool.ArgumentBinding.QueryArgument;
import dev.toolsmith.generator.tool.ArgumentBinding.WholeBody;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a reference says of one argument.
 *
 * @param name the argument's name
 * @param type what values it takes, in words
 * @param place where it goes, empty when that is not known
 * @param required whether every call must have it
 * @param description what it is for, empty when nobody says
 */
record ArgumentRow(String name, String type, String place, boolean required, String description) {

    /** The arguments of a tool, in the order of its input schema. Of a tool without bindings no places are known. */
    static List<ArgumentRow> of(ToolModel tool) {
        return tool.bindings().isEmpty() ? ofSchema(tool) : ofBindings(tool);
    }

    private static List<ArgumentRow> ofBindings(ToolModel tool) {
        return tool.bindings().stream()
                .map(binding -> of(tool, binding.argument(), place(binding), binding.required()))
                .toList();
    }

    private static List<ArgumentRow> ofSchema(ToolModel tool) {
        JsonNode input = tool.input().node();
        Set<String> required = new HashSet<>();
        input.path("required").forEach(name -> required.add(name.asText()));
        List<ArgumentRow> rows = new ArrayList<>();
        input.path("properties")
                .properties()
                .forEach(each -> rows.add(of(tool, each.getKey(), "", required.contains(each.getKey()))));
        return rows;
    }

    private static ArgumentRow of(ToolModel tool, String argument, String place, boolean required) {
        JsonNode input = tool.input().node();
        JsonNode schema = input.path("properties").path(argument);
        return new ArgumentRow(
                argument,
                SchemaWords.of(schema, input),
                place,
                required,
                schema.path("description").asText(""));
    }

    private static String place(ArgumentBinding binding) {
        if (binding instanceof PathArgument) {
            return "path";
        }
        if (binding instanceof QueryArgument) {
            return "query";
        }
        if (binding instanceof HeaderArgument) {
            return "header";
        }
        if (binding instanceof CookieArgument) {
            return "cookie";
        }
        return binding instanceof BodyProperty || binding instanceof WholeBody ? "body" : "server";
    }
}
