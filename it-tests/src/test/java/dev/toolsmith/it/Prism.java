package dev.toolsmith.it;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prism between a server and an upstream: it refuses what a description does not have. */
final class Prism implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("listening on (http://[0-9.]+:\\d+)");

    private final ServerProcess process;
    private final String baseUrl;

    private Prism(ServerProcess process, String baseUrl) {
        this.process = process;
        this.baseUrl = baseUrl;
    }

    /** Starts on a free port and waits until it listens. */
    static Prism before(String upstream, Path description) {
        ServerProcess process = ServerProcess.logging(
                Node.command(
                        "node_modules/@stoplight/prism-cli/dist/index.js",
                        "proxy",
                        description.toString(),
                        upstream,
                        "--errors",
                        "--port",
                        "0"),
                Map.of("NO_COLOR", "1"));
        Matcher listening = process.log().await(LISTENING);
        return new Prism(process, listening.group(1));
    }

    String baseUrl() {
        return baseUrl;
    }

    @Override
    public void close() {
        process.close();
    }
}
