package golden;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls a generated tool and takes the request apart: name, method, template, and the wire name of each parameter. */
public final class Parts implements BiFunction<Object, String, List<String>> {

    @Override
    public List<String> apply(Object tool, String arguments) {
        ApiTool called = (ApiTool) tool;
        ApiRequest request =
                called.toRequest(new ToolArguments(JsonMapper.shared().readValue(arguments, ObjectNode.class)));
        List<String> parts = new ArrayList<>(List.of(called.name(), request.method(), request.template()));
        request.parameters().forEach(parameter -> parts.add(parameter.parameter()));
        request.body().ifPresent(body -> body.content().propertyNames().forEach(parts::add));
        return parts;
    }
}
