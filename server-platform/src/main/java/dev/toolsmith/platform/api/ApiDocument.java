package dev.toolsmith.platform.api;

import dev.toolsmith.runtime.json.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The description of this API, which is kept as YAML and served as JSON. */
final class ApiDocument {

    private static final String RESOURCE = "toolsmith-management.openapi.yaml";

    private byte @Nullable [] json;

    /** The document; read when it is first asked for. */
    synchronized byte[] json() {
        byte[] known = json;
        if (known == null) {
            known = JsonTree.write(tree());
            json = known;
        }
        return known;
    }

    private static JsonNode tree() {
        try (InputStream in = ApiDocument.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + RESOURCE);
            }
            return YAMLMapper.builder().build().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("The jar's " + RESOURCE + " cannot be read", e);
        }
    }
}
