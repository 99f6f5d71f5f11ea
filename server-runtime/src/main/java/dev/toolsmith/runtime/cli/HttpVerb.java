package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.Exposure;
import dev.toolsmith.runtime.context.ServerContext;
import dev.toolsmith.runtime.transport.http.HttpSettings;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Serves many clients over HTTP until the process is asked to end. */
final class HttpVerb implements Verb {

    static final String TOKEN = "TOOLSMITH_HTTP_TOKEN";

    private static final int SHORTEST_TOKEN = 16;

    @Override
    public String name() {
        return "http";
    }

    @Override
    public String form() {
        return "[OPTIONS]";
    }

    @Override
    public String summary() {
        return "serve many clients over HTTP at /mcp";
    }

    @Override
    public List<Option> options() {
        return ServerOptions.HTTP;
    }

    @Override
    public List<Variable> variables() {
        return List.of(Variable.secret(TOKEN, "what clients must send as a bearer token"), SigningKey.told());
    }

    @Override
    public int run(VerbCall call) throws IOException, InterruptedException {
        call.takesNoWords();
        QuietLogging.arrange();
        ErrorStream faults = new ErrorStream(call.err());
        Engine engine = ServedTools.engine(call);
        SchemaUse use = ServedTools.schemas(call, engine) == SchemaUse.PUBLISHED ? SchemaUse.PUBLISHED : SchemaUse.WAIT;
        if (call.option(ServerOptions.BUNDLE).isPresent()) {
            try (SwappingServer server = new SwappingServer(call, true, faults)) {
                EngineParts parts = ShownTools.of(call, server.current(), server.list(use), server)
                        .parts(ServedContext.of(call, server, server), faults);
                server.follow(engine);
                serve(call, engine, parts.signing(call.signingKey(), server), server.current(), server);
            }
            return 0;
        }
        BundleTools tools = ServedTools.of(call);
        ListingChanges changes = new ListingChanges();
        ApiAccess access = ApiAccess.of(call, tools, true, changes);
        try (DeferredCaller caller = new DeferredCaller(access, faults)) {
            ServedList listing = new ServedList(tools, caller, use, changes, faults);
            ServerContext context = ServedContext.of(call, new CurrentTools.Fixed(tools), caller);
            EngineParts parts = ShownTools.of(call, tools, listing, caller).parts(context, faults);
            serve(call, engine, parts.signing(call.signingKey(), access), tools, caller);
        }
        return 0;
    }

    private static void serve(
            VerbCall call, Engine engine, EngineParts parts, BundleTools tools, PreparableCaller caller)
            throws IOException, InterruptedException {
        HttpSettings settings = settings(call);
        try (Engine.HttpService service = start(engine, parts, settings)) {
            caller.prepare();
            if (settings.lacksPublicName()) {
                call.err().println(noPublicName(settings.host()));
            }
            String app = tools.manifests().get(0).app();
            call.print()
                    .print(ClientCards.of(
                            call.identity(),
                            app,
                            shown(call, tools.tools().size()),
                            settings.publicUrl().map(HttpVerb::atPublic).orElse(service.endpoint()),
                            settings.token().isPresent()));
            GracefulStop.arrange(service::close);
            new CountDownLatch(1).await();
        }
    }

    private static String shown(VerbCall call, int tools) {
        return ShownTools.exposure(call) == Exposure.ALL ? tools + " tools" : "3 tools that find and call " + tools;
    }

    private static Engine.HttpService start(Engine engine, EngineParts parts, HttpSettings settings)
            throws IOException {
        try {
            return engine.overHttp(parts, settings);
        } catch (IOException e) {
            throw new IOException(
                    "it cannot listen on " + settings.host() + ":" + settings.port() + " (" + e.getMessage()
                            + "). Choose another port with --port N.",
                    e);
        }
    }

    private static String noPublicName(String host) {
        return "Only requests to the host " + host + " or localhost are let in; every other Host header is answered"
                + " with 421. Add --public-url URL with the address that clients use.";
    }

    private static URI atPublic(URI url) {
        return url.getPath().isEmpty() || url.getPath().equals("/") ? url.resolve("/mcp") : url;
    }

    private static HttpSettings settings(VerbCall call) {
        Optional<String> token = new Credentials(call, false).find(TOKEN);
        if (token.isPresent() && token.get().length() < SHORTEST_TOKEN) {
            throw new ConfigurationException(TOKEN + " is too short to be safe: it has "
                    + token.get().length() + " characters, and needs " + SHORTEST_TOKEN
                    + ".\nMake one with: openssl rand -base64 32");
        }
        String host = call.option(ServerOptions.HOST).orElse("127.0.0.1");
        Optional<URI> publicUrl = call.option(ServerOptions.PUBLIC_URL).map(HttpVerb::url);
        try {
            return new HttpSettings(
                    host, port(call), token, publicUrl, call.list(ServerOptions.ORIGINS), connectionsPerAddress(call));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage() + "\nSet " + TOKEN + " to a long random text, or " + TOKEN
                    + "_FILE to a file that holds one, or leave --host out.");
        }
    }

    private static int connectionsPerAddress(VerbCall call) {
        String said = call.option(ServerOptions.CONNECTIONS_PER_ADDRESS)
                .orElse(Integer.toString(HttpSettings.CONNECTIONS_PER_ADDRESS));
        if (said.matches("[1-9]\\d{0,5}")) {
            return Integer.parseInt(said);
        }
        throw new UsageException("--connections-per-address is a number from 1 to 999999, not \"" + said + "\".");
    }

    private static int port(VerbCall call) {
        String said = call.option(ServerOptions.PORT).orElse("8080");
        try {
            int port = Integer.parseInt(said);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new UsageException("--port is a number, not \"" + said + "\".");
        }
        throw new UsageException("--port is a number from 0 to 65535, not " + said + ".");
    }

    private static URI url(String text) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--public-url is a URL such as https://mcp.example.com, not \"" + text + "\".");
        }
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!web || url.getHost() == null) {
            throw new UsageException("--public-url is a URL such as https://mcp.example.com, not \"" + text + "\".");
        }
        return url;
    }
}
