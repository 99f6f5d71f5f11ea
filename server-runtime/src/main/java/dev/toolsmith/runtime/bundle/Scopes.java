package dev.toolsmith.runtime.bundle;

import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Compares the OAuth scopes that tools need with those that were granted. */
public final class Scopes {

    private static final String READ = ":read";
    private static final String WRITES_TOO = "-write";

    private Scopes() {}

    /**
     * The least scopes that let every tool be called. A scope that ends in {@code :read-write} holds the one that ends in
     * {@code :read}.
     */
    public static NavigableSet<String> least(BundleTools tools) {
        NavigableSet<String> scopes = new TreeSet<>();
        for (ToolDescriptor tool : tools.tools()) {
            scopes.addAll(tool.scopes());
            tools.find(tool.name())
                    .flatMap(BundledTool::scopesBy)
                    .ifPresent(by -> by.scopes().values().forEach(scopes::addAll));
        }
        scopes.removeIf(scope -> scope.endsWith(READ) && scopes.contains(scope + WRITES_TOO));
        return scopes;
    }

    /** The names of the tools of which the description does not say what they need. */
    public static NavigableSet<String> unknown(BundleTools tools) {
        NavigableSet<String> names = new TreeSet<>();
        for (ToolDescriptor tool : tools.tools()) {
            if (tools.find(tool.name())
                    .filter(bundled -> !bundled.scopesKnown())
                    .isPresent()) {
                names.add(tool.name());
            }
        }
        return names;
    }

    /**
     * What a call needs. Where scopes depend on an argument and its value is none of those that are known, all of them.
     *
     * @param argument the value of the argument that {@link BundledTool#scopesBy} names; empty when it was not given
     */
    public static List<String> of(BundledTool tool, String argument) {
        List<String> all = tool.descriptor().scopes();
        Optional<ScopesByArgument> by =
                tool.scopesBy().filter(known -> known.scopes().containsKey(argument));
        if (by.isEmpty()) {
            return all;
        }
        List<String> chosen = by.get().scopes().getOrDefault(argument, List.of());
        List<String> needed = new ArrayList<>(all);
        by.get().scopes().values().forEach(needed::removeAll);
        needed.addAll(chosen);
        return needed;
    }

    /** Those of the needed scopes that were not granted, in their order. */
    public static List<String> missing(Collection<String> needed, Collection<String> granted) {
        return needed.stream().filter(scope -> !isGranted(scope, granted)).toList();
    }

    private static boolean isGranted(String scope, Collection<String> granted) {
        return granted.contains(scope) || (scope.endsWith(READ) && granted.contains(scope + WRITES_TOO));
    }
}
