package dev.toolsmith.platform.cli;

import dev.toolsmith.platform.store.sqlite.DatabaseCopy;
import dev.toolsmith.platform.store.sqlite.DatabaseState;
import dev.toolsmith.platform.store.sqlite.SqliteStore;
import dev.toolsmith.platform.versions.PinnedJars;
import dev.toolsmith.runtime.cli.Option;
import dev.toolsmith.runtime.cli.UsageException;
import dev.toolsmith.runtime.cli.Verb;
import dev.toolsmith.runtime.cli.VerbCall;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Copies what is kept to one file, also while a server runs. */
public final class BackupVerb implements Verb {

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String form() {
        return "FILE";
    }

    @Override
    public String summary() {
        return "copy the database to a new file, also while a server runs; the master key and kept versions are not in it";
    }

    @Override
    public List<Option> options() {
        return List.of(PlatformOptions.DATA_DIR);
    }

    @Override
    public List<Variable> variables() {
        return List.of(PlatformOptions.MASTER_KEY);
    }

    @Override
    public int run(VerbCall call) throws IOException {
        Path target = file(call);
        return KeptData.telling(() -> {
            KeptData data = KeptData.of(call);
            DatabaseCopy.write(data.database(), target);
            call.print().println("Written to " + target + ".");
            call.print()
                    .println("The master key is not in it, and without that key nobody can use the credentials in it."
                            + " Keep a copy of the key elsewhere.");
            tellJars(call, data);
            return 0;
        });
    }

    private static void tellJars(VerbCall call, KeptData data) {
        if (DatabaseState.of(data.database()).isOld()) {
            // It is left as it is, and knows of no versions.
            return;
        }
        List<Path> jars;
        try (SqliteStore store = SqliteStore.open(data.database())) {
            jars = store.read(reads -> PinnedJars.needed(data.folder().bundles(), reads));
        }
        if (!jars.isEmpty()) {
            call.print()
                    .println("Servers are pinned to versions whose tools are not in it either. Copy "
                            + data.folder().bundles() + " with it (" + jars.size()
                            + (jars.size() == 1 ? " jar)." : " jars)."));
        }
    }

    /** The one file that a command line names. */
    static Path file(VerbCall call) {
        if (call.words().size() != 1) {
            throw new UsageException("Say which file, and nothing more.");
        }
        String word = call.words().get(0);
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new UsageException("\"" + word + "\" is no path.");
        }
    }
}
