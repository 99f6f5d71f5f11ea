package dev.toolsmith.runtime.bundle;

/**
 * One way in which an API takes its credential (OpenAPI 3.1, Security Scheme Object).
 *
 * @param name the scheme's name in the description
 * @param type {@code oauth2}, {@code http}, {@code apiKey} or {@code openIdConnect}
 * @param scheme of type {@code http}: {@code bearer} or {@code basic}; else empty
 * @param in of type {@code apiKey}: {@code header}, {@code query} or {@code cookie}; else empty
 * @param parameter of type {@code apiKey}: the name of that header, query parameter or cookie; else empty
 */
public record SecurityScheme(String name, String type, String scheme, String in, String parameter) {}
