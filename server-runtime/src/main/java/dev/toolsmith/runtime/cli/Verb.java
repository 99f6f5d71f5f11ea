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

    /** The environment variables that it reads beside those of its options; of an API's credential the server tells. */
    default List<Variable> variables() {
        return List.of();
    }

    /**
     * An environment variable that help tells of.
     *
     * @param name in capitals
     * @param what what it holds, in a few words
     * @param isSecret whether it may also stand in a file, which the variable of that name with {@code _FILE} behind names
     */
    record Variable(String name, String what, boolean isSecret) {

        /** One that is a secret. */
        public static Variable secret(String name, String what) {
            return new Variable(name, what, true);
        }
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
