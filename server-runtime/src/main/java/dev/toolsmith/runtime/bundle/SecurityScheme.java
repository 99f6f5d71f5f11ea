package dev.toolsmith.runtime.bundle;

/**
 * One way in which an API takes its credential (OpenAPI 3.1, Security Scheme Object).
 *
 * @param name the scheme's name in the description
 * @param type {@code oauth2}, {@code http}, {@code apiKey} or {@code openIdConnect}
 * @param scheme of type {@code http}: {@code bearer} or {@code basic}; else empty
 * @param in of type {@code apiKey}: {@code header}, {@code query} or {@code cookie}; else empty
 * @param parameter of type {@code apiKey}: the name of that header, query parameter or cookie; else empty
 * @param tokenUrl of type {@code oauth2}: where clients get tokens for themselves (RFC 6749, section 4.4); empty when
 *     the description names no such place
 */
public record SecurityScheme(String name, String type, String scheme, String in, String parameter, String tokenUrl) {

    /** Whether it takes a user name and a password (RFC 7617). */
    public boolean isBasic() {
        return type.equals("http") && scheme.equalsIgnoreCase("basic");
    }

    /** Whether it takes a key in a place of its own. */
    public boolean isKey() {
        return type.equals("apiKey");
    }
}
