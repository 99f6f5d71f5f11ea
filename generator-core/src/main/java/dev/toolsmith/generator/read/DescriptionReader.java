package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.ApiDescription;
import dev.toolsmith.generator.api.ApiDocument;
import dev.toolsmith.generator.api.ApiOperation;
import dev.toolsmith.generator.api.ApiSecurityScheme;
import dev.toolsmith.generator.diagnose.Diagnostics;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads descriptions: OpenAPI 3.0 and 3.1, and Swagger 2.0 by conversion, in JSON or YAML, with overlays (OpenAPI Overlay 1.0). Nothing is fetched,
 * whatever a description refers to.
 */
public final class DescriptionReader {

    private DescriptionReader() {}

    /**
     * Reads several documents as one API.
     *
     * @param documents at least one; the first gives the title, the version and the base URL
     * @param overlays applied in this order, each to all documents
     * @param limits how large a document may be
     * @param diagnostics takes every finding; an error leaves out the operation or argument that it stands at
     * @return the API; nothing when a document or overlay is unreadable or no OpenAPI document
     */
    public static Optional<ApiDescription> read(
            List<DescriptionSource> documents,
            List<DescriptionSource> overlays,
            ReadLimits limits,
            Diagnostics diagnostics) {
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("No document to read");
        }
        TreeReader trees = new TreeReader(limits, diagnostics);
        List<ApiDocument> apis = new ArrayList<>();
        for (ApiDocument document : trees(documents, trees)) {
            apis.add(SwaggerConversion.convert(document, diagnostics));
        }
        List<ApiDocument> changes = trees(overlays, trees);
        apis.removeIf(each -> !DocumentVersion.isSupported(each, diagnostics));
        if (apis.size() < documents.size() || changes.size() < overlays.size()) {
            return Optional.empty();
        }
        OverlayReader reader = new OverlayReader(diagnostics);
        for (ApiDocument overlay : changes) {
            reader.actions(overlay.name(), (ObjectNode) overlay.root()).forEach(each -> each.apply(apis, diagnostics));
        }
        HiddenCharacters hidden = new HiddenCharacters(diagnostics);
        apis.forEach(hidden::strip);
        apis.forEach(each -> OpenApiMessages.report(each, diagnostics));
        return Optional.of(description(apis, sha256(documents, overlays), diagnostics));
    }

    private static List<ApiDocument> trees(List<DescriptionSource> sources, TreeReader trees) {
        List<ApiDocument> read = new ArrayList<>();
        for (DescriptionSource source : sources) {
            trees.read(source).ifPresent(tree -> read.add(new ApiDocument(source.name(), tree)));
        }
        return read;
    }

    private static ApiDescription description(List<ApiDocument> apis, String sha256, Diagnostics diagnostics) {
        List<Located> roots = apis.stream().map(Located::root).toList();
        ServerReader servers = new ServerReader(roots, diagnostics);
        Map<String, ApiSecurityScheme> schemes =
                new SecurityReader(diagnostics).schemes(roots, servers.server().baseUrl());
        PathsReader paths = new PathsReader(new OperationReader(schemes, diagnostics), servers, diagnostics);
        List<ApiOperation> operations = new ArrayList<>();
        roots.forEach(root -> operations.addAll(paths.read(root)));
        if (operations.isEmpty()) {
            diagnostics.error(
                    "no-operations", roots.get(0).at(), "No operation can be called", "Describe one under 'paths'.");
        }
        operations.sort(Comparator.comparing(ApiOperation::path).thenComparing(ApiOperation::method));
        Located info = roots.get(0).member("info");
        return new ApiDescription(
                info.text("title"),
                info.node().path("version").asText(),
                sha256,
                servers.server(),
                List.copyOf(schemes.values()),
                operations);
    }

    private static String sha256(List<DescriptionSource> documents, List<DescriptionSource> overlays) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            documents.forEach(each -> digest.update(each.bytes()));
            overlays.forEach(each -> digest.update(each.bytes()));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
