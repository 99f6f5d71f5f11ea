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
 * @param account a word for the account; empty where address and credential tell it
 */
public record ApiEndpoint(
        URI baseUrl, CredentialSupplier credential, Optional<URI> tokenUrl, Optional<String> account) {

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

    /** An account that address and credential tell. */
    public ApiEndpoint(URI baseUrl, CredentialSupplier credential, Optional<URI> tokenUrl) {
        this(baseUrl, credential, tokenUrl, Optional.empty());
    }

    /** The same of an API whose description says where clients get tokens, if they can. */
    public ApiEndpoint(URI baseUrl, CredentialSupplier credential) {
        this(baseUrl, credential, Optional.empty());
    }

    /** A word that differs for another account, and tells neither address nor credential to whoever lacks the key. */
    public String fingerprint(WordKey key) {
        return account.isPresent()
                ? hex(key.mac("named account", account.get().getBytes(StandardCharsets.UTF_8)))
                : fingerprint(key, credential);
    }

    /** The word of the account that another credential is for. */
    String fingerprint(WordKey key, CredentialSupplier other) {
        Optional<Secret> secret = other.credential();
        byte[] word = key.mac(
                "account",
                baseUrl.toString().getBytes(StandardCharsets.UTF_8),
                (tokenUrl.isPresent() ? tokenUrl.get().toString() : "").getBytes(StandardCharsets.UTF_8),
                (secret.isPresent() ? secret.get().reveal() : "").getBytes(StandardCharsets.UTF_8));
        return hex(word);
    }

    private static String hex(byte[] word) {
        return HexFormat.of().formatHex(word);
    }

    /** The same, with another place where clients get tokens. */
    public ApiEndpoint withTokenUrl(URI other) {
        return new ApiEndpoint(baseUrl, credential, Optional.of(other), account);
    }

    /** The same, with a word for the account, which stays when address and credential become others. */
    public ApiEndpoint withAccount(String word) {
        return new ApiEndpoint(baseUrl, credential, tokenUrl, Optional.of(word));
    }
}
