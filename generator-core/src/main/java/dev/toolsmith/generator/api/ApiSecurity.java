package dev.toolsmith.generator.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One way to be allowed to call an operation: all of these schemes together (OpenAPI 3.1, Security Requirement
 * Object).
 *
 * @param scopesByScheme scheme name to the scopes that are needed of it, sorted by name
 */
public record ApiSecurity(Map<String, List<String>> scopesByScheme) {
    public ApiSecurity {
        scopesByScheme = java.util.Collections.unmodifiableMap(new TreeMap<>(scopesByScheme));
    }
}
