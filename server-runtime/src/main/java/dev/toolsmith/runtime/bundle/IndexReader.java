package dev.toolsmith.runtime.bundle;

import dev.toolsmith.runtime.tool.ToolBundle;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the rows of a bundle's {@code index.json}. */
final class IndexReader {

    private IndexReader() {}

    static List<BundledTool> read(ToolBundle bundle, BundleManifest manifest, int catalogueLength) {
        byte[] json = BundleTools.bytes(bundle, "index.json");
        List<BundledTool> tools = new ArrayList<>(128);
        try (JsonParser parser = JsonMembers.parserOf(json)) {
            parser.nextToken();
            while (JsonMembers.next(parser)) {
                if (parser.currentName().equals("tools")) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        tools.add(checked(IndexRow.read(parser).toTool(bundle, manifest), catalogueLength));
                    }
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            throw new ToolConfigurationException(
                    "The index of the bundle \"" + bundle.app() + "\" is not JSON. Generate it again.", e);
        }
        return tools;
    }

    private static BundledTool checked(BundledTool tool, int catalogueLength) {
        int offset = tool.descriptor().listedOffset();
        int length = tool.descriptor().listedLength();
        if (offset < 0 || length < 2 || offset > catalogueLength - length) {
            throw new ToolConfigurationException("The index of the bundle \""
                    + tool.manifest().app() + "\" does not fit its catalogue at the tool \"" + tool.name()
                    + "\". Generate it again.");
        }
        return tool;
    }
}
