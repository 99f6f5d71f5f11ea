package dev.toolsmith.runtime.bundle;

import java.util.List;
import java.util.Map;

/**
 * Scopes that depend on what an argument says.
 *
 * @param argument the argument's name
 * @param scopes the scopes that a call needs, by the argument's value
 */
public record ScopesByArgument(String argument, Map<String, List<String>> scopes) {
    public ScopesByArgument {
        scopes = Map.copyOf(scopes);
    }
}
