package dev.toolsmith.platform;

import dev.toolsmith.platform.account.HostedApi;
import dev.toolsmith.platform.account.HostedExtras;
import dev.toolsmith.platform.web.WebSettings;
import dev.toolsmith.runtime.bundle.BundleManifest;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import dev.toolsmith.runtime.tool.ToolBundle;
import dev.toolsmith.runtime.upstream.ApiEndpoint;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a platform is made of.
 *
 * @param identity what it says of itself
 * @param introductions what a server says of itself that offers these tools
 * @param bundles the tools of every API, as they are at the start
 * @param apis what is known of the APIs beyond their tools; those that are left out are plain
 * @param endpoints where the API of a bundle is, with no credential, asked for when a bundle is served first; throws
 *     {@link dev.toolsmith.runtime.cli.ConfigurationException} when that is not known or not safe
 * @param folder where everything is kept
 * @param masterKey the master key from the environment; empty for the one in the folder
 * @param web where it listens
 * @param webhookHosts hosts that tools may have data sent to; empty for every host
 * @param extras what is known for all APIs
 * @param clock what time it is
 */
public record PlatformSettings(
        ServerIdentity identity,
        Function<BundleTools, ServerIdentity> introductions,
        List<ToolBundle> bundles,
        List<HostedApi> apis,
        Function<BundleManifest, ApiEndpoint> endpoints,
        DataFolder folder,
        Optional<String> masterKey,
        WebSettings web,
        List<String> webhookHosts,
        HostedExtras extras,
        Clock clock) {

    public PlatformSettings {
        bundles = List.copyOf(bundles);
        apis = List.copyOf(apis);
        webhookHosts = List.copyOf(webhookHosts);
    }

    /** What is known of an app's API. */
    HostedApi api(String app) {
        return apis.stream().filter(api -> api.app().equals(app)).findFirst().orElseGet(() -> HostedApi.plain(app));
    }

    @Override
    public String toString() {
        return "PlatformSettings[" + folder.path() + "]";
    }
}
