package golden;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.RequestBody;
import dev.toolsmith.runtime.tool.ToolArguments;
import dev.toolsmith.runtime.tool.ToolBundle;
import java.util.TreeMap;
import java.util.function.BiFunction;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls generated tools for tests that cannot have the runtime's types on their own class path. */
public final class Calls implements BiFunction<String, String, String> {

    private final ToolBundle bundle;

    public Calls(Object bundle) {
        this.bundle = (ToolBundle) bundle;
    }

    /** The request that a call becomes, as text: a line for its method and path, one for each value, one for its body. */
    @Override
    public String apply(String name, String arguments) {
        ApiTool tool = bundle.tool(name);
        ApiRequest request =
                tool.toRequest(new ToolArguments(JsonMapper.shared().readValue(arguments, ObjectNode.class)));
        StringBuilder text = new StringBuilder();
        text.append(request.method()).append(' ').append(request.template()).append('\n');
        for (ApiRequest.Parameter parameter : request.parameters()) {
            text.append("  ").append(parameter.place().name().toLowerCase(java.util.Locale.ROOT));
            text.append(' ').append(parameter.parameter()).append(" = ").append(parameter.value());
            text.append(" (").append(parameter.style()).append(parameter.explode() ? ", explode" : "").append(")\n");
        }
        request.body().ifPresent(body -> append(body, text));
        return text.toString();
    }

    private static void append(RequestBody body, StringBuilder text) {
        text.append("  ").append(body.mediaType()).append(' ').append(body.content()).append('\n');
        new TreeMap<>(body.parts()).forEach((member, part) -> {
            text.append("    ").append(member);
            text.append(part.mediaType().isEmpty() ? "" : " as " + part.mediaType());
            text.append(part.style().isEmpty() ? "" : " (" + part.style() + (part.explode() ? ", explode)" : ")"));
            text.append('\n');
        });
    }
}
