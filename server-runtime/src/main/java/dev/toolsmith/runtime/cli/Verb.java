package dev.toolsmith.runtime.cli;

import java.io.IOException;
import java.util.List;

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
     * Does it.
     *
     * @return the exit code: 0 well, 1 failed
     * @throws UsageException for exit code 2
     * @throws ConfigurationException for exit code 3
     */
    int run(VerbCall call) throws IOException, InterruptedException;
}
