package dev.toolsmith.runtime.upstream;

import java.net.URI;

/**
 * Where an API is and what it is called with.
 *
 * @param baseUrl scheme, host, port and the path before every template; http or https, no user, query or fragment
 * @param credential the account's credential
 */
public record ApiEndpoint(URI baseUrl, CredentialSupplier credential) {

    public ApiEndpoint {
        String scheme = String.valueOf(baseUrl.getScheme());
        boolean plain = baseUrl.getRawUserInfo() == null
                && baseUrl.getRawQuery() == null
                && baseUrl.getRawFragment() == null
                && baseUrl.getHost() != null;
        if (!plain || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException("The base URL must look like https://api.example.com or"
                    + " http://127.0.0.1:8080/prefix, without user, query and fragment.");
        }
    }
}
