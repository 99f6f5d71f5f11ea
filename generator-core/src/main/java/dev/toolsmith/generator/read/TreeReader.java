package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import java.util.Locale;
import java.util.Optional;

/** Bytes to a JSON object, JSON and YAML alike; what is wrong with them becomes an error diagnostic. */
final class TreeReader {

    private final ReadLimits limits;
    private final Diagnostics diagnostics;

    TreeReader(ReadLimits limits, Diagnostics diagnostics) {
        this.limits = limits;
        this.diagnostics = diagnostics;
    }

    Optional<ObjectNode> read(DescriptionSource source) {
        try {
            return Optional.of(object(source));
        } catch (TreeFault e) {
            diagnostics.error(e.code(), new SourcePointer(source.name(), ""), e.text(), e.hint());
            return Optional.empty();
        }
    }

    private ObjectNode object(DescriptionSource source) throws TreeFault {
        if (source.bytes().length > limits.maxBytes()) {
            throw new TreeFault(
                    "too-large",
                    "The document has " + source.bytes().length + " bytes, more than the limit of " + limits.maxBytes(),
                    "Raise the limit if the document is to be trusted.");
        }
        String text = TextDecoder.decode(source.bytes());
        if (tree(source.name().toLowerCase(Locale.ROOT), text) instanceof ObjectNode object) {
            return object;
        }
        throw new TreeFault(
                "not-an-object",
                "The document is no object",
                "Begin with 'openapi: 3.1.0' or {\"openapi\": \"3.1.0\"}.");
    }

    private JsonNode tree(String name, String text) throws TreeFault {
        if (!beginsWithBrace(text)) {
            return YamlTree.read(text, limits);
        }
        if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
            return JsonTree.read(text, limits);
        }
        try {
            return JsonTree.read(text, limits);
        } catch (TreeFault e) {
            if (!e.code().equals("syntax-error")) {
                throw e;
            }
            return YamlTree.read(text, limits);
        }
    }

    private static boolean beginsWithBrace(String text) {
        int first = 0;
        while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        return first < text.length() && text.charAt(first) == '{';
    }
}
