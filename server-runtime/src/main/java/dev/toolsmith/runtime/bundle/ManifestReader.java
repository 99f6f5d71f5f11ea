package dev.toolsmith.runtime.bundle;

import dev.toolsmith.runtime.tool.ToolBundle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads a bundle's {@code manifest.json}. */
final class ManifestReader {

    private static final int FORMAT_VERSION = 1;

    private final Map<String, String> texts = new HashMap<>();
    private final List<SecurityScheme> security = new ArrayList<>();
    private final List<ServerTemplate.Variable> variables = new ArrayList<>();
    private @Nullable List<List<String>> auth;
    private int formatVersion;

    private ManifestReader() {}

    static BundleManifest read(ToolBundle bundle) {
        byte[] json = BundleTools.bytes(bundle, "manifest.json");
        ManifestReader reader = new ManifestReader();
        try (JsonParser parser = JsonMembers.parserOf(json)) {
            parser.nextToken();
            reader.readMembers(parser, "");
        } catch (JacksonException e) {
            throw new ToolConfigurationException(
                    "The manifest of the bundle \"" + bundle.app() + "\" is not JSON. Generate it again.", e);
        }
        return reader.manifestOf(bundle);
    }

    private void readMembers(JsonParser parser, String prefix) {
        while (JsonMembers.next(parser)) {
            String name = prefix.concat(parser.currentName());
            if (name.equals("formatVersion")) {
                formatVersion = parser.getValueAsInt();
            } else if (name.equals("security")) {
                readSecurity(parser);
            } else if (name.equals("auth")) {
                auth = JsonMembers.textLists(parser);
            } else if (name.equals("serverVariables")) {
                readVariables(parser);
            } else if (name.equals("env")) {
                readMembers(parser, "env.");
            } else if (parser.currentToken().isStructStart()) {
                parser.skipChildren();
            } else {
                texts.put(name, JsonMembers.text(parser));
            }
        }
    }

    private void readSecurity(JsonParser parser) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> scheme = new HashMap<>();
            while (JsonMembers.next(parser)) {
                scheme.put(parser.currentName(), JsonMembers.text(parser));
                parser.skipChildren();
            }
            security.add(new SecurityScheme(
                    of(scheme, "name"),
                    of(scheme, "type"),
                    of(scheme, "scheme"),
                    of(scheme, "in"),
                    of(scheme, "parameter"),
                    of(scheme, "tokenUrl")));
        }
    }

    private void readVariables(JsonParser parser) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> variable = new HashMap<>();
            List<String> allowed = List.of();
            while (JsonMembers.next(parser)) {
                if (parser.currentToken() == JsonToken.START_ARRAY) {
                    allowed = JsonMembers.texts(parser);
                } else {
                    variable.put(parser.currentName(), JsonMembers.text(parser));
                    parser.skipChildren();
                }
            }
            variables.add(new ServerTemplate.Variable(
                    of(variable, "name"), of(variable, "default"), allowed, of(variable, "env")));
        }
    }

    private BundleManifest manifestOf(ToolBundle bundle) {
        if (formatVersion != FORMAT_VERSION) {
            throw new ToolConfigurationException("The bundle \"" + bundle.app() + "\" has format version "
                    + formatVersion + ", this server reads " + FORMAT_VERSION
                    + ". Generate the bundle with the plugin of this server's version.");
        }
        List<List<String>> given = auth;
        return new BundleManifest(
                bundle.app(),
                of(texts, "title"),
                of(texts, "version"),
                of(texts, "sha256"),
                of(texts, "baseUrl"),
                of(texts, "env.apiKey"),
                of(texts, "env.baseUrl"),
                security,
                given == null ? BundleManifest.firstOf(security) : given,
                new ServerTemplate(of(texts, "basePath"), of(texts, "baseUrlTemplate"), variables));
    }

    private static String of(Map<String, String> texts, String name) {
        String text = texts.get(name);
        return text == null ? "" : text;
    }
}
