package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.text.WordKey;
import dev.toolsmith.runtime.view.ResultForm;
import java.util.List;
import java.util.Map;

/**
 * What a server's calls go by.
 *
 * @param endpoints where each app's API is, by app
 * @param userAgent what the {@code User-Agent} header says, such as {@code attio-mcp-server/0.1.0}
 * @param limits how long and how much calls may take
 * @param steps what happens between the built request and its sending, outermost first
 * @param key what cursors are signed with
 * @param form how results are shown
 */
public record UpstreamSettings(
        Map<String, ApiEndpoint> endpoints,
        String userAgent,
        UpstreamLimits limits,
        List<CallStep> steps,
        WordKey key,
        ResultForm form) {

    public UpstreamSettings {
        endpoints = Map.copyOf(endpoints);
        steps = List.copyOf(steps);
    }

    /** Settings of results as APIs give them. */
    public UpstreamSettings(
            Map<String, ApiEndpoint> endpoints,
            String userAgent,
            UpstreamLimits limits,
            List<CallStep> steps,
            WordKey key) {
        this(endpoints, userAgent, limits, steps, key, ResultForm.PLAIN);
    }

    /** Settings whose cursors last as long as they do. */
    public UpstreamSettings(
            Map<String, ApiEndpoint> endpoints, String userAgent, UpstreamLimits limits, List<CallStep> steps) {
        this(endpoints, userAgent, limits, steps, WordKey.random());
    }

    /** One app's calls with default limits and no further steps. */
    public static UpstreamSettings of(String app, ApiEndpoint endpoint, String userAgent) {
        return new UpstreamSettings(Map.of(app, endpoint), userAgent, UpstreamLimits.defaults(), List.of());
    }

    /** These settings with other limits. */
    public UpstreamSettings withLimits(UpstreamLimits other) {
        return new UpstreamSettings(endpoints, userAgent, other, steps, key, form);
    }

    /** These settings with other steps. */
    public UpstreamSettings withSteps(List<CallStep> other) {
        return new UpstreamSettings(endpoints, userAgent, limits, other, key, form);
    }

    /** These settings with another key. */
    public UpstreamSettings withKey(WordKey other) {
        return new UpstreamSettings(endpoints, userAgent, limits, steps, other, form);
    }

    /** These settings with another form of results. */
    public UpstreamSettings withForm(ResultForm other) {
        return new UpstreamSettings(endpoints, userAgent, limits, steps, key, other);
    }
}
