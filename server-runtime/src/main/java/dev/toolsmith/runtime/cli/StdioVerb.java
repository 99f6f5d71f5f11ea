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
        BundleTools tools = ServedTools.of(call);
        ErrorStream faults = new ErrorStream(call.err());
        try (DeferredCaller caller = new DeferredCaller(ApiAccess.of(call, tools, false), faults)) {
            System.setOut(call.err());
            Listing listing = new Listing(tools, caller);
            EngineParts parts = new EngineParts(call.identity(), listing, caller, faults);
            Engine.PipeService service = ServedTools.engine(call).overPipe(parts, call.in(), call.out(), listing);
            GracefulStop stop = GracefulStop.arrange(new Drain(service));
            service.run();
            stop.cancel();
        }
        return 0;
    }

    private record Drain(Engine.PipeService service) implements GracefulStop.Ending {

        @Override
        public void end() throws InterruptedException {
            service.drain(DRAIN_SECONDS);
        }
    }
}
