package dev.toolsmith.runtime.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One thing that a server can be told to do. */
public interface Verb {

    /** The first word of the command line. */
    String name();

    /** What stands after it in help, such as {@code NAME [--args JSON]}; options may be left out. */
    String form();

    /** One sentence for help. */
    String summary();

    /** The options it takes. */
    List<Option> options();

    /**
     * Where that is set for this verb which others have an option for.
     *
     * @param option a name without hyphens that is none of {@link #options}
     * @return a whole sentence; empty when there is nothing to tell
     */
    default Optional<String> whereElse(String option) {
        return Optional.empty();
    }

    /**
     * Does it.
     *
     * @return the exit code: 0 well, 1 failed
     * @throws UsageException for exit code 2
     * @throws ConfigurationException for exit code 3
     */
    int run(VerbCall call) throws IOException, InterruptedException;
}
