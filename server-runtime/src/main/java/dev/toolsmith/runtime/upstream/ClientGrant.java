package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.upstream.GivenCredential.Client;
import dev.toolsmith.runtime.upstream.request.HttpCall;
import dev.toolsmith.runtime.upstream.request.PercentEncoding;
import dev.toolsmith.runtime.upstream.request.QueryString;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a client asks for a token with (RFC 6749, section 4.4.2).
 *
 * @param tokenUrl where it asks
 * @param client who asks
 */
record ClientGrant(URI tokenUrl, Client client) {

    /** How the client says who it is (RFC 6749, section 2.3.1). */
    enum Method {
        /** In the header, by HTTP Basic authentication. */
        BASIC,
        /** In the form. */
        POST
    }

    HttpCall request(Method method) {
        QueryString form = new QueryString();
        form.pair("grant_type", "client_credentials");
        if (!client.scope().isEmpty()) {
            form.pair("scope", client.scope());
        }
        if (!client.audience().isEmpty()) {
            form.pair("audience", client.audience());
        }
        List<HttpCall.Header> headers = new ArrayList<>();
        if (method == Method.POST) {
            form.pair("client_id", client.id());
            form.pair("client_secret", client.secret().reveal());
        } else {
            headers.add(new HttpCall.Header("Authorization", "Basic " + basic()));
        }
        byte[] body = form.toString().getBytes(StandardCharsets.US_ASCII);
        return new HttpCall(
                "POST",
                TokenUrl.target(tokenUrl),
                List.copyOf(headers),
                Optional.of(new HttpCall.Content("application/x-www-form-urlencoded", body)),
                true);
    }

    private String basic() {
        String pair = PercentEncoding.of(client.id())
                + ":"
                + PercentEncoding.of(client.secret().reveal());
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }

    /** What an answer must not be quoted with. */
    List<Secret> secrets() {
        return List.of(
                client.secret(),
                Secret.part(basic()),
                Secret.part(PercentEncoding.of(client.secret().reveal())));
    }
}
