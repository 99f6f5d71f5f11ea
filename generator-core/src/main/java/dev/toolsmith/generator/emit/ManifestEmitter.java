package dev.toolsmith.generator.emit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.ApiSecurityScheme;
import dev.toolsmith.generator.tool.ToolCatalog;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes what a server must know of a bundle before anything else. */
final class ManifestEmitter implements Emitter {

    private static final int FORMAT_VERSION = 1;

    private final JavaNames names;

    ManifestEmitter(JavaNames names) {
        this.names = names;
    }

    @Override
    public Stream<SourceFile> emit(ToolCatalog catalog) {
        String path = ResourcePaths.folder(catalog) + "manifest.json";
        return Stream.of(new SourceFile(SourceFile.Kind.RESOURCE, path, JsonText.of(manifest(catalog)) + "\n"));
    }

    private ObjectNode manifest(ToolCatalog catalog) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("formatVersion", FORMAT_VERSION);
        manifest.put("app", catalog.app());
        manifest.put("title", catalog.title());
        manifest.put("version", catalog.version());
        manifest.put("sha256", catalog.sha256());
        manifest.put("bundleClass", names.bundle(catalog.app()).canonicalName());
        catalog.baseUrl().ifPresent(url -> manifest.put("baseUrl", url));
        manifest.set("env", environment(catalog.app()));
        manifest.set("security", security(catalog.securitySchemes()));
        return manifest;
    }

    private static ObjectNode environment(String app) {
        String prefix = app.toUpperCase(Locale.ROOT);
        return JsonNodeFactory.instance
                .objectNode()
                .put("apiKey", prefix + "_API_KEY")
                .put("baseUrl", prefix + "_BASE_URL");
    }

    private static ArrayNode security(List<ApiSecurityScheme> schemes) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (ApiSecurityScheme scheme : schemes) {
            array.addObject()
                    .put("name", scheme.name())
                    .put("type", scheme.type())
                    .put("scheme", scheme.scheme())
                    .put("in", scheme.in())
                    .put("parameter", scheme.parameter());
        }
        return array;
    }
}
