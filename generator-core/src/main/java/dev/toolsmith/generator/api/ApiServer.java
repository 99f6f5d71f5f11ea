package dev.toolsmith.generator.api;

import java.util.List;
import java.util.Optional;

/**
 * Where an API is, as its description tells it (OpenAPI 3.1, Server Object). URLs have no trailing slash.
 *
 * @param baseUrl the URL that paths are appended to, variables filled in with their defaults; empty when the description
 *     names no URL with a host
 * @param basePath the path of a server URL that names no host, such as {@code /api/v3}: part of any base URL that is
 *     configured
 * @param template the URL as written; empty when it has no variables
 * @param variables the variables of the template, in the order in which they stand there
 */
public record ApiServer(
        Optional<String> baseUrl, Optional<String> basePath, Optional<String> template, List<Variable> variables) {

    /**
     * A part of a server's URL that differs from one installation to another (OpenAPI 3.1, Server Variable Object).
     *
     * @param name what stands in braces in the URL
     * @param defaultValue what stands there unless configured otherwise
     * @param values the only values there are, in the description's order; empty when any will do
     */
    public record Variable(String name, String defaultValue, List<String> values) {
        public Variable {
            values = List.copyOf(values);
        }
    }

    /** Nobody says where the API is. */
    public static final ApiServer UNKNOWN =
            new ApiServer(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public ApiServer {
        variables = List.copyOf(variables);
    }

    /** A server whose URL has no variables. */
    public static ApiServer at(String baseUrl) {
        return new ApiServer(Optional.of(baseUrl), Optional.empty(), Optional.empty(), List.of());
    }
}
