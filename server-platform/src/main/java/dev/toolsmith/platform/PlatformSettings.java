package dev.toolsmith.platform;

import dev.toolsmith.platform.account.HostedApi;
import dev.toolsmith.platform.web.WebSettings;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import dev.toolsmith.runtime.tool.ToolBundle;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a platform is made of.
 *
 * @param identity what its servers say of themselves
 * @param bundles the tools of every API
 * @param apis what is known of the APIs beyond their tools; those that are left out are plain
 * @param addresses where each app's API is
 * @param folder where everything is kept
 * @param masterKey the master key from the environment; empty for the one in the folder
 * @param web where it listens
 * @param webhookHosts hosts that tools may have data sent to; empty for every host
 * @param clock what time it is
 */
public record PlatformSettings(
        ServerIdentity identity,
        List<ToolBundle> bundles,
        List<HostedApi> apis,
        Map<String, URI> addresses,
        DataFolder folder,
        Optional<String> masterKey,
        WebSettings web,
        List<String> webhookHosts,
        Clock clock) {

    public PlatformSettings {
        bundles = List.copyOf(bundles);
        apis = List.copyOf(apis);
        addresses = Map.copyOf(addresses);
        webhookHosts = List.copyOf(webhookHosts);
    }

    /** Every bundle's API, in the bundles' order. */
    List<HostedApi> allApis() {
        return bundles.stream()
                .map(bundle -> apis.stream()
                        .filter(api -> api.app().equals(bundle.app()))
                        .findFirst()
                        .orElseGet(() -> HostedApi.plain(bundle.app())))
                .toList();
    }

    @Override
    public String toString() {
        return "PlatformSettings[" + folder.path() + "]";
    }
}
