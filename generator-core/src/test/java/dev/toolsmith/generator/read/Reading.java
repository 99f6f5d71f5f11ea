package dev.toolsmith.generator.read;

import dev.toolsmith.generator.api.ApiDescription;
import dev.toolsmith.generator.api.ApiOperation;
import dev.toolsmith.generator.diagnose.Diagnostic;
import dev.toolsmith.generator.diagnose.Diagnostics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One reading of a small description in a test: what came of it, and what was reported. */
record Reading(Optional<ApiDescription> description, Diagnostics diagnostics) {

    private static final String HEAD = """
            openapi: 3.1.0
            info: {title: Things, version: 1.0.0}
            servers: [{url: https://api.example.com}]
            """;

    static Reading of(DescriptionSource... documents) {
        return of(List.of(documents), List.of());
    }

    static Reading of(List<DescriptionSource> documents, List<DescriptionSource> overlays) {
        return of(documents, overlays, ReadLimits.DEFAULTS);
    }

    static Reading of(List<DescriptionSource> documents, List<DescriptionSource> overlays, ReadLimits limits) {
        Diagnostics diagnostics = new Diagnostics();
        return new Reading(DescriptionReader.read(documents, overlays, limits, diagnostics), diagnostics);
    }

    /** A YAML document named {@code api.yaml} that begins with version, info and server. */
    static Reading ofYaml(String afterHead) {
        return of(yaml("api.yaml", HEAD + afterHead));
    }

    static Reading ofYaml(String afterHead, String overlay) {
        return of(List.of(yaml("api.yaml", HEAD + afterHead)), List.of(yaml("overlay.yaml", overlay)));
    }

    static DescriptionSource yaml(String name, String text) {
        return new DescriptionSource(name, text.getBytes(StandardCharsets.UTF_8));
    }

    ApiDescription api() {
        return description.orElseThrow(() -> new AssertionError("Nothing was read: " + findings()));
    }

    List<String> requests() {
        return api().operations().stream()
                .map(each -> each.method() + " " + each.path())
                .toList();
    }

    ApiOperation operation() {
        if (api().operations().size() != 1) {
            throw new AssertionError("Not one operation: " + requests() + findings());
        }
        return api().operations().get(0);
    }

    List<String> findings() {
        return diagnostics.all().stream().map(Diagnostic::toText).toList();
    }
}
