package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.protocol.FaultLog;
import dev.toolsmith.runtime.tool.ListChanges;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Hands on a list of tools, with schemas that are exact for the account where that is wanted, and prepares calls as soon as
 * the list has been told for the first time.
 */
final class ServedList implements ToolList, Runnable {

    private static final String BEING_READ =
            "{\"dev.toolsmith/schema\":{\"used\":\"published\",\"reason\":\"the schema of this account is being read\"}}";

    private final ToolList tools;
    private final PreparableCaller caller;
    private final SchemaUse use;
    private final ListingChanges changes;
    private final FaultLog faults;
    private volatile boolean listed;
    private boolean reading;

    /**
     * A list.
     *
     * @param use whether its schemas are exact, and from when on
     * @param changes told when they have become others; not used for published ones
     * @param faults told why calls cannot be prepared, which leaves the published schemas
     */
    ServedList(ToolList tools, PreparableCaller caller, SchemaUse use, ListingChanges changes, FaultLog faults) {
        this.tools = tools;
        this.caller = caller;
        this.use = use;
        this.changes = changes;
        this.faults = faults;
    }

    @Override
    public Optional<ListChanges> changes() {
        return use == SchemaUse.PUBLISHED ? tools.changes() : Optional.of(changes.changes());
    }

    @Override
    public List<ToolDescriptor> tools() {
        return tools.tools();
    }

    @Override
    public ListedTool listed(ToolDescriptor tool) {
        return tools.listed(tool);
    }

    @Override
    public ListedTool listing() {
        listed = true;
        return tools.listing();
    }

    @Override
    public CompletableFuture<ToolList.Listing> currentListing() {
        boolean first = !listed;
        ListedTool published = listing();
        if (use == SchemaUse.PUBLISHED) {
            return CompletableFuture.completedFuture(ToolList.Listing.of(published));
        }
        changes.listed();
        if (first && use == SchemaUse.AUTO) {
            byte[] meta = BEING_READ.getBytes(StandardCharsets.US_ASCII);
            return CompletableFuture.completedFuture(new ToolList.Listing(published, Optional.of(meta)));
        }
        return new ExactListing(published).asked();
    }

    /** To be called whenever answers have left. */
    @Override
    public void run() {
        if (listed) {
            caller.prepare();
            if (use == SchemaUse.AUTO && !reading) {
                reading = true;
                Thread thread = new Thread(new ExactListing(tools.listing()), "exact-list");
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    /** What the account makes of a list; a class of its own, so that it is not loaded before the first list is told. */
    private final class ExactListing implements Runnable {

        private static final String UNREADABLE = "{\"dev.toolsmith/schema\":{\"used\":\"published\","
                + "\"reason\":\"the schema of this account cannot be read\"}}";

        private final ListedTool published;

        ExactListing(ListedTool published) {
            this.published = published;
        }

        CompletableFuture<ToolList.Listing> asked() {
            return caller.currentListing().exceptionally(this::unreadable);
        }

        private ToolList.Listing unreadable(Throwable failure) {
            @Nullable Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            faults.fault(cause == null ? failure : cause);
            byte[] meta = UNREADABLE.getBytes(StandardCharsets.US_ASCII);
            return new ToolList.Listing(published, Optional.of(meta));
        }

        @Override
        public void run() {
            CompletableFuture<Void> unused = asked().thenAccept(this::tellIfOther);
        }

        private void tellIfOther(ToolList.Listing exact) {
            ListedTool now = exact.tools();
            if (!Arrays.equals(
                    now.bytes(),
                    now.offset(),
                    now.offset() + now.length(),
                    published.bytes(),
                    published.offset(),
                    published.offset() + published.length())) {
                changes.run();
            }
        }
    }
}
