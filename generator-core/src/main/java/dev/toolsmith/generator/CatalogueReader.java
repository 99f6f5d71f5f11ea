package dev.toolsmith.generator;

import dev.toolsmith.generator.diagnose.Diagnostics;
import dev.toolsmith.generator.report.BundleReader;
import dev.toolsmith.generator.tool.ToolCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Gets tools from a description, or from what was generated of one. */
public final class CatalogueReader {

    private CatalogueReader() {}

    /**
     * The tools; writes nothing. Where the request names one folder or jar instead of documents, its generated tools are
     * read back, of the only app there when the request names none; overlays, naming and filters then say nothing. Never
     * throws for what a user can mend.
     */
    public static CatalogueResult read(CatalogueRequest request) {
        Optional<Path> bundle = bundle(request);
        if (bundle.isEmpty()) {
            return ToolGenerator.catalogue(request);
        }
        Diagnostics diagnostics = new Diagnostics();
        Optional<ToolCatalog> tools = BundleReader.read(bundle.get(), request.app(), diagnostics);
        return new CatalogueResult(tools, diagnostics.all());
    }

    /** The folder or jar that a request names instead of documents. */
    static Optional<Path> bundle(CatalogueRequest request) {
        List<Path> documents = request.documents();
        boolean isBundle = documents.size() == 1 && BundleReader.isBundle(documents.get(0));
        return isBundle ? Optional.of(documents.get(0)) : Optional.empty();
    }
}
