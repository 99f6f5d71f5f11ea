package dev.toolsmith.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.toolsmith.platform.account.HostedApi;
import dev.toolsmith.platform.account.HostedApi.Quota;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.tool.RateLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts an API's own limits for each workspace, whichever servers and connections its calls come through. */
final class WorkspaceQuotas {

    private record Key(String app, String workspaceId, Quota quota) {}

    private final Cache<Key, SlidingWindow> windows;

    WorkspaceQuotas(int workspaces) {
        this.windows = Caffeine.newBuilder()
                .maximumSize(workspaces)
                .expireAfterAccess(Duration.ofHours(1))
                .build();
    }

    /** What refuses a call; empty when every quota that counts it lets it pass. */
    Optional<Turn.Denied> pass(Connection connection, HostedApi api, BundledTool tool, long now) {
        List<SlidingWindow> taken = new ArrayList<>(2);
        for (Quota quota : api.quotas()) {
            if (!counts(quota, tool)) {
                continue;
            }
            SlidingWindow window = windows.get(
                    new Key(api.app(), connection.workspaceId(), quota),
                    key -> new SlidingWindow(quota.calls(), quota.per().toNanos()));
            Optional<RateLimit> left = window.pass(now);
            if (left.isPresent()) {
                taken.forEach(SlidingWindow::back);
                return Optional.of(denied(quota, left.get()));
            }
            taken.add(window);
        }
        return Optional.empty();
    }

    private static boolean counts(Quota quota, BundledTool tool) {
        return switch (quota.counts()) {
            case READS -> tool.descriptor().reads();
            case WRITES -> !tool.descriptor().reads();
            case SEARCHES -> tool.descriptor().kind().equals("search");
        };
    }

    private static Turn.Denied denied(Quota quota, RateLimit left) {
        long seconds = quota.per().toSeconds();
        return new Turn.Denied(
                "rate_limited_workspace",
                "The connected account may make " + quota.calls() + " " + quota.name() + " in "
                        + (seconds == 1 ? "a second" : seconds + " seconds")
                        + ", and has made them. Nothing was sent. " + waiting(left.resetSeconds()),
                Optional.of(left));
    }

    static String waiting(long seconds) {
        return "Wait " + seconds + (seconds == 1 ? " second" : " seconds")
                + ", then call again with the same arguments.";
    }
}
