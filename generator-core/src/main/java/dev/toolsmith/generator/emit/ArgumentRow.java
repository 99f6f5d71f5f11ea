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
import java.util.List;

/**
 * What a reference says of one argument.
 *
 * @param name the argument's name
 * @param type what values it takes, in words
 * @param place where it goes
 * @param required whether every call must have it
 * @param description what it is for, empty when nobody says
 */
record ArgumentRow(String name, String type, String place, boolean required, String description) {

    /** The arguments of a tool, in the order of its input schema. */
    static List<ArgumentRow> of(ToolModel tool) {
        return tool.bindings().stream().map(binding -> of(tool, binding)).toList();
    }

    private static ArgumentRow of(ToolModel tool, ArgumentBinding binding) {
        JsonNode input = tool.input().node();
        JsonNode schema = input.path("properties").path(binding.argument());
        return new ArgumentRow(
                binding.argument(),
                SchemaWords.of(schema, input),
                place(binding),
                binding.required(),
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
