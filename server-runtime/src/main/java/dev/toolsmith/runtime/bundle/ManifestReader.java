package dev.toolsmith.runtime.bundle;

import dev.toolsmith.runtime.tool.ToolBundle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads a bundle's {@code manifest.json}. */
final class ManifestReader {

    private static final int FORMAT_VERSION = 1;

    private final Map<String, String> texts = new HashMap<>();
    private final List<SecurityScheme> security = new ArrayList<>();
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
                    of(scheme, "parameter")));
        }
    }

    private BundleManifest manifestOf(ToolBundle bundle) {
        if (formatVersion != FORMAT_VERSION) {
            throw new ToolConfigurationException("The bundle \"" + bundle.app() + "\" has format version "
                    + formatVersion + ", this server reads " + FORMAT_VERSION
                    + ". Generate the bundle with the plugin of this server's version.");
        }
        return new BundleManifest(
                bundle.app(),
                of(texts, "title"),
                of(texts, "version"),
                of(texts, "sha256"),
                of(texts, "baseUrl"),
                of(texts, "env.apiKey"),
                of(texts, "env.baseUrl"),
                security);
    }

    private static String of(Map<String, String> texts, String name) {
        String text = texts.get(name);
        return text == null ? "" : text;
    }
}
