package dev.toolsmith.runtime.bundle;

import java.util.List;

/**
 * What a description leaves open of where its API is.
 *
 * @param basePath the path that every address of the API must have, such as {@code /api/v3}; empty when the description
 *     names a whole address, or no path
 * @param url the base URL with its variables in braces; empty when it has none
 * @param variables what fills them
 */
public record ServerTemplate(String basePath, String url, List<Variable> variables) {

    /** Of which nothing is said. */
    static final ServerTemplate NONE = new ServerTemplate("", "", List.of());

    public ServerTemplate {
        variables = List.copyOf(variables);
    }

    /**
     * One variable (OpenAPI 3.1, Server Variable Object).
     *
     * @param name what stands in braces
     * @param standard what it is unless something else is set
     * @param allowed what it may be; empty when any value will do
     * @param variable the environment variable that sets it
     */
    public record Variable(String name, String standard, List<String> allowed, String variable) {
        public Variable {
            allowed = List.copyOf(allowed);
        }
    }
}
