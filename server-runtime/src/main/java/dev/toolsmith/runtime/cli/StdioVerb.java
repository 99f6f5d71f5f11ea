package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.context.ServerContext;
import dev.toolsmith.runtime.protocol.StateOwner;
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
    public List<Variable> variables() {
        return List.of(SigningKey.told());
    }

    @Override
    public int run(VerbCall call) throws IOException, InterruptedException {
        call.takesNoWords();
        ErrorStream faults = new ErrorStream(call.err());
        if (call.option(ServerOptions.BUNDLE).isPresent()) {
            try (SwappingServer server = new SwappingServer(call, false, faults)) {
                Engine engine = ServedTools.engine(call);
                server.follow(engine);
                SchemaUse use = ShownTools.schemas(call, ServedTools.schemas(call, engine));
                ShownTools shown = ShownTools.of(call, server.current(), server.list(use), server);
                serve(call, engine, shown.parts(ServedContext.of(call, server, server), faults), shown, server);
            }
            return 0;
        }
        BundleTools tools = ServedTools.of(call);
        ListingChanges changes = new ListingChanges();
        ApiAccess access = ApiAccess.of(call, tools, false, changes);
        Engine engine = ServedTools.engine(call);
        try (DeferredCaller caller = new DeferredCaller(access, faults)) {
            SchemaUse use = ShownTools.schemas(call, ServedTools.schemas(call, engine));
            ShownTools shown = ShownTools.of(call, tools, new ServedList(tools, caller, use, changes, faults), caller);
            ServerContext context = ServedContext.of(call, new CurrentTools.Fixed(tools), caller);
            serve(call, engine, shown.parts(context, faults), shown, access);
        }
        return 0;
    }

    private static void serve(VerbCall call, Engine engine, EngineParts parts, ShownTools shown, StateOwner accounts)
            throws IOException, InterruptedException {
        System.setOut(call.err());
        EngineParts signing = parts.signing(call.signingKey(), accounts);
        Engine.PipeService service = engine.overPipe(signing, call.in(), call.out(), shown.afterFlush());
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
