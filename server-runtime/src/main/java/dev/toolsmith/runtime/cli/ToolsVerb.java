package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.Exposure;
import dev.toolsmith.runtime.tool.ToolList;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Shows what a server offers. */
final class ToolsVerb implements Verb {

    private static final Option JSON = new Option("json", "", "", "as JSON, one object a tool");
    private static final Option TOKENS =
            new Option("tokens", "", "", "what the tools cost a model's context; for an account, where one is named");
    private static final Option SCOPES = new Option("scopes", "", "", "the least OAuth scopes that the tools need");

    private static final List<Option> OF_ACCOUNTS =
            List.of(ServerOptions.SANDBOX, ServerOptions.BASE_URL, ServerOptions.SCHEMAS);

    private final List<ServerExtension> extensions;

    ToolsVerb(List<ServerExtension> extensions) {
        this.extensions = extensions;
    }

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
        all.add(ServerOptions.EXPOSURE);
        if (isExact()) {
            all.addAll(OF_ACCOUNTS);
        }
        return all;
    }

    private boolean isExact() {
        return extensions.stream().anyMatch(extension -> !extension.exactApps().isEmpty());
    }

    @Override
    public int run(VerbCall call) throws IOException {
        call.takesNoWords();
        BundleTools tools = ServedTools.of(call);
        boolean json = call.isOn(JSON);
        boolean tokens = call.isOn(TOKENS);
        boolean scopes = call.isOn(SCOPES);
        if ((json ? 1 : 0) + (tokens ? 1 : 0) + (scopes ? 1 : 0) > 1) {
            throw new UsageException("--json, --tokens and --scopes exclude one another.");
        }
        if (!tokens && OF_ACCOUNTS.stream().anyMatch(call::isTyped)) {
            throw new UsageException("--sandbox, --base-url and --schemas are for --tokens: an account adds to what the"
                    + " tools cost.");
        }
        if (!tokens && call.isTyped(ServerOptions.EXPOSURE)) {
            throw new UsageException("--exposure is for --tokens: it changes what the tools cost."
                    + " Type: tools --tokens --exposure discovery");
        }
        PrintStream out = call.print();
        if (json) {
            out.print(ToolsReport.json(tools));
        } else if (tokens) {
            out.print(
                    ShownTools.exposure(call) == Exposure.ALL
                            ? tokens(call, tools)
                            : TokenReport.of(ShownTools.alone(tools)));
        } else {
            out.print(scopes ? ToolsReport.scopes(tools) : ToolsReport.table(tools));
        }
        return 0;
    }

    private String tokens(VerbCall call, BundleTools tools) throws IOException {
        Optional<ToolList.Listing> exact = isExact() ? new AccountListing(call).of(tools) : Optional.empty();
        exact.flatMap(ToolList.Listing::meta)
                .ifPresent(meta -> call.err()
                        .println("What the account adds is not known, or not all of it: " + reason(meta) + "."));
        return exact.map(listing -> TokenReport.of(tools, listing.tools())).orElseGet(() -> TokenReport.of(tools));
    }

    private static String reason(byte[] meta) {
        try (JsonParser json = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), meta)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.PROPERTY_NAME
                        && json.currentName().equals("reason")) {
                    return json.nextStringValue();
                }
            }
        }
        return new String(meta, StandardCharsets.UTF_8);
    }
}
