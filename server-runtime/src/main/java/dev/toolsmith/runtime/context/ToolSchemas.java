package dev.toolsmith.runtime.context;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.text.ClosestNames;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList.ListedTool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The whole input schemas of offered tools as resources: listed ones are cut to what a model needs. */
final class ToolSchemas {

    static final ResourceTemplate TEMPLATE = new ResourceTemplate(
            "toolsmith://tools/{name}/schema",
            "tool_schema",
            "Input schema of a tool",
            "The complete JSON Schema that a tool's arguments are checked by, with every property and description."
                    + " Tools are listed with a shorter form of it. Argument: name, the name of an offered tool.",
            "application/schema+json");

    private static final String BEFORE = "toolsmith://tools/";
    private static final String AFTER = "/schema";

    private final BundleTools tools;

    ToolSchemas(BundleTools tools) {
        this.tools = tools;
    }

    /** Whether a URI is one that the template makes, be there such a tool or not. */
    static boolean isOne(String uri) {
        return uri.startsWith(BEFORE) && uri.endsWith(AFTER) && uri.length() > BEFORE.length() + AFTER.length();
    }

    /**
     * The schema of a tool.
     *
     * @throws UnknownContextException when no such tool is offered
     */
    ResourceContent read(String uri) {
        String name = uri.substring(BEFORE.length(), uri.length() - AFTER.length());
        Optional<BundledTool> tool = tools.find(name);
        if (tool.isEmpty()) {
            throw new UnknownContextException("No tool of that name is offered, so there is no schema of it."
                    + ClosestNames.to(name, names())
                            .map(meant -> " Did you mean " + BEFORE + meant + AFTER + "?")
                            .orElse(""));
        }
        return ResourceContent.text(uri, TEMPLATE.mimeType(), schema(tool.get()));
    }

    private String schema(BundledTool tool) {
        try (InputStream in = tool.bundle().open("schemas/" + tool.name() + ".json")) {
            byte[] json = in.readAllBytes();
            ListedTool told = tools.told(new ListedTool(json, 0, json.length));
            return new String(told.bytes(), told.offset(), told.length(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema of the tool " + tool.name() + " cannot be read", e);
        }
    }

    Completion complete(String argument, String typed) {
        if (!argument.equals("name")) {
            throw OfferedContext.unknownArgument(argument, List.of("name"));
        }
        return Completion.of(names(), typed);
    }

    private List<String> names() {
        return tools.tools().stream().map(ToolDescriptor::name).toList();
    }
}
