package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleTools;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Shows what a server offers. */
final class ToolsVerb implements Verb {

    private static final Option JSON = new Option("json", "", "", "as JSON, one object a tool");
    private static final Option TOKENS = new Option("tokens", "", "", "what the tools cost a model's context");
    private static final Option SCOPES = new Option("scopes", "", "", "the least OAuth scopes that the tools need");

    @Override
    public String name() {
        return "tools";
    }

    @Override
    public String form() {
        return "[--json | --tokens | --scopes]";
    }

    @Override
    public String summary() {
        return "show the tools that are offered";
    }

    @Override
    public List<Option> options() {
        List<Option> all = new ArrayList<>(List.of(JSON, TOKENS, SCOPES, ServerOptions.BUNDLE));
        all.addAll(ServerOptions.SELECTION);
        return all;
    }

    @Override
    public int run(VerbCall call) {
        call.takesNoWords();
        BundleTools tools = ServedTools.of(call);
        boolean json = call.isOn(JSON);
        boolean tokens = call.isOn(TOKENS);
        boolean scopes = call.isOn(SCOPES);
        if ((json ? 1 : 0) + (tokens ? 1 : 0) + (scopes ? 1 : 0) > 1) {
            throw new UsageException("--json, --tokens and --scopes exclude one another.");
        }
        PrintStream out = call.print();
        if (json) {
            out.print(ToolsReport.json(tools));
        } else if (tokens) {
            out.print(TokenReport.of(tools));
        } else {
            out.print(scopes ? ToolsReport.scopes(tools) : ToolsReport.table(tools));
        }
        return 0;
    }
}
