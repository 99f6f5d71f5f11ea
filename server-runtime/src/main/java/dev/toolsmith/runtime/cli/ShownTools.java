package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.Exposure;
import dev.toolsmith.runtime.context.ServerContext;
import dev.toolsmith.runtime.discovery.DiscoveryContext;
import dev.toolsmith.runtime.discovery.DiscoveryTools;
import dev.toolsmith.runtime.discovery.SearchWords;
import dev.toolsmith.runtime.discovery.ToolSearch;
import dev.toolsmith.runtime.protocol.FaultLog;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import dev.toolsmith.runtime.tool.ListChanges;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolCaller;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.tool.UnknownToolException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What clients are shown of served tools.
 *
 * @param identity what the server says of itself
 * @param tools the list that is told
 * @param caller carries out calls of the tools on that list
 * @param afterFlush to be called whenever answers have left
 */
record ShownTools(ServerIdentity identity, ToolList tools, ToolCaller caller, Runnable afterFlush) {

    /**
     * Shows tools as a command line asks for it.
     *
     * @param offered the tools as they are at the beginning, which the server's instructions are for
     * @throws UsageException when it asks for what there is not
     */
    static ShownTools of(VerbCall call, BundleTools offered, ServedList listing, PreparableCaller caller) {
        ServerIdentity identity = call.identity(offered);
        if (exposure(call) == Exposure.ALL) {
            return new ShownTools(identity, listing, caller, listing);
        }
        ToolSearch search = new ToolSearch(new Words(call.extensions()));
        Discovered shown = new Discovered(new DiscoveryTools(listing, caller, search), caller);
        return new ShownTools(hinting(identity), shown, shown, shown);
    }

    /**
     * How a command line asks for tools to be shown.
     *
     * @throws UsageException when it asks for what there is not
     */
    static Exposure exposure(VerbCall call) {
        String said = call.option(ServerOptions.EXPOSURE).orElse("all");
        return switch (said) {
            case "all" -> Exposure.ALL;
            case "discovery" -> Exposure.DISCOVERY;
            default -> throw new UsageException("--exposure is all or discovery, not \"" + said + "\".");
        };
    }

    private static ServerIdentity hinting(ServerIdentity identity) {
        return new ServerIdentity(
                identity.name(), identity.version(), DiscoveryTools.introduced(identity.instructions()));
    }

    /** What an engine serves so. */
    EngineParts parts(ServerContext context, FaultLog faults) {
        return new EngineParts(
                identity, tools, caller, tools instanceof Discovered ? new DiscoveryContext(context) : context, faults);
    }

    /** The three tools of discovery, to be looked at only. */
    static ToolList alone(ToolList tools) {
        ToolCaller none =
                call -> CompletableFuture.failedFuture(new UnknownToolException(call.name(), Optional.empty()));
        return new DiscoveryTools(tools, none, new ToolSearch(() -> SearchWords.NONE));
    }

    /** How a list is to be made exact: a search needs nothing but the exact one. */
    static SchemaUse schemas(VerbCall call, SchemaUse use) {
        return use == SchemaUse.AUTO && exposure(call) == Exposure.DISCOVERY ? SchemaUse.WAIT : use;
    }

    private record Words(List<ServerExtension> extensions) implements Supplier<SearchWords> {

        @Override
        public SearchWords get() {
            SearchWords words = SearchWords.NONE;
            for (ServerExtension extension : extensions) {
                words = words.and(extension.searchWords());
            }
            return words;
        }
    }

    /** The three tools; what calls need is prepared as soon as they have been told. */
    private static final class Discovered implements ToolList, ToolCaller, Runnable {

        private final DiscoveryTools three;
        private final PreparableCaller caller;
        private volatile boolean listed;

        Discovered(DiscoveryTools three, PreparableCaller caller) {
            this.three = three;
            this.caller = caller;
        }

        @Override
        public List<ToolDescriptor> tools() {
            return three.tools();
        }

        @Override
        public ListedTool listed(ToolDescriptor tool) {
            return three.listed(tool);
        }

        @Override
        public CompletableFuture<Listing> currentListing() {
            listed = true;
            return three.currentListing();
        }

        @Override
        public Optional<ListChanges> changes() {
            return three.changes();
        }

        @Override
        public CompletableFuture<ToolResult> call(ToolCall call) {
            return three.call(call);
        }

        @Override
        public void run() {
            if (listed) {
                caller.prepare();
            }
        }
    }
}
