package dev.toolsmith.generator.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolModel;
import dev.toolsmith.generator.tool.ToolName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One bundle's manifest, catalogue, index and schemas, put together again. */
final class BundleCatalogue {

    private static final int FORMAT_VERSION = 1;
    private static final String MANIFEST = "manifest.json";
    private static final String INDEX = "index.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final BundleFiles files;
    private final String folder;

    private BundleCatalogue(BundleFiles files, String folder) {
        this.files = files;
        this.folder = folder;
    }

    /** The tools; {@link IOException} or {@link IllegalArgumentException} when they are no tools as they are written. */
    static ToolCatalog read(BundleFiles files, String folder) throws IOException {
        return new BundleCatalogue(files, folder).catalogue();
    }

    /** Whose tools a manifest is of. */
    static String app(byte[] manifest) throws IOException {
        return new BundleManifest(tree(MANIFEST, manifest)).app();
    }

    private ToolCatalog catalogue() throws IOException {
        BundleManifest manifest = new BundleManifest(required(MANIFEST));
        if (manifest.formatVersion() > FORMAT_VERSION) {
            throw new NewerBundleException(manifest.formatVersion());
        }
        return manifest.catalogue(tools(manifest));
    }

    private List<ToolModel> tools(BundleManifest manifest) throws IOException {
        Map<String, JsonNode> listed = new HashMap<>();
        required("catalogue.json").forEach(each -> listed.put(each.path("name").asText(""), each));
        List<ToolModel> tools = new ArrayList<>();
        SourcePointer rows = new SourcePointer(INDEX, "/tools");
        for (JsonNode row : required(INDEX).path("tools")) {
            String name = new ToolName(BundleManifest.text(row, "name")).value();
            JsonNode tool = listed.get(name);
            if (tool == null) {
                throw new IOException(name + " stands in index.json and not in catalogue.json");
            }
            ObjectNode input = object("schemas/" + name + ".json")
                    .orElseThrow(() -> new IOException("schemas/" + name + ".json is missing"));
            BundleTool parts = new BundleTool(row, tool, input, object("outputs/" + name + ".json"));
            tools.add(parts.model(manifest, rows.element(tools.size())));
        }
        return tools;
    }

    private JsonNode required(String name) throws IOException {
        return json(name).orElseThrow(() -> new IOException(name + " is missing"));
    }

    private Optional<ObjectNode> object(String name) throws IOException {
        Optional<JsonNode> json = json(name);
        if (json.isPresent() && !json.get().isObject()) {
            throw new IOException(name + " is no object");
        }
        return json.map(ObjectNode.class::cast);
    }

    private Optional<JsonNode> json(String name) throws IOException {
        Optional<byte[]> bytes = files.read(folder, name);
        return bytes.isEmpty() ? Optional.empty() : Optional.of(tree(name, bytes.get()));
    }

    private static JsonNode tree(String name, byte[] bytes) throws IOException {
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new IOException(name + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
