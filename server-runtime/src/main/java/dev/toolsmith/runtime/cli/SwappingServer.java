package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ServedBundles;
import dev.toolsmith.runtime.protocol.FaultLog;
import dev.toolsmith.runtime.protocol.StateOwner;
import dev.toolsmith.runtime.tool.ListChanges;
import dev.toolsmith.runtime.tool.ToolBundle;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import dev.toolsmith.runtime.tool.ToolResult;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The tools of bundles that may be replaced while the server runs, and their caller. A call is carried out from its
 * beginning to its end by the bundles that were served when it came.
 */
final class SwappingServer implements ToolList, PreparableCaller, CurrentTools, ServedBundles.Follower, StateOwner {

    private record Served(BundleTools tools, DeferredCaller caller, ApiAccess access) {}

    private final VerbCall call;
    private final boolean inputIsFree;
    private final FaultLog faults;
    private final SharedUpstream upstream = new SharedUpstream();
    private final ListingChanges changes = new ListingChanges();
    private final ListChanges replaced = new ListChanges();
    private Optional<BundleWatch> watch = Optional.empty();
    private volatile Served served;
    private boolean prepared;

    /**
     * A server of the bundles that a command line names.
     *
     * @param inputIsFree whether standard input may be read for a credential
     * @throws UsageException when options contradict one another
     * @throws ConfigurationException when an address or a credential is missing or wrong
     */
    SwappingServer(VerbCall call, boolean inputIsFree, FaultLog faults) {
        this.call = call;
        this.inputIsFree = inputIsFree;
        this.faults = faults;
        this.served = settled(call.bundles());
    }

    private Served settled(List<ToolBundle> bundles) {
        BundleTools tools = ServedTools.of(call, bundles);
        ApiAccess access = ApiAccess.of(call, tools, inputIsFree, changes);
        return new Served(tools, new DeferredCaller(() -> upstream.open(access), faults), access);
    }

    /** Moves with the files from now on, where the engine can tell its clients, and says so on standard error. */
    void follow(Engine engine) {
        if (!engine.followsChanges()) {
            call.err()
                    .println("The engine \"" + engine.name()
                            + "\" serves the bundles that it began with: restart it to move to others.");
            return;
        }
        ServedBundles bundles = call.servedBundles();
        bundles.onChange(this);
        watch = Optional.of(BundleWatch.start(bundles, call.err()::println));
    }

    /** The list that clients are told, whatever is served. */
    ServedList list(SchemaUse use) {
        return new ServedList(this, this, use, changes, faults);
    }

    /** Which accounts are called at the moment. */
    @Override
    public String word() {
        return served.access().word();
    }

    @Override
    public BundleTools current() {
        return served.tools();
    }

    @Override
    public Optional<ListChanges> replaced() {
        return Optional.of(replaced);
    }

    @Override
    public Runnable prepare(List<ToolBundle> next) {
        Served settled = settled(next);
        return () -> moveTo(settled);
    }

    private void moveTo(Served next) {
        synchronized (this) {
            served = next;
            if (prepared) {
                next.caller().prepare();
            }
        }
        changes.changes().changed();
        replaced.changed();
    }

    @Override
    public Optional<ListChanges> changes() {
        return Optional.of(changes.changes());
    }

    @Override
    public CompletableFuture<ToolList.Listing> currentListing() {
        return served.caller().currentListing();
    }

    @Override
    public CompletableFuture<Optional<Account>> account(String app) {
        return served.caller().account(app);
    }

    @Override
    public List<ToolDescriptor> tools() {
        return served.tools().tools();
    }

    @Override
    public ListedTool listed(ToolDescriptor tool) {
        return served.tools().listed(tool);
    }

    @Override
    public ListedTool listing() {
        return served.tools().listing();
    }

    @Override
    public CompletableFuture<ToolResult> call(ToolCall made) {
        return served.caller().call(made);
    }

    @Override
    public synchronized void prepare() {
        prepared = true;
        served.caller().prepare();
    }

    @Override
    public void close() {
        watch.ifPresent(BundleWatch::close);
        served.caller().close();
        upstream.close();
    }
}
