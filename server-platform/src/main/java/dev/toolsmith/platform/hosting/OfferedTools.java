package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.platform.versions.AppVersion;
import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.account.CheckedCall;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.tool.ListChanges;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What a caller is offered at the moment it asks: nothing, once it would not be let in any more. */
final class OfferedTools implements ToolList {

    private static final ListedTool NOTHING = new ListedTool(new byte[0], 0, 0);

    private static final String CHANGED = "this server was changed while its account was read";

    private final CallParts parts;
    private final HostedAccounts accounts;
    private final Access access;
    private final ListChanges changes;

    OfferedTools(CallParts parts, HostedAccounts accounts, Access access) {
        this.parts = parts;
        this.accounts = accounts;
        this.access = access;
        this.changes = access.live().listChanges().ofCaller();
    }

    /**
     * The tools that are left for the caller, with the account that they call.
     *
     * @param generation of the account's credential
     */
    record Offer(
            Connection connection, long generation, AppVersion version, ToolSelection selection, BundleTools tools) {

        private boolean isSameAs(Offer other) {
            return generation == other.generation
                    && version.version().equals(other.version.version())
                    && selection.equals(other.selection);
        }
    }

    @Override
    public Optional<ListChanges> changes() {
        return Optional.of(changes);
    }

    /** Whether the tools are found by three others at this moment, in place of being listed. */
    boolean areFound() {
        return access.findsTools();
    }

    /** What the caller is offered now; empty once it would not be let in any more, or nothing is left. */
    Optional<Offer> offer() {
        if (access.isOver(parts.clock().instant(), parts.apiTokens())) {
            return Optional.empty();
        }
        return parts.connections()
                .current(access.live().server().connectionId())
                .flatMap(this::offer);
    }

    private Optional<Offer> offer(Connection connection) {
        long generation = parts.connections().generation(connection.id());
        ServerConfig config = access.live().server().config();
        return parts.tools()
                .version(connection.app(), config)
                .flatMap(version -> version.left(config.selection())
                        .tools()
                        .map(tools -> new Offer(connection, generation, version, config.selection(), tools)));
    }

    private Optional<BundleTools> now() {
        return offer().map(Offer::tools);
    }

    @Override
    public List<ToolDescriptor> tools() {
        return now().map(BundleTools::tools).orElse(List.of());
    }

    @Override
    public ListedTool listed(ToolDescriptor tool) {
        return now().filter(tools -> tools.find(tool.name()).isPresent())
                .map(tools -> tools.listed(tool))
                .orElse(NOTHING);
    }

    @Override
    public ListedTool listing() {
        return now().map(BundleTools::listing).orElse(NOTHING);
    }

    @Override
    public CompletableFuture<Listing> currentListing() {
        changes.listed();
        return offer().map(this::listing).orElseGet(() -> CompletableFuture.completedFuture(Listing.of(NOTHING)));
    }

    private CompletableFuture<Listing> listing(Offer offer) {
        Optional<String> closed = closed(offer);
        Optional<Account> account =
                closed.isPresent() ? Optional.empty() : accounts.of(offer.connection(), offer.version());
        return account.isPresent()
                ? account.get().listed(offer.tools()).thenApply(exact -> unlessChanged(offer, exact))
                : CompletableFuture.completedFuture(published(offer, closed));
    }

    /** Why an account may not be looked at for the caller: its tools stay listed as they are published. */
    Optional<String> closed(Offer offer) {
        if (access.live().server().paused()) {
            return Optional.of("this server is paused");
        }
        return offer.connection().state().sends()
                ? Optional.empty()
                : Optional.of("the account of this server is paused or not accepted any more");
    }

    /** Why what was made of an offer may not be told to the caller any more; empty when it may. */
    Optional<String> over(Offer before) {
        Optional<Offer> now = offer();
        return now.isEmpty() || !now.get().isSameAs(before) ? Optional.of(CHANGED) : closed(now.get());
    }

    private static Listing published(Offer offer, Optional<String> why) {
        ListedTool tools = offer.tools().listing();
        return offer.version().api().schemas().isEmpty()
                ? Listing.of(tools)
                : why.map(reason -> CheckedCall.published(tools, reason)).orElseGet(() -> Listing.of(tools));
    }

    private Listing unlessChanged(Offer before, Listing exact) {
        Optional<Offer> now = offer();
        if (now.isEmpty()) {
            return Listing.of(NOTHING);
        }
        Optional<String> closed = closed(now.get());
        return closed.isEmpty() && now.get().isSameAs(before)
                ? exact
                : published(now.get(), closed.or(() -> Optional.of(CHANGED)));
    }
}
