package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.text.WordKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where an API is and what it is called with.
 *
 * @param baseUrl scheme, host, port and the path before every template; http or https, no user, query or fragment
 * @param credential the account's credential
 * @param tokenUrl where clients get tokens, instead of where the description says; https, or http on this machine
 */
public record ApiEndpoint(URI baseUrl, CredentialSupplier credential, Optional<URI> tokenUrl) {

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
        if (tokenUrl.isPresent() && !TokenUrl.isSafe(tokenUrl.get())) {
            throw new IllegalArgumentException("The token URL must look like https://login.example.com/token, without"
                    + " user and fragment. Secrets are sent there: http is for this machine only.");
        }
    }

    /** An API whose description says where clients get tokens, if they can. */
    public ApiEndpoint(URI baseUrl, CredentialSupplier credential) {
        this(baseUrl, credential, Optional.empty());
    }

    /** A word that differs for another address or another credential, and tells neither to whoever lacks the key. */
    public String fingerprint(WordKey key) {
        Optional<Secret> secret = credential.credential();
        byte[] word = key.mac(
                "account",
                baseUrl.toString().getBytes(StandardCharsets.UTF_8),
                (tokenUrl.isPresent() ? tokenUrl.get().toString() : "").getBytes(StandardCharsets.UTF_8),
                (secret.isPresent() ? secret.get().reveal() : "").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(word);
    }

    /** The same, with another place where clients get tokens. */
    public ApiEndpoint withTokenUrl(URI other) {
        return new ApiEndpoint(baseUrl, credential, Optional.of(other));
    }
}
