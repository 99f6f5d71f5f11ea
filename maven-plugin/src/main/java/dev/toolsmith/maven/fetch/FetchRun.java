package dev.toolsmith.maven.fetch;

import dev.toolsmith.generator.CatalogueRequest;
import dev.toolsmith.generator.diagnose.VisibleText;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Fetches one source after the other. One that fails does not keep the others from being fetched. */
final class FetchRun {

    /** Tells what new content of files means for the tools of one API. */
    @FunctionalInterface
    interface Comparison {

        /**
         * What to tell, for people.
         *
         * @param before what the files that changed held; nothing for those that are new
         */
        List<String> lines(Map<Path, Optional<byte[]>> before, CatalogueRequest now) throws FetchFault;
    }

    /** Compares the tools themselves. */
    static final Comparison TOOLS = (before, now) -> new ToolChanges(before).lines(now);

    private final Fetcher fetcher;
    private final SettingsAccess access;
    private final ConfiguredApis apis;
    private final Comparison comparison;
    private final Log log;
    private final Set<Path> files = new LinkedHashSet<>();
    private final Map<Path, Optional<byte[]>> before = new LinkedHashMap<>();

    FetchRun(Fetcher fetcher, SettingsAccess access, ConfiguredApis apis, Comparison comparison, Log log) {
        this.fetcher = fetcher;
        this.access = access;
        this.apis = apis;
        this.comparison = comparison;
        this.log = log;
    }

    void run(List<Source> sources) throws MojoFailureException, InterruptedException {
        int failed = 0;
        for (Source source : sources) {
            try {
                fetch(source);
            } catch (FetchFault e) {
                failed++;
                e.lines().forEach(log::error);
            }
        }
        tellChanges();
        if (failed > 0) {
            throw new MojoFailureException("toolsmith: " + failed + " of " + sources.size() + " descriptions "
                    + (failed == 1 ? "was" : "were") + " not fetched");
        }
    }

    private void fetch(Source source) throws FetchFault, InterruptedException {
        String url = source.url();
        File target = source.file();
        if (url == null || target == null) {
            throw new FetchFault("A <source> without <url> or without <file>", "Give it both");
        }
        PinnedFile file = new PinnedFile(target.toPath());
        if (!files.add(file.file())) {
            throw new FetchFault(file.file() + " stands in two sources", "Give each source a file of its own");
        }
        SourceUrl from = SourceUrl.parse(url);
        Fetched fetched = fetcher.fetch(from, file, access.headers(source));
        if (fetched instanceof Fetched.Changed changed) {
            String is = changed.before().isPresent() ? " has changed: " : " is new: ";
            String title = VisibleText.excerpt(
                    changed.after().title() + " " + changed.after().version());
            int operations = changed.after().operations().size();
            log.info("toolsmith: " + file.name() + is + title + ", " + operations
                    + (operations == 1 ? " operation, " : " operations, ")
                    + Progress.size(changed.pin().bytes()) + ", from " + from);
            before.put(file.file(), changed.before());
        } else {
            log.info("toolsmith: " + file.name() + " is unchanged");
        }
    }

    private void tellChanges() {
        for (CatalogueRequest request : apis.of(before.keySet())) {
            try {
                comparison.lines(before, request).forEach(log::info);
            } catch (FetchFault e) {
                e.lines().forEach(log::warn);
            } catch (RuntimeException | StackOverflowError e) {
                log.warn("toolsmith: " + changed(request) + " fetched, but the tools of " + request.app()
                        + " cannot be compared: " + e);
            }
        }
    }

    private String changed(CatalogueRequest request) {
        List<String> names = request.documents().stream()
                .filter(before::containsKey)
                .map(file -> String.valueOf(file.getFileName()))
                .toList();
        return String.join(", ", names) + (names.size() == 1 ? " was" : " were");
    }
}
