package dev.toolsmith.attio.extension;

import dev.toolsmith.platform.PlatformExtension;
import dev.toolsmith.platform.account.HostedApi;
import dev.toolsmith.platform.account.HostedApi.AccountCheck;
import dev.toolsmith.platform.account.HostedApi.Counts;
import dev.toolsmith.platform.account.HostedApi.Destination;
import dev.toolsmith.platform.account.HostedApi.Quota;
import dev.toolsmith.runtime.cli.Verb;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What hosting has to know of Attio. Apart from the extension, so that other verbs load nothing of hosting. */
final class AttioHosting {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private AttioHosting() {}

    static List<Verb> verbs() {
        return new PlatformExtension(List.of(api())).verbs();
    }

    static HostedApi api() {
        return new HostedApi(
                "attio",
                Optional.of(
                        new AccountCheck("list_all_attio_me", "/active", "/scope", "/workspace_id", "/workspace_name")),
                List.of(
                        new Quota("reads", 100, SECOND, Counts.READS),
                        new Quota("writes", 25, SECOND, Counts.WRITES),
                        new Quota("searches", 300, MINUTE, Counts.SEARCHES)),
                List.of(new Destination("webhooks", "/data/target_url")),
                Set.of("webhooks", "objects", "attributes"));
    }
}
