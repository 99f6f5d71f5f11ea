package dev.toolsmith.platform.hosting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.toolsmith.platform.hosting.OfferedTools.Offer;
import dev.toolsmith.platform.model.ApiToken;
import dev.toolsmith.platform.vault.Mac;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.context.ServerContext;
import dev.toolsmith.runtime.discovery.DiscoveryTools;
import dev.toolsmith.runtime.discovery.ToolSearch;
import dev.toolsmith.runtime.protocol.FaultLog;
import dev.toolsmith.runtime.protocol.ProtocolKernel;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import dev.toolsmith.runtime.protocol.UsedStates;
import dev.toolsmith.runtime.text.WordKey;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import dev.toolsmith.runtime.tool.ToolResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Gives every caller a protocol kernel whose calls go through the guarded path. */
public final class HostedCalls {

    private static final int MOST_CALLERS = 10_000;

    private final CallParts parts;
    private final CallFacts facts;
    private final CallRows rows;
    private final HostedAccounts accounts;
    private final ServerIdentity identity;
    private final Function<BundleTools, ServerIdentity> introductions;
    private final FaultLog faults;
    private final ToolSearch search;
    private final WordKey words;
    private final UsedStates used;
    private final Cache<Access, ProtocolKernel> kernels =
            Caffeine.newBuilder().maximumSize(MOST_CALLERS).build();

    /**
     * Calls by these parts.
     *
     * @param arguments hashes arguments, so that the trail can compare but not tell them
     * @param words signs what requests keep with their clients
     * @param identity what is said to those who are offered nothing; its instructions are not
     * @param introductions what a server says of itself that offers these tools
     * @param faults told of faults of our own
     */
    public HostedCalls(
            CallParts parts,
            Mac arguments,
            WordKey words,
            ServerIdentity identity,
            Function<BundleTools, ServerIdentity> introductions,
            FaultLog faults) {
        this.parts = parts;
        this.facts = new CallFacts(arguments);
        this.rows = new CallRows(parts.store(), parts.threads());
        this.accounts = new HostedAccounts(parts, new OwnCalls(rows, facts, parts.clock()));
        this.identity = new ServerIdentity(identity.name(), identity.version(), "");
        this.introductions = introductions;
        this.faults = faults;
        this.words = words;
        this.used = new KeptAgreements(parts.store(), parts.threads());
        this.search = new ToolSearch(parts.tools().extras().words());
    }

    CallParts parts() {
        return parts;
    }

    HostedAccounts accounts() {
        return accounts;
    }

    /** A kernel that only turns away. */
    ProtocolKernel refusing() {
        return new ProtocolKernel(
                identity,
                new NoTools(),
                call -> CompletableFuture.failedFuture(new IllegalStateException("Nobody is let in here")),
                faults);
    }

    private static final class NoTools implements ToolList {

        @Override
        public List<ToolDescriptor> tools() {
            return List.of();
        }

        @Override
        public ListedTool listed(ToolDescriptor tool) {
            throw new IllegalArgumentException("Tool is not offered: " + tool.name());
        }
    }

    ProtocolKernel kernelFor(Access access) {
        return kernels.get(access, this::newKernel);
    }

    private ProtocolKernel newKernel(Access access) {
        ExposedTools tools = offeredTo(access);
        OfferedTools offered = new OfferedTools(parts, accounts, access);
        ServerContext context =
                new HostedContext(offered, accounts, parts.tools().extras());
        return new ProtocolKernel(() -> introduction(offered), tools, tools, context, faults)
                .signing(words, used, () -> callerAndAccount(access));
    }

    /** What one caller agreed to is no agreement of another, nor one to what is done in another account. */
    private String callerAndAccount(Access access) {
        String connection = access.live().server().connectionId();
        return String.join(
                " ",
                access.live().server().id(),
                access.token().id(),
                access.apiToken().map(ApiToken::id).orElse(""),
                connection,
                parts.connections().credentialMark(connection));
    }

    private ServerIdentity introduction(OfferedTools offered) {
        ServerIdentity said =
                offered.offer().map(Offer::tools).map(introductions).orElse(identity);
        return offered.areFound()
                ? new ServerIdentity(said.name(), said.version(), DiscoveryTools.introduced(said.instructions()))
                : said;
    }

    ExposedTools offeredTo(Access access) {
        return new ExposedTools(
                access,
                new OfferedTools(parts, accounts, access),
                call -> call(access, call),
                parts,
                call -> trail(access, call),
                search);
    }

    private CallTrail trail(Access access, ToolCall call) {
        return new CallTrail(rows, parts.clock(), facts, access.subject(), call);
    }

    CompletableFuture<ToolResult> call(Access access, ToolCall call) {
        return new GuardedCall(parts, accounts, trail(access, call), access, call).answered();
    }
}
