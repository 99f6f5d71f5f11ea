package dev.toolsmith.generator.api;

import java.util.List;

/**
 * A declared security scheme, as far as a server needs it (OpenAPI 3.1, Security Scheme Object).
 *
 * @param name its key under {@code components.securitySchemes}
 * @param type {@code apiKey}, {@code http}, {@code oauth2}, {@code openIdConnect} or {@code mutualTLS}
 * @param scheme the HTTP authentication scheme of {@code http}, lower case, else empty
 * @param in where an {@code apiKey} travels: {@code header}, {@code query} or {@code cookie}, else empty
 * @param parameter the name of an {@code apiKey}'s header, query parameter or cookie, else empty
 * @param flows the flows of {@code oauth2} as OpenAPI 3 names them, sorted; else none
 * @param tokenUrl the token URL of the flow {@code clientCredentials}, else empty
 */
public record ApiSecurityScheme(
        String name, String type, String scheme, String in, String parameter, List<String> flows, String tokenUrl) {

    public ApiSecurityScheme {
        flows = flows.stream().sorted().toList();
    }

    /** A scheme that is no {@code oauth2}. */
    public ApiSecurityScheme(String name, String type, String scheme, String in, String parameter) {
        this(name, type, scheme, in, parameter, List.of(), "");
    }
}
