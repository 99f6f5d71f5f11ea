package dev.toolsmith.platform.versions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.toolsmith.platform.account.HostedApi;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.runtime.bundle.BundleManifest;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.BundleVersion;
import dev.toolsmith.runtime.bundle.ToolConfigurationException;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.tool.ToolBundle;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.upstream.UpstreamCaller;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One version of an app's tools: what it lists, what is known of its API, and what its calls are sent with. A call uses
 * the one it began with to its end.
 */
public final class AppVersion {

    private static final int MOST_VIEWS = 1_000;

    private final BundleVersion version;
    private final ToolBundle bundle;
    private final BundleTools tools;
    private final HostedApi api;
    private final UpstreamCaller upstream;
    private final boolean usesScopes;
    private final Map<String, Set<String>> known = new TreeMap<>();
    private final Cache<ToolSelection, BundleTools> views =
            Caffeine.newBuilder().maximumSize(MOST_VIEWS).build();
    private final Cache<ToolSelection, Left> left =
            Caffeine.newBuilder().maximumSize(MOST_VIEWS).build();

    /**
     * What a selection that was made for another version leaves of this one.
     *
     * @param tools empty when nothing is left
     * @param dropped the selection's words that fit no tool of this version, by {@code methods}, {@code tags},
     *     {@code tools} and {@code denied_tools}; those without any are left out
     */
    public record Left(Optional<BundleTools> tools, Map<String, List<String>> dropped) {

        public Left {
            dropped = Map.copyOf(dropped);
        }

        /** Nothing, for a reason that is not the selection's. */
        public static Left nothing() {
            return new Left(Optional.empty(), Map.of());
        }
    }

    /**
     * Reads a bundle.
     *
     * @param api what is known of its API; a check of credentials by a tool that this version has not is forgotten
     * @param upstream makes what sends its calls
     * @throws ToolConfigurationException when the bundle cannot be read
     */
    public AppVersion(
            BundleVersion version, ToolBundle bundle, HostedApi api, Function<BundleTools, UpstreamCaller> upstream) {
        this.version = version;
        this.bundle = bundle;
        this.tools = BundleTools.of(List.of(bundle), ToolSelection.everything());
        boolean checks = api.check()
                .filter(check -> tools.find(check.tool()).isPresent())
                .isPresent();
        this.api = checks ? api : api.unchecked();
        this.upstream = upstream.apply(tools);
        this.usesScopes = tools.tools().stream().anyMatch(this::tellsOfScopes);
        known.put("methods", new TreeSet<>(List.of("read", "write", "custom")));
        known.put("tags", new HashSet<>());
        known.put("tools", new HashSet<>());
        for (ToolDescriptor tool : tools.tools()) {
            words("methods").add(tool.kind());
            words("tags").addAll(tool.tags());
            words("tools").add(tool.name());
        }
    }

    private boolean tellsOfScopes(ToolDescriptor tool) {
        return !tool.scopes().isEmpty()
                || tools.find(tool.name())
                        .filter(found -> found.scopesBy().isPresent())
                        .isPresent();
    }

    private Set<String> words(String member) {
        return known.getOrDefault(member, Set.of());
    }

    /** The app that the tools are of. */
    public String app() {
        return version.app();
    }

    /** What tells it from other versions. */
    public String digest() {
        return version.digest();
    }

    /** What it is called, for people and programs. */
    public BundleVersion version() {
        return version;
    }

    /** Where its classes and resources come from. */
    public ToolBundle bundle() {
        return bundle;
    }

    /** What the bundle says of itself. */
    public BundleManifest manifest() {
        return tools.manifests().get(0);
    }

    /** All of its tools. */
    public BundleTools tools() {
        return tools;
    }

    /** What is known of its API beyond the tools. */
    public HostedApi api() {
        return api;
    }

    /** Sends its calls. */
    public UpstreamCaller upstream() {
        return upstream;
    }

    /** Whether its description tells of any scope, so that a tool without one is a gap in it. */
    public boolean usesScopes() {
        return usesScopes;
    }

    /**
     * What a selection leaves of it.
     *
     * @throws ProblemException 400 when a part of the selection fits no tool, or when no tool is left
     */
    public BundleTools view(ToolSelection selection) {
        try {
            return views.get(selection, tools::narrowed);
        } catch (ToolConfigurationException e) {
            throw problem(selection, e);
        }
    }

    /**
     * What a selection that was made for another version leaves of it. A part of which every word is dropped leaves
     * nothing: a restriction never becomes wider.
     */
    public Left left(ToolSelection selection) {
        return left.get(selection, this::leave);
    }

    private Left leave(ToolSelection asked) {
        Map<String, List<String>> dropped = new TreeMap<>();
        List<String> methods = kept("methods", asked.methods(), words("methods"), dropped);
        List<String> tags = kept("tags", asked.tags(), words("tags"), dropped);
        List<String> names = kept("tools", asked.tools(), words("tools"), dropped);
        List<String> denied = kept("denied_tools", asked.denied(), words("tools"), dropped);
        boolean emptied =
                isEmptied(asked.methods(), methods) || isEmptied(asked.tags(), tags) || isEmptied(asked.tools(), names);
        if (emptied) {
            return new Left(Optional.empty(), dropped);
        }
        try {
            BundleTools view =
                    views.get(new ToolSelection(methods, tags, names, denied, asked.readOnly()), tools::narrowed);
            return new Left(Optional.of(view), dropped);
        } catch (ToolConfigurationException e) {
            return new Left(Optional.empty(), dropped);
        }
    }

    private static List<String> kept(
            String member, List<String> asked, Set<String> known, Map<String, List<String>> dropped) {
        List<String> kept = new ArrayList<>(asked);
        kept.retainAll(known);
        List<String> gone = new ArrayList<>(asked);
        gone.removeAll(known);
        if (!gone.isEmpty()) {
            dropped.put(member, List.copyOf(gone));
        }
        return kept;
    }

    private static boolean isEmptied(List<String> asked, List<String> kept) {
        return !asked.isEmpty() && kept.isEmpty();
    }

    private ProblemException problem(ToolSelection asked, ToolConfigurationException why) {
        if (!words("methods").containsAll(asked.methods())) {
            return problem("unknown_method", why, "/config/methods");
        }
        if (!words("tags").containsAll(asked.tags())) {
            return problem("unknown_tag", why, "/config/tags");
        }
        if (!words("tools").containsAll(asked.tools())) {
            return problem("unknown_tool", why, "/config/tools");
        }
        return words("tools").containsAll(asked.denied())
                ? problem("no_tools", why, "/config")
                : problem("unknown_tool", why, "/config/denied_tools");
    }

    private static ProblemException problem(String code, ToolConfigurationException why, String pointer) {
        return ProblemException.of(400, code, String.valueOf(why.getMessage()), pointer);
    }

    @Override
    public String toString() {
        return "AppVersion[" + app() + " " + digest() + "]";
    }
}
