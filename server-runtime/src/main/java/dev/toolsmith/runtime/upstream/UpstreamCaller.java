package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.text.ClosestNames;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolCaller;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.tool.UnknownToolException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries out the calls of a server's tools against their APIs. Making one costs next to nothing: schemas, the HTTP
 * client and all of JSON's machinery wait for the first call, or for {@link #warmUp}.
 */
public final class UpstreamCaller implements ToolCaller, AutoCloseable {

    private final BundleTools tools;
    private final OfferedNames names;
    private final UpstreamSettings settings;
    private final OwnAccounts accounts;
    private @Nullable UpstreamClient client;
    private final boolean ownsClient;
    private volatile @Nullable BundleTools whole;
    private volatile boolean closed;
    private volatile @Nullable CallPipeline pipeline;

    private UpstreamCaller(
            BundleTools tools,
            UpstreamSettings settings,
            OwnAccounts accounts,
            @Nullable UpstreamClient client,
            boolean ownsClient) {
        this.tools = tools;
        this.names = OfferedNames.of(tools);
        this.settings = settings;
        this.accounts = accounts;
        this.client = client;
        this.ownsClient = ownsClient;
    }

    /** A caller with connections of its own. */
    public static UpstreamCaller of(BundleTools tools, UpstreamSettings settings) {
        return of(tools, settings, OwnAccounts.none());
    }

    /**
     * A caller with connections of its own that checks calls by what is known of the settings' accounts.
     *
     * @param accounts takes in what is read of them
     */
    public static UpstreamCaller of(BundleTools tools, UpstreamSettings settings, OwnAccounts accounts) {
        return new UpstreamCaller(tools, settings, accounts, null, true);
    }

    /** A caller that shares connections, limits of bytes in flight and the budget of retries with others. */
    public static UpstreamCaller sharing(UpstreamClient client, BundleTools tools, UpstreamSettings settings) {
        return sharing(client, tools, settings, OwnAccounts.none());
    }

    /** The same, checking calls by what is known of the settings' accounts. */
    public static UpstreamCaller sharing(
            UpstreamClient client, BundleTools tools, UpstreamSettings settings, OwnAccounts accounts) {
        return new UpstreamCaller(tools, settings, accounts, client, false);
    }

    @Override
    public CompletableFuture<ToolResult> call(ToolCall call) {
        Optional<BundledTool> tool = tools.find(call.name());
        if (tool.isEmpty()) {
            return CompletableFuture.failedFuture(
                    new UnknownToolException(call.name(), ClosestNames.to(call.name(), names())));
        }
        CallTerms terms = CallTerms.of(tool.get()).withNames(names);
        return call(
                call,
                accounts.of(tool.get().manifest().app(), this::readOwn)
                        .map(terms::withAccount)
                        .orElse(terms));
    }

    /**
     * The tools with schemas that are exact for the settings' accounts, as far as they are known.
     *
     * @return completes normally, after a few seconds at most
     */
    public CompletableFuture<ToolList.Listing> currentListing() {
        return listed(tools);
    }

    /**
     * Lists tools of the same bundles with schemas that are exact for the settings' accounts, as far as they are known.
     *
     * @param offered the tools to list
     * @return completes normally, after a few seconds at most
     */
    public CompletableFuture<ToolList.Listing> listed(BundleTools offered) {
        return accounts.listed(offered, settings.endpoints().keySet(), this::readOwn);
    }

    /** What is known of the account that an API is called with by the settings; empty when nothing is to be known. */
    public Optional<Account> account(String app) {
        return settings.endpoints().containsKey(app) ? accounts.of(app, this::readOwn) : Optional.empty();
    }

    private CompletableFuture<ToolResult> readOwn(String name, ObjectNode arguments) {
        ToolCall call = new ToolCall(name, JsonTree.write(arguments), CallOrigin.UNKNOWN, new CompletableFuture<>());
        return wholeTools()
                .find(name)
                .map(tool -> read(call, CallTerms.of(tool)))
                .orElseGet(() -> CompletableFuture.failedFuture(new UnknownToolException(name, Optional.empty())))
                .exceptionally(this::stopped);
    }

    /** A read that is under way when the server ends is no fault. */
    private ToolResult stopped(Throwable failure) {
        if (!closed) {
            throw new CompletionException(Failures.cause(failure));
        }
        return ToolResult.failure(
                CallTerms.STOPPED, "The server is being stopped.", Optional.empty(), Optional.empty());
    }

    /** The tools that accounts are read by: also those that are not offered. */
    private BundleTools wholeTools() {
        BundleTools ready = whole;
        if (ready == null) {
            ready = tools.whole();
            whole = ready;
        }
        return ready;
    }

    /**
     * Carries out a call on terms of its own, of a tool that its caller has found; it need not be one of this caller's
     * list, but its API must be one of the settings'.
     *
     * @return as {@link #call(ToolCall)} does, but for unknown tools
     */
    public CompletableFuture<ToolResult> call(ToolCall call, CallTerms terms) {
        try {
            return pipeline().call(call, terms);
        } catch (Throwable e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Carries out a call for the server itself: its result is the API's whole answer, as large as answers may be, and not
     * a page of it.
     *
     * @param terms without an account
     */
    public CompletableFuture<ToolResult> read(ToolCall call, CallTerms terms) {
        try {
            return pipeline().read(call, terms);
        } catch (Throwable e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private List<String> names() {
        return tools.tools().stream().map(ToolDescriptor::name).toList();
    }

    /** Loads what the first call needs, so that it need not wait; sends nothing. */
    public void warmUp() {
        pipeline().warmUp(tools);
        accounts.warmUp(tools);
    }

    /** Ends the connections, if they are this caller's own; calls under way fail. */
    @Override
    public void close() {
        closed = true;
        UpstreamClient open;
        synchronized (this) {
            open = client;
        }
        if (ownsClient && open != null) {
            open.close();
        }
    }

    private CallPipeline pipeline() {
        CallPipeline ready = pipeline;
        return ready != null ? ready : newPipeline();
    }

    private synchronized CallPipeline newPipeline() {
        CallPipeline ready = pipeline;
        if (ready == null) {
            UpstreamClient connections = client != null ? client : new UpstreamClient(settings.limits());
            client = connections;
            ready = new CallPipeline(settings, connections);
            pipeline = ready;
        }
        return ready;
    }
}
