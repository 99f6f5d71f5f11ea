package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleManifest;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.tool.ToolBundle;
import dev.toolsmith.runtime.tool.ToolList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads once how tools are listed for the accounts that a command line names. */
final class AccountListing {

    private final VerbCall call;

    AccountListing(VerbCall call) {
        this.call = call;
    }

    /**
     * The listing of offered tools.
     *
     * @return empty when no account is named, or published schemas were asked for
     * @throws UsageException when options contradict one another
     * @throws ConfigurationException when an address or a credential is missing or wrong
     */
    Optional<ToolList.Listing> of(BundleTools offered) throws IOException {
        List<ToolBundle> named = SchemaUse.of(call) == SchemaUse.PUBLISHED ? List.of() : named();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        BundleTools whole = BundleTools.of(named, ToolSelection.everything());
        try (OpenedApi api = ApiAccess.of(call, whole, true, () -> {}).open()) {
            return Optional.of(api.caller().listed(offered).join());
        }
    }

    /** The bundles of which more is known than they publish, and an account is named. */
    private List<ToolBundle> named() {
        boolean all = call.isOn(ServerOptions.SANDBOX)
                || call.option(ServerOptions.BASE_URL).isPresent();
        List<ToolBundle> named = new ArrayList<>();
        for (ToolBundle bundle : call.bundles()) {
            if (isExact(call.extensions(), bundle.app()) && (all || hasCredential(bundle))) {
                named.add(bundle);
            }
        }
        return named;
    }

    private boolean hasCredential(ToolBundle bundle) {
        BundleManifest manifest = BundleTools.of(List.of(bundle), ToolSelection.everything())
                .manifests()
                .get(0);
        return new Credentials(call, true).isSet(manifest);
    }

    /** Whether more is known of accounts of an app than it publishes. */
    static boolean isExact(List<ServerExtension> extensions, String app) {
        return extensions.stream().anyMatch(extension -> extension.exactApps().contains(app));
    }
}
