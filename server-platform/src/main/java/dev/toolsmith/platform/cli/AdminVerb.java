package dev.toolsmith.platform.cli;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.audit.AuditEvent.Subject;
import dev.toolsmith.platform.model.Administrator;
import dev.toolsmith.platform.store.StoreWrites;
import dev.toolsmith.platform.store.sqlite.SqliteStore;
import dev.toolsmith.runtime.cli.ConfigurationException;
import dev.toolsmith.runtime.cli.Option;
import dev.toolsmith.runtime.cli.UsageException;
import dev.toolsmith.runtime.cli.Verb;
import dev.toolsmith.runtime.cli.VerbCall;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** Lets whoever owns the data folder begin anew when a password is lost. */
public final class AdminVerb implements Verb {

    @Override
    public String name() {
        return "admin";
    }

    @Override
    public String form() {
        return "reset";
    }

    @Override
    public String summary() {
        return "remove the administrators and their sessions, so that the next start prints a setup code";
    }

    @Override
    public List<Option> options() {
        return List.of(PlatformOptions.DATA_DIR);
    }

    @Override
    public int run(VerbCall call) throws IOException {
        if (!call.words().equals(List.of("reset"))) {
            throw new UsageException("Say what to do: admin reset.");
        }
        return KeptData.telling(() -> reset(call));
    }

    private static int reset(VerbCall call) {
        KeptData data = KeptData.of(call);
        try (SqliteStore store = SqliteStore.open(data.database())) {
            store.attestWith(data.headKey(store));
            int removed = store.write(AdminVerb::removeAll).join();
            call.print()
                    .println(
                            removed == 0
                                    ? "There is no administrator. Start \"serve\": it prints a setup code."
                                    : "Removed " + removed + (removed == 1 ? " administrator" : " administrators")
                                            + ". Connections, servers and API tokens stay. Start \"serve\" anew: it"
                                            + " prints a setup code.");
            return 0;
        } catch (CompletionException e) {
            throw new ConfigurationException(String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
        }
    }

    private static int removeAll(StoreWrites change) {
        List<Administrator> all = change.administrators();
        for (Administrator each : all) {
            change.deleteAdministrator(each.id());
            change.append(AuditEvent.change(
                    Instant.now(),
                    "admin.removed",
                    new Subject("", "", "", "", each.id(), ""),
                    Map.of("by", "admin reset")));
        }
        return all.size();
    }
}
