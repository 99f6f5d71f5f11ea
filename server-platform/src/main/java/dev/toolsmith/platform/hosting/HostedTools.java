package dev.toolsmith.platform.hosting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolConfigurationException;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.tool.ToolBundle;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tools of every app, read once, and what selections leave of them. */
public final class HostedTools {

    private static final int MOST_VIEWS = 1_000;

    /** An app's tools, all of them. */
    private record App(BundleTools tools, boolean usesScopes) {}

    private record View(String app, ToolSelection selection) {}

    private final Map<String, App> apps = new HashMap<>();
    private final Cache<View, BundleTools> views =
            Caffeine.newBuilder().maximumSize(MOST_VIEWS).build();

    /**
     * Reads bundles, each on its own.
     *
     * @throws ToolConfigurationException when one cannot be read
     */
    public HostedTools(List<ToolBundle> bundles) {
        for (ToolBundle bundle : bundles) {
            BundleTools tools = BundleTools.of(List.of(bundle), ToolSelection.everything());
            apps.put(bundle.app(), new App(tools, usesScopes(tools)));
        }
    }

    private static boolean usesScopes(BundleTools tools) {
        return tools.tools().stream()
                .anyMatch(tool -> !tool.scopes().isEmpty()
                        || tools.find(tool.name())
                                .filter(found -> found.scopesBy().isPresent())
                                .isPresent());
    }

    /** All tools of an app. */
    public BundleTools of(String app) {
        return app(app).tools();
    }

    /** Whether an app's description tells of any scope, so that a tool without one is a gap in it. */
    boolean usesScopes(String app) {
        return app(app).usesScopes();
    }

    /**
     * What a selection leaves of an app's tools.
     *
     * @throws ProblemException 400 when a part of it fits no tool, or when no tool is left
     */
    public BundleTools view(String app, ToolSelection selection) {
        try {
            return views.get(new View(app, selection), view -> of(app).narrowed(selection));
        } catch (ToolConfigurationException e) {
            throw problem(of(app), selection, e);
        }
    }

    /** What a selection leaves of an app's tools now; empty when, by a newer description, it leaves nothing. */
    Optional<BundleTools> left(String app, ToolSelection selection) {
        try {
            return Optional.of(view(app, selection));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private App app(String name) {
        App app = apps.get(name);
        if (app == null) {
            throw ProblemException.of(
                    400, "unknown_app", "This server has no tools of the app \"" + name + "\".", "/app");
        }
        return app;
    }

    private static ProblemException problem(BundleTools all, ToolSelection asked, ToolConfigurationException why) {
        Set<String> methods = new HashSet<>(List.of("read", "write", "custom"));
        Set<String> tags = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (ToolDescriptor tool : all.tools()) {
            methods.add(tool.kind());
            tags.addAll(tool.tags());
            names.add(tool.name());
        }
        if (!methods.containsAll(asked.methods())) {
            return problem("unknown_method", why, "/config/methods");
        }
        if (!tags.containsAll(asked.tags())) {
            return problem("unknown_tag", why, "/config/tags");
        }
        if (isUnknown(asked.tools(), names) || isUnknown(asked.denied(), names)) {
            return problem(
                    "unknown_tool", why, isUnknown(asked.tools(), names) ? "/config/tools" : "/config/denied_tools");
        }
        return problem("no_tools", why, "/config");
    }

    private static boolean isUnknown(List<String> asked, Collection<String> known) {
        return !known.containsAll(asked);
    }

    private static ProblemException problem(String code, ToolConfigurationException why, String pointer) {
        return ProblemException.of(400, code, String.valueOf(why.getMessage()), pointer);
    }
}
