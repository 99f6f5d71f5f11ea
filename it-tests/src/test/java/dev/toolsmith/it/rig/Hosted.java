package dev.toolsmith.it.rig;

import dev.toolsmith.it.CommandRun;
import dev.toolsmith.it.Product;
import dev.toolsmith.it.ServerProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The built product, serving from a data folder in a JVM of its own, that can be ended in every way and started anew. */
final class Hosted implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("Listening on (http://\\S+)");
    private static final Pattern SETUP_CODE = Pattern.compile("Setup code: (\\S+)");

    private final Path data;
    private final List<String> options;
    private final Map<String, String> environment;
    private final List<String> launcher;
    private final List<String> jvm;
    private @Nullable ServerProcess process;
    private @Nullable URI base;
    private String apiToken = "";
    private final StringBuilder earlierLogs = new StringBuilder();

    private Hosted(
            Path data, List<String> options, Map<String, String> environment, List<String> launcher, List<String> jvm) {
        this.data = data;
        this.options = options;
        this.environment = environment;
        this.launcher = launcher;
        this.jvm = jvm;
    }

    /**
     * Serves from an empty folder, with its administrator set up, tools as they are published: what reaches the stub is
     * what clients called.
     */
    static Hosted start(Path data, Stub stub, String... jvm) {
        return startedBy(List.of(), data, stub, jvm);
    }

    /** The same, by way of a command before the JVM's, such as one that lowers a limit. */
    static Hosted startedBy(List<String> launcher, Path data, Stub stub, String... jvm) {
        List<String> machine = jvm.length == 0 ? List.of("-Xmx256m") : List.of(jvm);
        List<String> options = List.of("--base-url", stub.baseUrl(), "--schemas", "published");
        return setUp(new Hosted(data, options, Map.of(), launcher, machine));
    }

    /** The same with options and environment variables of one's own, which say where the APIs are. */
    static Hosted with(Path data, List<String> options, Map<String, String> environment) {
        return setUp(new Hosted(data, options, environment, List.of(), List.of("-Xmx256m")));
    }

    private static Hosted setUp(Hosted hosted) {
        try {
            hosted.start();
            String code = hosted.process().log().await(SETUP_CODE).group(1);
            hosted.apiToken = Management.setUp(hosted.base(), code);
            return hosted;
        } catch (RuntimeException | Error e) {
            hosted.close();
            throw e;
        }
    }

    /** Starts the process on the same folder, and waits until it listens. */
    void start() {
        List<String> command = new ArrayList<>(launcher);
        command.add(Product.java());
        command.addAll(jvm);
        command.addAll(List.of("-jar", Product.jar().toString(), "serve", "--data-dir", data.toString()));
        command.addAll(List.of("--port", "0"));
        command.addAll(options);
        ServerProcess started = ServerProcess.logging(command, environment);
        process = started;
        base = URI.create(started.log().await(LISTENING).group(1));
    }

    URI base() {
        URI known = base;
        if (known == null) {
            throw new IllegalStateException("Not started");
        }
        return known;
    }

    ServerProcess process() {
        ServerProcess running = process;
        if (running == null) {
            throw new IllegalStateException("Not started");
        }
        return running;
    }

    Management management() {
        return new Management(base(), apiToken);
    }

    String apiToken() {
        return apiToken;
    }

    Path data() {
        return data;
    }

    /** {@code kill -9}. */
    void kill() {
        process().kill();
        keepLog();
    }

    /** SIGTERM; the exit code, waited for. */
    int terminate() {
        process().terminate();
        int exit = process().awaitExit();
        keepLog();
        return exit;
    }

    /** Sends the process a signal by name. */
    void signal(String name) {
        CommandRun run = CommandRun.of(
                List.of("kill", "-" + name, Long.toString(process().pid())), Map.of(), "");
        if (run.exit() != 0) {
            throw new AssertionError(run);
        }
    }

    /** What all processes so far have written to standard output and standard error. */
    String log() {
        ServerProcess running = process;
        return earlierLogs + (running == null ? "" : running.log().text());
    }

    /** Runs an offline verb on the data folder. */
    CommandRun offline(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(Product.java(), "-jar", Product.jar().toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data-dir", data.toString()));
        return CommandRun.of(command, Map.of(), "");
    }

    /** Fails unless {@code audit verify} finds the trail whole (L10). */
    void verifyTrail() {
        CommandRun run = offline("audit", "verify");
        if (run.exit() != 0) {
            throw new AssertionError("L10 " + run);
        }
    }

    /** The audit trail, by the offline verb. */
    AuditTrail offlineTrail() {
        CommandRun run = offline("audit", "export", "--format", "jsonl");
        if (run.exit() != 0) {
            throw new AssertionError(run);
        }
        return AuditTrail.ofJsonLines(run.out());
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }

    private void keepLog() {
        earlierLogs.append(process().log().text()).append('\n');
    }
}
