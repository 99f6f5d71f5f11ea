package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.protocol.FaultLog;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolList;
import dev.toolsmith.runtime.tool.ToolResult;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A caller that is made on a thread of its own, on the first call or when asked to: until then a server can list its
 * tools without having loaded anything that calls need.
 */
final class DeferredCaller implements PreparableCaller, Runnable {

    /** Makes what calls need. */
    interface Opening {

        OpenedApi open() throws IOException;
    }

    private final Opening access;
    private final FaultLog faults;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<OpenedApi> opened = new CompletableFuture<>();
    private volatile boolean closing;

    /**
     * A caller that is still to be made.
     *
     * @param faults is told what goes wrong after the caller is there and before it is closed, which no call would tell
     */
    DeferredCaller(Opening access, FaultLog faults) {
        this.access = access;
        this.faults = faults;
    }

    @Override
    public void prepare() {
        if (begun.compareAndSet(false, true)) {
            Thread thread = new Thread(this, "prepare-calls");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void run() {
        try {
            OpenedApi made = access.open();
            opened.complete(made);
            made.caller().warmUp();
        } catch (Exception | LinkageError e) {
            if (!opened.completeExceptionally(e) && !closing) {
                faults.fault(e);
            }
        }
    }

    @Override
    public CompletableFuture<ToolResult> call(ToolCall call) {
        if (opened.isDone() && !opened.isCompletedExceptionally()) {
            return opened.join().caller().call(call);
        }
        prepare();
        return opened.thenCompose(made -> made.caller().call(call));
    }

    @Override
    public CompletableFuture<ToolList.Listing> currentListing() {
        prepare();
        return opened.thenCompose(made -> made.caller().currentListing());
    }

    @Override
    public CompletableFuture<Optional<Account>> account(String app) {
        prepare();
        return opened.thenApply(made -> made.caller().account(app));
    }

    @Override
    public void close() {
        closing = true;
        if (opened.isDone() && !opened.isCompletedExceptionally()) {
            opened.join().close();
        }
    }
}
