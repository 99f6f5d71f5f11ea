package dev.toolsmith.generator.api;

/** Where a parameter travels in a request (OpenAPI 3.1, Parameter Object, {@code in}). */
public enum ParameterPlace {
    PATH,
    QUERY,
    HEADER,
    COOKIE
}
