package dev.toolsmith.runtime.schema;

import dev.toolsmith.runtime.bundle.BundledTool;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The input schemas of tools, each compiled when its tool is first called. */
public final class ArgumentSchemas {

    private final Map<String, ArgumentSchema> byTool = new ConcurrentHashMap<>();

    /** The input schema of a tool. */
    public ArgumentSchema of(BundledTool tool) {
        return byTool.computeIfAbsent(tool.name(), name -> ArgumentSchema.compile(schemaOf(tool)));
    }

    private static byte[] schemaOf(BundledTool tool) {
        try (InputStream in = tool.bundle().open("schemas/" + tool.name() + ".json")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("The schema of the tool " + tool.name() + " cannot be read", e);
        }
    }
}
