package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolSelection;
import java.util.List;
import java.util.Optional;

/** Reads from a command line which tools a server offers, and what serves them. */
final class ServedTools {

    private ServedTools() {}

    /** The bundles' tools, narrowed as the options say. */
    static BundleTools of(VerbCall call) {
        Optional<String> exposure = call.option(ServerOptions.EXPOSURE);
        if (exposure.isPresent() && !exposure.get().equals("all")) {
            throw new UsageException("--exposure can be \"all\" only, not \"" + exposure.get() + "\".");
        }
        ToolSelection selection = new ToolSelection(
                call.list(ServerOptions.METHODS),
                call.list(ServerOptions.TAGS),
                call.list(ServerOptions.TOOLS),
                List.of(),
                call.isOn(ServerOptions.READ_ONLY));
        return BundleTools.of(call.bundles(), selection);
    }

    /** The engine that was asked for, or this project's own. */
    static Engine engine(VerbCall call) {
        String wanted = call.option(ServerOptions.ENGINE).orElse(KernelEngine.NAME);
        if (wanted.equals(KernelEngine.NAME)) {
            return new KernelEngine();
        }
        StringBuilder known = new StringBuilder(KernelEngine.NAME);
        for (ServerExtension extension : call.extensions()) {
            for (Engine engine : extension.engines()) {
                if (engine.name().equals(wanted)) {
                    return engine;
                }
                known.append(", ").append(engine.name());
            }
        }
        throw new UsageException("There is no engine \"" + wanted + "\". There are: " + known + ".");
    }
}
