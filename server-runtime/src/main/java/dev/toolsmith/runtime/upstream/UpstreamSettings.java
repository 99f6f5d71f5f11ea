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

    /**
     * Calls with default limits and no further steps, of which results are as APIs give them and cursors last as long as the
     * settings do.
     *
     * @param endpoints where each app's API is, by app
     */
    public static UpstreamSettings of(Map<String, ApiEndpoint> endpoints, String userAgent) {
        return new UpstreamSettings(
                endpoints, userAgent, UpstreamLimits.defaults(), List.of(), WordKey.random(), ResultForm.PLAIN);
    }

    /** The same of one app. */
    public static UpstreamSettings of(String app, ApiEndpoint endpoint, String userAgent) {
        return of(Map.of(app, endpoint), userAgent);
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
