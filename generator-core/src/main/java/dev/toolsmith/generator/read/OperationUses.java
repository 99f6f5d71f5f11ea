package dev.toolsmith.generator.read;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.toolsmith.generator.api.ApiDocument;
import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which operations lead to a place of a description by their references. */
public final class OperationUses {

    private final List<DescriptionSource> sources;
    private final ReadLimits limits;
    private final List<ApiDocument> documents = new ArrayList<>();

    /** The uses in these documents, which are read when they are first asked for; what cannot be read has none. */
    public OperationUses(List<DescriptionSource> sources, ReadLimits limits) {
        this.sources = List.copyOf(sources);
        this.limits = limits;
    }

    /** The operations that use the place, or something around or within it; none for a place of no shared part. */
    public Set<SourcePointer> of(SourcePointer place) {
        Set<SourcePointer> found = new LinkedHashSet<>();
        if (place.pointer().startsWith("/components/")) {
            documents().stream()
                    .filter(document -> document.name().equals(place.document()))
                    .forEach(document -> find(document, place.pointer(), found));
        }
        return found;
    }

    private List<ApiDocument> documents() {
        if (documents.isEmpty()) {
            Diagnostics ignored = new Diagnostics();
            for (DescriptionSource source : sources) {
                new TreeReader(limits, ignored)
                        .read(source)
                        .map(tree -> SwaggerConversion.convert(new ApiDocument(source.name(), tree), ignored))
                        .ifPresent(documents::add);
            }
        }
        return documents;
    }

    private static void find(ApiDocument document, String wanted, Set<SourcePointer> found) {
        Located paths = Located.root(document).member("paths");
        for (String path : paths.names()) {
            Located item = paths.member(path);
            for (String method : item.names()) {
                Located operation = item.member(method);
                if (operation.node().isObject() && leads(document.root(), item, operation, wanted)) {
                    found.add(operation.at());
                }
            }
        }
    }

    private static boolean leads(JsonNode root, Located item, Located operation, String wanted) {
        Deque<JsonNode> open =
                new ArrayDeque<>(List.of(operation.node(), item.node().path("parameters")));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            String reference = node.path("$ref").asText();
            if (reference.startsWith("#/") && seen.add(reference)) {
                String pointer = reference.substring(1);
                if (wanted.equals(pointer) || wanted.startsWith(pointer + "/") || pointer.startsWith(wanted + "/")) {
                    return true;
                }
                open.push(root.at(JsonPointer.compile(pointer)));
            }
            node.forEach(open::push);
        }
        return false;
    }
}
