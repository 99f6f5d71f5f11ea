package dev.toolsmith.generator.tool;

import java.util.List;
import java.util.Map;

/**
 * Scopes that depend on the value of one path parameter.
 *
 * @param argument the argument that decides
 * @param scopes the scopes that each value needs, sorted by value
 */
public record ScopesByParameter(String argument, Map<String, List<String>> scopes) {
    public ScopesByParameter {
        scopes = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(scopes));
    }
}
