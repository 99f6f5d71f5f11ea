package dev.toolsmith.maven.fetch;

import dev.toolsmith.generator.CatalogueRequest;
import dev.toolsmith.generator.ToolGenerator;
import dev.toolsmith.generator.compare.CatalogueComparison;
import dev.toolsmith.generator.report.DiffText;
import dev.toolsmith.generator.tool.ToolCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what new content of files means for the tools that are made of them. */
final class ToolChanges {

    private final Map<Path, Optional<byte[]>> before;

    /**
     * The changes of a run.
     *
     * @param before what the files that changed held; nothing for those that are new
     */
    ToolChanges(Map<Path, Optional<byte[]>> before) {
        this.before = new LinkedHashMap<>(before);
    }

    /** The changes of one API's tools, for people; empty when all of it is new. */
    List<String> lines(CatalogueRequest now) throws FetchFault {
        boolean wasThere = now.documents().stream()
                .anyMatch(file ->
                        before.getOrDefault(file, Optional.of(new byte[0])).isPresent());
        if (!wasThere) {
            return List.of();
        }
        Optional<ToolCatalog> after = ToolGenerator.catalogue(now).catalogue();
        Optional<ToolCatalog> older = older(now);
        if (after.isEmpty() || older.isEmpty()) {
            return List.of("toolsmith: the tools of " + now.app() + " cannot be compared: toolsmith:generate says why");
        }
        return DiffText.of(CatalogueComparison.between(older.get(), after.get()))
                .lines()
                .toList();
    }

    private Optional<ToolCatalog> older(CatalogueRequest now) throws FetchFault {
        try {
            Path folder = Files.createTempDirectory("toolsmith-fetch");
            try {
                return ToolGenerator.catalogue(older(now, folder)).catalogue();
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new FetchFault("What has changed cannot be told: " + e, "Make java.io.tmpdir writable");
        }
    }

    private CatalogueRequest older(CatalogueRequest now, Path folder) throws IOException {
        List<Path> documents = new ArrayList<>();
        for (Path document : now.documents()) {
            if (!before.containsKey(document)) {
                documents.add(document);
                continue;
            }
            Optional<byte[]> held = before.getOrDefault(document, Optional.empty());
            if (held.isPresent()) {
                Path parent = Files.createDirectory(folder.resolve(Integer.toString(documents.size())));
                documents.add(Files.write(parent.resolve(String.valueOf(document.getFileName())), held.get()));
            }
        }
        return new CatalogueRequest(documents, now.overlays(), now.app(), now.naming(), now.include(), now.exclude());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
