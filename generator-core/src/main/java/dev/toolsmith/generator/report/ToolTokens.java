package dev.toolsmith.generator.report;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.toolsmith.generator.emit.JsonText;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolModel;
import dev.toolsmith.generator.tool.ToolName;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What tools cost a model's context: the o200k tokens of each one's name, description and listed input schema, as a
 * server counts them.
 */
final class ToolTokens {

    private ToolTokens() {}

    /** The tokens of each tool. */
    static Map<ToolName, Integer> of(ToolCatalog catalog) {
        Map<ToolName, Integer> tokens = new TreeMap<>();
        catalog.tools()
                .forEach(tool -> tokens.put(tool.name(), Vocabulary.O200K.countTokensOrdinary(modelFacing(tool))));
        return Collections.unmodifiableMap(tokens);
    }

    private static String modelFacing(ToolModel tool) {
        return tool.name() + "\n" + tool.description() + "\n"
                + JsonText.of(tool.listed().node());
    }

    /** Read when tools are first counted, as it is large. */
    private static final class Vocabulary {
        static final Encoding O200K = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    }
}
