package dev.toolsmith.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.diagnose.Diagnostic;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.write.OutputFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The description of a shop of three tools, and the lock beside it. */
final class LockedShop {

    private static final String THREE_TOOLS = """
            openapi: 3.1.0
            info: {title: Shop, version: "1"}
            servers: [{url: https://shop.example}]
            components:
              securitySchemes: {o: {type: oauth2, flows: {clientCredentials: {tokenUrl: https://shop.example/token, scopes: {carts: Carts, more: More}}}}}
            paths:
              /carts:
                get: {operationId: listCarts, description: Lists., tags: [t], security: [{o: [carts]}], responses: {"200": {description: Done.}}}
                post: {operationId: createCart, description: Makes one., tags: [t], security: [{o: [carts]}], requestBody: {content: {application/json: {schema: {type: object, required: [size, place], properties: {size: {type: integer, minimum: 1.0}, place: {type: string, enum: [a, b]}}}}}}, responses: {"200": {description: Done.}}}
              /find:
                post: {operationId: findCarts, description: Finds., tags: [t], security: [{o: [carts]}], x-toolsmith-reads: true, x-toolsmith-kind: find, responses: {"200": {description: Done.}}}
            """;

    final Path folder;
    final Path spec;
    final Path lock;

    LockedShop(Path folder) throws IOException {
        this.folder = folder;
        this.spec = Files.writeString(folder.resolve("shop.yaml"), THREE_TOOLS);
        this.lock = folder.resolve("tools.lock");
    }

    /** The tools as they are described now. */
    ToolCatalog catalogue() {
        return ToolGenerator.catalogue(CatalogueRequest.of(spec, "shop", "operationId"))
                .catalogue()
                .orElseThrow();
    }

    /** Puts one text in place of another in the description. */
    void change(String before, String after) throws IOException {
        String text = Files.readString(spec);
        assertThat(text).contains(before);
        Files.writeString(spec, text.replace(before, after));
    }

    /** What builds have written, each file with a mark of its content. */
    List<String> outputs() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getParent().equals(folder))
                    .sorted()
                    .map(file -> file + " " + hash(file))
                    .toList();
        }
    }

    private static int hash(Path file) {
        try {
            return Files.readString(file).hashCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that was said, as people see it. */
    static List<String> told(GeneratorResult result) {
        return result.diagnostics().stream().map(Diagnostic::toText).toList();
    }

    /** What was said of changes. */
    static List<String> changes(GeneratorResult result) {
        return result.diagnostics().stream()
                .filter(each -> each.code().endsWith("accepted-change"))
                .map(Diagnostic::toText)
                .toList();
    }

    /** A build. */
    GeneratorResult generate() {
        return ToolGenerator.generate(request("shop", false, Optional.of(lock)));
    }

    /** A build that accepts the tools as they are. */
    GeneratorResult accept() {
        return ToolGenerator.generate(request("shop", true, Optional.of(lock)));
    }

    GeneratorRequest request(String app, boolean accept, Optional<Path> file) {
        return new GeneratorRequest(
                CatalogueRequest.of(spec, app, "operationId"),
                "com." + app,
                Optional.empty(),
                new OutputFolders(folder.resolve("java"), folder.resolve("resources"), folder.resolve("reports")),
                "error",
                file,
                accept);
    }
}
