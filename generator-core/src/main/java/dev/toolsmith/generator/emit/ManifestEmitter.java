package dev.toolsmith.generator.emit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.ApiSecurityScheme;
import dev.toolsmith.generator.api.ApiServer;
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
        String prefix = catalog.app().toUpperCase(Locale.ROOT);
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("formatVersion", FORMAT_VERSION);
        manifest.put("app", catalog.app());
        manifest.put("title", catalog.title());
        manifest.put("version", catalog.version());
        manifest.put("sha256", catalog.sha256());
        manifest.put("bundleClass", names.bundle(catalog.app()).canonicalName());
        catalog.baseUrl().ifPresent(url -> manifest.put("baseUrl", url));
        catalog.server().basePath().ifPresent(path -> manifest.put("basePath", path));
        manifest.set("env", environment(prefix));
        manifest.set("security", security(catalog.securitySchemes()));
        if (!catalog.auth().equals(first(catalog.securitySchemes()))) {
            manifest.set("auth", IndexRow.alternatives(catalog.auth()));
        }
        catalog.server().template().ifPresent(template -> {
            manifest.put("baseUrlTemplate", template);
            manifest.set("serverVariables", variables(catalog.server().variables(), prefix));
        });
        return manifest;
    }

    /** What a reader of the manifest takes for granted when it says nothing. */
    private static List<List<String>> first(List<ApiSecurityScheme> schemes) {
        return schemes.stream().limit(1).map(scheme -> List.of(scheme.name())).toList();
    }

    private static ObjectNode environment(String prefix) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("apiKey", prefix + "_API_KEY")
                .put("baseUrl", prefix + "_BASE_URL");
    }

    private static ArrayNode security(List<ApiSecurityScheme> schemes) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (ApiSecurityScheme scheme : schemes) {
            ObjectNode row = array.addObject()
                    .put("name", scheme.name())
                    .put("type", scheme.type())
                    .put("scheme", scheme.scheme())
                    .put("in", scheme.in())
                    .put("parameter", scheme.parameter());
            if (scheme.type().equals("oauth2")) {
                scheme.flows().forEach(row.putArray("flows")::add);
                row.put("tokenUrl", scheme.tokenUrl());
            }
        }
        return array;
    }

    private static ArrayNode variables(List<ApiServer.Variable> variables, String prefix) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (ApiServer.Variable variable : variables) {
            ObjectNode row = array.addObject().put("name", variable.name()).put("default", variable.defaultValue());
            if (!variable.values().isEmpty()) {
                variable.values().forEach(row.putArray("enum")::add);
            }
            row.put("env", prefix + "_SERVER_" + upperSnake(variable.name()));
        }
        return array;
    }

    private static String upperSnake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .replaceAll("^_|_$", "")
                .toUpperCase(Locale.ROOT);
    }
}
