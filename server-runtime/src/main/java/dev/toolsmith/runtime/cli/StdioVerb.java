package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleTools;
import java.io.IOException;
import java.util.List;

/** Serves the client that started this process. */
final class StdioVerb implements Verb {

    static final String NAME = "stdio";

    private static final long DRAIN_SECONDS = 30;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String form() {
        return "[OPTIONS]";
    }

    @Override
    public String summary() {
        return "serve one client over standard input and output";
    }

    @Override
    public List<Option> options() {
        return ServerOptions.STDIO;
    }

    @Override
    public int run(VerbCall call) throws IOException, InterruptedException {
        call.takesNoWords();
        ErrorStream faults = new ErrorStream(call.err());
        if (call.option(ServerOptions.BUNDLE).isPresent()) {
            try (SwappingServer server = new SwappingServer(call, false, faults)) {
                Engine engine = ServedTools.engine(call);
                server.follow(engine);
                ServedList listing = server.list(ServedTools.schemas(call, engine));
                serve(call, engine, listing, parts(call, listing, server, server, faults));
            }
            return 0;
        }
        BundleTools tools = ServedTools.of(call);
        ListingChanges changes = new ListingChanges();
        ApiAccess access = ApiAccess.of(call, tools, false, changes);
        Engine engine = ServedTools.engine(call);
        try (DeferredCaller caller = new DeferredCaller(access, faults)) {
            ServedList listing = new ServedList(tools, caller, ServedTools.schemas(call, engine), changes, faults);
            serve(call, engine, listing, parts(call, listing, caller, new CurrentTools.Fixed(tools), faults));
        }
        return 0;
    }

    private static EngineParts parts(
            VerbCall call, ServedList listing, PreparableCaller caller, CurrentTools tools, ErrorStream faults) {
        return new EngineParts(call.identity(), listing, caller, ServedContext.of(call, tools, caller), faults);
    }

    private static void serve(VerbCall call, Engine engine, ServedList listing, EngineParts parts)
            throws IOException, InterruptedException {
        System.setOut(call.err());
        Engine.PipeService service = engine.overPipe(parts, call.in(), call.out(), listing);
        GracefulStop stop = GracefulStop.arrange(new Drain(service));
        service.run();
        stop.cancel();
    }

    private record Drain(Engine.PipeService service) implements GracefulStop.Ending {

        @Override
        public void end() throws InterruptedException {
            service.drain(DRAIN_SECONDS);
        }
    }
}
