package dev.toolsmith.generator.read;

import dev.toolsmith.generator.api.ApiOperation;
import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.diagnose.VisibleText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All operations of the documents; of those that exclude each other, the first stays. */
final class PathsReader {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "options", "head", "patch");
    private static final List<String> REFUSED_METHODS = List.of("trace", "connect");

    private final Diagnostics diagnostics;
    private final OperationReader operations;
    private final ServerReader servers;
    private final Map<String, SourcePointer> seenIds = new HashMap<>();
    private final Map<String, ApiOperation> seenRequests = new HashMap<>();

    PathsReader(OperationReader operations, ServerReader servers, Diagnostics diagnostics) {
        this.operations = operations;
        this.servers = servers;
        this.diagnostics = diagnostics;
    }

    List<ApiOperation> read(Located root) {
        List<ApiOperation> found = new ArrayList<>();
        if (servers.leadsElsewhere(root)) {
            return found;
        }
        Located paths = root.member("paths");
        for (String path : paths.names()) {
            if (!path.startsWith("x-")) {
                found.addAll(pathItem(root, new PathTemplate(path), paths.member(path)));
            }
        }
        return found;
    }

    private List<ApiOperation> pathItem(Located root, PathTemplate path, Located declared) {
        Optional<String> problem = path.problem();
        if (problem.isPresent()) {
            diagnostics.error(
                    "invalid-path",
                    declared.at(),
                    "The path '" + VisibleText.excerpt(path.text()) + "' " + problem.get(),
                    "Write it as in /things/{id}.");
            return List.of();
        }
        if (!declared.node().isObject()) {
            diagnostics.error("invalid-path", declared.at(), "The path item is no object", "Write a path item object.");
            return List.of();
        }
        Optional<Located> item = new References(diagnostics).resolve(declared);
        if (item.isEmpty() || servers.leadsElsewhere(item.get())) {
            return List.of();
        }
        REFUSED_METHODS.stream()
                .map(item.get()::member)
                .filter(Located::isPresent)
                .filter(operation -> !isSkipped(operation))
                .forEach(this::refuse);
        List<ApiOperation> found = new ArrayList<>();
        for (String method : METHODS) {
            Located operation = item.get().member(method);
            if (operation.isPresent() && !isSkipped(operation) && isSound(operation)) {
                String verb = method.toUpperCase(Locale.ROOT);
                operations
                        .read(new OperationReader.Place(root, item.get(), path, verb, operation))
                        .filter(each -> isNew(each, path))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /** Whether the operation is to become no tool, so that nobody has to know what is wrong with it. */
    private static boolean isSkipped(Located operation) {
        return operation.flag("x-toolsmith-skip", false);
    }

    private boolean isSound(Located operation) {
        if (!operation.node().isObject()) {
            diagnostics.error(
                    "invalid-operation", operation.at(), "The operation is no object", "Write an operation object.");
            return false;
        }
        return !servers.leadsElsewhere(operation);
    }

    private void refuse(Located operation) {
        diagnostics.error(
                "method-refused",
                operation.at(),
                "TRACE and CONNECT operations become no tools",
                "Remove the operation from the description.");
    }

    private boolean isNew(ApiOperation operation, PathTemplate path) {
        String id = operation.operationId().orElse("");
        if (!id.isEmpty() && seenIds.containsKey(id)) {
            diagnostics.error(
                    "duplicate-operation-id",
                    operation.at(),
                    "The operationId '" + VisibleText.excerpt(id) + "' is already that of " + seenIds.get(id),
                    "Give one of the two another operationId.");
            return false;
        }
        String request = operation.method() + " " + path.shape();
        ApiOperation twin = seenRequests.putIfAbsent(request, operation);
        if (twin != null) {
            diagnostics.error(
                    "equal-paths",
                    operation.at(),
                    "The requests of this operation are also those of " + twin.at(),
                    "Remove one of the two operations.");
            return false;
        }
        seenIds.put(id, operation.at());
        return true;
    }
}
