package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.transport.stdio.StdioTransport;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Passes messages between the client that started this process and a remote server. */
final class BridgeVerb implements Verb {

    private static final long DRAIN_SECONDS = 30;
    private static final String TOKEN = "TOOLSMITH_BRIDGE_TOKEN";
    private static final String HEADERS = "TOOLSMITH_BRIDGE_HEADERS";

    @Override
    public String name() {
        return "bridge";
    }

    @Override
    public String form() {
        return "URL";
    }

    @Override
    public String summary() {
        return "pass standard input and output on to a remote server; token: " + TOKEN + ", headers: " + HEADERS;
    }

    @Override
    public List<Option> options() {
        return List.of();
    }

    @Override
    public List<Variable> variables() {
        return List.of(
                Variable.secret(TOKEN, "the bearer token that the remote server takes"),
                new Variable(HEADERS, "further fields of each request: lines such as X-Name: value", false));
    }

    @Override
    public int run(VerbCall call) throws IOException, InterruptedException {
        if (call.words().size() != 1) {
            throw new UsageException("Name the remote server: bridge https://mcp.example.com/mcp");
        }
        System.setOut(call.err());
        RemoteServer remote = new RemoteServer(url(call.words().get(0)), headers(call));
        StdioTransport transport = new StdioTransport(remote, call.in(), call.out(), () -> {});
        GracefulStop stop = GracefulStop.arrange(() -> transport.drain(DRAIN_SECONDS, TimeUnit.SECONDS));
        transport.run();
        stop.cancel();
        return 0;
    }

    private static URI url(String text) {
        try {
            URI url = URI.create(text);
            if (url.getHost() != null && List.of("http", "https").contains(url.getScheme())) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException("\"" + text + "\" is no URL such as https://mcp.example.com/mcp.");
        }
        throw new UsageException("\"" + text + "\" is no URL such as https://mcp.example.com/mcp.");
    }

    /** The token, and further fields as {@code Name: value} lines. */
    private static Map<String, String> headers(VerbCall call) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<String> lines =
                new ArrayList<>(call.variable(HEADERS).orElse("").lines().toList());
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new ConfigurationException(HEADERS + " holds lines such as \"X-Name: value\".");
            }
            headers.put(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        Optional<String> token = new Credentials(call, false).find(TOKEN);
        token.ifPresent(text -> headers.put("Authorization", "Bearer " + text));
        return headers;
    }
}
