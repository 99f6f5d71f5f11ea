package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.account.AccountMemory;
import dev.toolsmith.runtime.account.AccountReads;
import dev.toolsmith.runtime.account.KnownAccounts;
import dev.toolsmith.runtime.account.SchemaContributor;
import dev.toolsmith.runtime.bundle.BundleManifest;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.tool.ListedTools;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import dev.toolsmith.runtime.tool.ToolList.ListedTool;
import dev.toolsmith.runtime.tool.ToolList.Listing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What is known of the accounts that a server's settings name, one an API. It may outlive the callers that it is used by.
 * Safe for many threads.
 */
public final class OwnAccounts {

    private static final String KEY = "own";

    private final Map<String, KnownAccounts> byApp = new TreeMap<>();

    /**
     * Accounts of which nothing is known yet.
     *
     * @param listingChanged told when the listed tools of one have become others; must be quick
     * @param faults told each kind of fault of a contributor once; must not throw
     */
    public OwnAccounts(List<SchemaContributor> contributors, Runnable listingChanged, Consumer<Throwable> faults) {
        AccountMemory memory = new AccountMemory();
        for (SchemaContributor each : contributors) {
            byApp.put(each.app(), new KnownAccounts(each, memory, key -> listingChanged.run(), faults));
        }
    }

    /** Accounts of which nothing is to be known: the published schemas do. */
    static OwnAccounts none() {
        return new OwnAccounts(List.of(), () -> {}, fault -> {});
    }

    /** Loads what the first call or list needs; sends nothing. */
    void warmUp(BundleTools tools) {
        for (BundleManifest manifest : tools.manifests()) {
            Optional.ofNullable(byApp.get(manifest.app())).ifPresent(known -> known.prepare(tools));
        }
    }

    Optional<Account> of(String app, AccountReads reads) {
        return Optional.ofNullable(byApp.get(app)).map(known -> known.of(KEY, reads));
    }

    /**
     * Lists tools with schemas that are exact for the accounts of their APIs.
     *
     * @param apps those that have accounts
     */
    CompletableFuture<Listing> listed(BundleTools tools, Set<String> apps, AccountReads reads) {
        CompletableFuture<Listing> all = CompletableFuture.completedFuture(Listing.of(tools.listing()));
        for (BundleManifest manifest : tools.manifests()) {
            Optional<Account> account = of(manifest.app(), reads);
            if (account.isPresent() && apps.contains(manifest.app())) {
                CompletableFuture<Listing> one = account.get().listed(tools);
                all = tools.manifests().size() == 1
                        ? one
                        : all.thenCombine(one, (before, now) -> merged(tools, manifest.app(), before, now));
            }
        }
        return all;
    }

    /** A listing with the tools of one app as another listing has them. */
    private static Listing merged(BundleTools tools, String app, Listing before, Listing now) {
        Map<String, ListedTool> objects = ListedTools.byName(before.tools());
        ListedTools.byName(now.tools())
                .forEach((name, object) -> tools.find(name)
                        .filter(tool -> tool.manifest().app().equals(app))
                        .ifPresent(tool -> objects.put(name, object)));
        return new Listing(
                new Objects(tools.tools(), objects).listing(), before.meta().or(now::meta));
    }

    private record Objects(List<ToolDescriptor> tools, Map<String, ListedTool> byName) implements ToolList {

        @Override
        public ListedTool listed(ToolDescriptor tool) {
            return Optional.ofNullable(byName.get(tool.name()))
                    .orElseThrow(() -> new IllegalArgumentException("Tool is not offered: " + tool.name()));
        }
    }
}
