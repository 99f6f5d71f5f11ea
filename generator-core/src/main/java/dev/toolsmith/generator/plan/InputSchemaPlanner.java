package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.tool.JsonSchema;
import java.util.List;

/** Puts the arguments of a tool side by side into one schema. */
final class InputSchemaPlanner {

    private InputSchemaPlanner() {}

    /**
     * The exact input schema.
     *
     * @param arguments in the order of the schema's properties
     * @param together arguments of an optional body that must be given as soon as one of the body's is
     * @param bodyArguments the arguments of the body
     * @param pool what the arguments' schemas refer to
     */
    static JsonSchema schema(
            List<Argument> arguments, List<String> together, List<String> bodyArguments, SchemaPool pool) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        arguments.forEach(argument -> properties.set(argument.name(), argument.schema()));
        List<String> required = arguments.stream()
                .filter(argument -> argument.binding().required())
                .map(Argument::name)
                .toList();
        if (!required.isEmpty()) {
            addAll(schema.putArray("required"), required);
        }
        schema.put("additionalProperties", false);
        if (!together.isEmpty()) {
            dependencies(schema, together, bodyArguments);
        }
        return new JsonSchema(DefinitionInliner.selfContained(schema, pool));
    }

    private static void dependencies(ObjectNode schema, List<String> together, List<String> bodyArguments) {
        ObjectNode dependencies = JsonNodeFactory.instance.objectNode();
        for (String argument : bodyArguments) {
            List<String> others =
                    together.stream().filter(name -> !name.equals(argument)).toList();
            if (!others.isEmpty()) {
                addAll(dependencies.putArray(argument), others);
            }
        }
        if (!dependencies.isEmpty()) {
            schema.set("dependentRequired", dependencies);
        }
    }

    private static void addAll(ArrayNode list, List<String> names) {
        names.forEach(list::add);
    }
}
