package dev.toolsmith.maven.fetch;

import dev.toolsmith.generator.api.ApiDescription;
import dev.toolsmith.generator.lock.PinnedSpec;
import java.util.Optional;

/** What became of one source. */
sealed interface Fetched {

    /** The file is what it was. */
    record Unchanged() implements Fetched {}

    /**
     * The file is another now.
     *
     * @param before what the file held; empty when there was none
     * @param after the API that it describes now
     * @param pin what the lock says of it now
     */
    record Changed(Optional<byte[]> before, ApiDescription after, PinnedSpec pin) implements Fetched {}
}
