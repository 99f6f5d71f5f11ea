package dev.toolsmith.maven.fetch;

import dev.toolsmith.generator.api.ApiDescription;
import dev.toolsmith.generator.lock.PinnedSpec;
import dev.toolsmith.generator.write.Sha256;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** Keeps files of descriptions what their publishers publish, and never replaces what somebody has written. */
final class Fetcher {

    private final Download download;
    private final Clock clock;
    private final boolean overwrite;

    /**
     * A fetcher.
     *
     * @param download what asks for descriptions
     * @param clock tells when something was downloaded
     * @param overwrite whether files that were not downloaded, or were changed since, may be replaced
     */
    Fetcher(Download download, Clock clock, boolean overwrite) {
        this.download = download;
        this.clock = clock;
        this.overwrite = overwrite;
    }

    /** Makes a file what its source publishes, and its line in the lock say so. The file stays when that fails. */
    Fetched fetch(SourceUrl url, PinnedFile file, RequestHeaders headers) throws FetchFault, InterruptedException {
        boolean asDownloaded = file.isAsDownloaded();
        Optional<PinnedSpec> known = file.pin().filter(pin -> pin.url().equals(url.uri()));
        Answer answer = download.get(url, headers, asDownloaded ? known : Optional.empty());
        if (answer instanceof Answer.Content content) {
            return keep(url, file, content, asDownloaded);
        }
        return new Fetched.Unchanged();
    }

    private Fetched keep(SourceUrl url, PinnedFile file, Answer.Content content, boolean asDownloaded)
            throws FetchFault {
        Optional<byte[]> before = file.content();
        boolean same = before.isPresent() && Arrays.equals(before.get(), content.bytes());
        if (before.isPresent() && !same && !asDownloaded && !overwrite) {
            throw foreign(url, file);
        }
        ApiDescription after = DescriptionCheck.read(url, file.name(), content);
        Optional<PinnedSpec> pin = file.pin();
        PinnedSpec row = row(url, file.name(), content, pin);
        // A server that changes its tags with every answer is no reason to change the lock.
        boolean known = pin.isPresent()
                && pin.get().sha256().equals(row.sha256())
                && pin.get().url().equals(row.url());
        file.replace(content.bytes(), known ? pin.get() : row);
        return same ? new Fetched.Unchanged() : new Fetched.Changed(before, after, row);
    }

    private PinnedSpec row(SourceUrl url, String name, Answer.Content content, Optional<PinnedSpec> before) {
        String sha256 = Sha256.of(content.bytes());
        return new PinnedSpec(
                name,
                url.uri(),
                before.filter(pin -> pin.sha256().equals(sha256))
                        .map(PinnedSpec::date)
                        .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.SECONDS)),
                sha256,
                content.bytes().length,
                content.etag(),
                content.lastModified());
    }

    private static FetchFault foreign(SourceUrl url, PinnedFile file) throws FetchFault {
        String how = file.pin().isPresent()
                ? "was changed since it was downloaded (specs.lock has another sha256)"
                : "stands there already, and specs.lock does not say that it was downloaded";
        return new FetchFault(
                file.file() + " " + how + ", and is not what " + url + " publishes now",
                "Put changes of your own into an overlay; -Dtoolsmith.overwrite replaces the file. If only line ends differ,"
                        + " keep git from changing them: specs/** -text in .gitattributes");
    }
}
