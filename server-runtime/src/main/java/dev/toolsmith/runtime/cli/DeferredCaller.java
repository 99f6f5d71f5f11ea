package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolCaller;
import dev.toolsmith.runtime.tool.ToolResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A caller that is made on a thread of its own, on the first call or when asked to: until then a server can list its
 * tools without having loaded anything that calls need.
 */
final class DeferredCaller implements ToolCaller, AutoCloseable, Runnable {

    private final ApiAccess access;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<OpenedApi> opened = new CompletableFuture<>();

    DeferredCaller(ApiAccess access) {
        this.access = access;
    }

    /** Makes the caller, unless that has begun already; returns at once. */
    void prepare() {
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
            opened.completeExceptionally(e);
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
    public void close() {
        if (opened.isDone() && !opened.isCompletedExceptionally()) {
            opened.join().close();
        }
    }
}
