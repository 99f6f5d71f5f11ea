package dev.toolsmith.generator.emit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.ApiSecurityScheme;
import dev.toolsmith.generator.api.ApiServer;
import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.tool.ArgumentBinding;
import dev.toolsmith.generator.tool.BodyPart;
import dev.toolsmith.generator.tool.JsonSchema;
import dev.toolsmith.generator.tool.ToolBody;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolHints;
import dev.toolsmith.generator.tool.ToolModel;
import dev.toolsmith.generator.tool.ToolName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Tools made by hand, for tests of what is written of them. */
final class Tools {

    static final ObjectMapper JSON = new ObjectMapper();

    private Tools() {}

    static ToolCatalog catalog(ToolModel... tools) {
        return new ToolCatalog(
                "acme",
                "Acme",
                "1.0",
                "0".repeat(64),
                ApiServer.at("https://api.acme.example"),
                List.of(new ApiSecurityScheme("token", "http", "bearer", "", "")),
                List.of(tools));
    }

    static ToolModel get(String name, String path, ArgumentBinding... bindings) {
        return tool(name, "GET", path, Optional.empty(), bindings);
    }

    static ToolModel put(String name, String path, ToolBody body, ArgumentBinding... bindings) {
        return tool(name, "PUT", path, Optional.of(body), bindings);
    }

    static ToolBody body(ToolBody.Encoding encoding, String mediaType, BodyPart... parts) {
        return new ToolBody(encoding, mediaType, List.of(parts));
    }

    static ToolModel tool(
            String name, String method, String path, Optional<ToolBody> body, ArgumentBinding... bindings) {
        boolean reads = method.equals("GET");
        JsonSchema input = input(bindings);
        return new ToolModel(
                new ToolName(name),
                "Title of " + name,
                "What " + name + " does.",
                method,
                path,
                reads ? "get" : "overwrite",
                reads,
                List.of("things", "other"),
                List.of("thing:read"),
                true,
                Optional.empty(),
                Optional.empty(),
                new ToolHints(reads, !reads, true, false),
                Optional.empty(),
                List.of(bindings),
                body,
                input,
                input,
                Optional.empty(),
                new SourcePointer("acme.yaml", "/paths/x/get"));
    }

    private static JsonSchema input(ArgumentBinding... bindings) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (ArgumentBinding binding : bindings) {
            properties.putObject(binding.argument()).put("type", "string");
        }
        return new JsonSchema(schema);
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
