package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.versions.AppVersion;
import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.tool.ListChanges;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What a caller is offered at the moment it asks: nothing, once it would not be let in any more. */
final class OfferedTools implements ToolList {

    private static final ListedTool NOTHING = new ListedTool(new byte[0], 0, 0);

    private final CallParts parts;
    private final HostedAccounts accounts;
    private final Access access;

    OfferedTools(CallParts parts, HostedAccounts accounts, Access access) {
        this.parts = parts;
        this.accounts = accounts;
        this.access = access;
    }

    /** The tools that are left for the caller, with the account that they call. */
    private record Offer(Connection connection, AppVersion version, BundleTools tools) {}

    @Override
    public Optional<ListChanges> changes() {
        return Optional.of(access.live().listChanges());
    }

    private Optional<Offer> offer() {
        if (access.isOver(parts.clock().instant(), parts.apiTokens())) {
            return Optional.empty();
        }
        return parts.connections()
                .current(access.live().server().connectionId())
                .flatMap(this::offer);
    }

    private Optional<Offer> offer(Connection connection) {
        return parts.tools()
                .version(connection.app(), access.live().server().config())
                .flatMap(version -> version.left(access.live().server().config().selection())
                        .tools()
                        .map(tools -> new Offer(connection, version, tools)));
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
        Optional<Offer> offer = offer().filter(this::isOpen);
        Optional<Account> account = offer.flatMap(open -> accounts.of(open.connection(), open.version()));
        if (offer.isEmpty() || account.isEmpty()) {
            return CompletableFuture.completedFuture(Listing.of(listing()));
        }
        BundleTools listed = offer.get().tools();
        return account.get().listed(listed).thenApply(exact -> isStill(listed) ? exact : Listing.of(listing()));
    }

    /** Whether an account may be looked at for the caller; a paused server's tools stay listed as they are published. */
    private boolean isOpen(Offer offer) {
        return !access.live().server().paused() && offer.connection().state().sends();
    }

    private boolean isStill(BundleTools listed) {
        return offer().filter(this::isOpen)
                .filter(now -> now.tools().equals(listed))
                .isPresent();
    }
}
