package dev.toolsmith.generator.plan;

import dev.toolsmith.generator.api.ApiDescription;
import dev.toolsmith.generator.diagnose.Diagnostic;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.plan.PlanOptions.Naming;
import dev.toolsmith.generator.read.DescriptionReader;
import dev.toolsmith.generator.read.DescriptionSource;
import dev.toolsmith.generator.read.ReadLimits;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** One planning of a description in a test: the tools, and what planning reported. */
record Planning(ToolCatalog catalog, List<Diagnostic> found) {

    private static final String HEAD = """
            openapi: 3.1.0
            info: {title: Things, version: 1.0.0}
            servers: [{url: https://api.example.com}]
            """;
    private static final Path ATTIO = Path.of("..", "specs", "attio");

    /** Plans a YAML document that begins with version, info and server; app {@code app}, naming by path. */
    static Planning of(String afterHead) {
        return of(afterHead, PlanOptions.forApp("app").withNaming(Naming.PATH));
    }

    static Planning of(String afterHead, PlanOptions options) {
        return of(List.of(source("api.yaml", HEAD + afterHead)), List.of(), options);
    }

    static Planning of(List<DescriptionSource> documents, List<DescriptionSource> overlays, PlanOptions options) {
        Diagnostics diagnostics = new Diagnostics();
        ApiDescription api = DescriptionReader.read(documents, overlays, ReadLimits.DEFAULTS, diagnostics)
                .orElseThrow(() -> new AssertionError("Nothing was read: " + diagnostics.all()));
        Diagnostics planning = new Diagnostics();
        return new Planning(ToolPlanner.plan(api, options, planning), planning.all());
    }

    /** The description and overlay that stand in the project. */
    static Planning ofAttio() {
        return ofAttio(ATTIO.resolve("attio.openapi.yaml"));
    }

    /** Another description of the same API with the overlay that stands in the project. */
    static Planning ofAttio(Path description) {
        return of(
                List.of(file(description)),
                List.of(file(ATTIO.resolve("attio.overlay.yaml"))),
                PlanOptions.forApp("attio").withNaming(Naming.PATH));
    }

    /** One GET operation with these members, as YAML that is indented by nothing. */
    static Planning ofGet(String members) {
        return of(operation("get", "/things", members));
    }

    static Planning ofPost(String members) {
        return of(operation("post", "/things", members));
    }

    /** One POST with a JSON body of this schema, in flow style. */
    static Planning ofBody(String schema) {
        return ofPost("requestBody: {required: true, content: {application/json: {schema: " + schema + "}}}");
    }

    static String operation(String method, String path, String members) {
        return "paths:\n  " + path + ":\n    " + method + ":\n      description: Does it.\n"
                + members.strip().indent(6) + "      responses: {'200': {description: Good.}}\n";
    }

    static DescriptionSource source(String name, String text) {
        return new DescriptionSource(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static DescriptionSource file(Path file) {
        try {
            return new DescriptionSource(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> names() {
        return catalog.tools().stream().map(tool -> tool.name().value()).toList();
    }

    ToolModel tool(String name) {
        return catalog.tools().stream()
                .filter(tool -> tool.name().value().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + name + " in " + names() + findings()));
    }

    /** The only tool. */
    ToolModel tool() {
        if (catalog.tools().size() != 1) {
            throw new AssertionError("Not one tool: " + names() + findings());
        }
        return catalog.tools().get(0);
    }

    List<String> findings() {
        return found.stream().map(Diagnostic::toText).toList();
    }

    List<String> codes() {
        return found.stream().map(Diagnostic::code).toList();
    }

    static List<String> lines(String text) {
        return Arrays.asList(text.strip().split("\n"));
    }
}
