package dev.toolsmith.sandbox.access;

import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.wire.Answer;
import dev.toolsmith.sandbox.wire.Json;
import dev.toolsmith.sandbox.wire.Query;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Exchange, introspection and revocation, for clients that show their secret in the form or as Basic. */
final class TokenEndpoint {
    private final Workspace workspace;

    TokenEndpoint(Workspace workspace) {
        this.workspace = workspace;
    }

    Answer exchange(Query form, Optional<String> authorization) {
        Optional<OAuthClient> client = client(form, authorization);
        if (client.isEmpty()) {
            return OAuthEndpoints.error("invalid_client", "The client id or its secret is wrong.");
        }
        if (!form.find("grant_type").equals(Optional.of("authorization_code"))) {
            return OAuthEndpoints.error("unsupported_grant_type", "The only grant is authorization_code.");
        }
        Optional<AuthorizationCode> code =
                form.find("code").flatMap(workspace.access().codes()::find);
        code.ifPresent(used -> workspace.access().codes().remove(used.code()));
        Optional<Member> user =
                code.filter(used -> fits(used, client.get(), form)).flatMap(used -> workspace.member(used.memberId()));
        if (user.isEmpty()) {
            return OAuthEndpoints.error("invalid_grant", "The code is unknown, used, or meant for somebody else.");
        }
        Token token = Tokens.ofUser(
                workspace, user.get(), client.get().scopes(), client.get().id());
        return Answer.flat(Json.object().put("access_token", token.secret()).put("token_type", "Bearer"))
                .with("Cache-Control", "no-store");
    }

    private static boolean fits(AuthorizationCode code, OAuthClient client, Query form) {
        String challenge = code.challenge();
        boolean proven = challenge == null
                || form.find("code_verifier")
                        .map(verifier -> s256(verifier).equals(challenge))
                        .orElse(false);
        return proven
                && code.clientId().equals(client.id())
                && form.find("redirect_uri").equals(Optional.of(code.redirectUri()));
    }

    private static String s256(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    Answer introspect(Query form, Optional<String> authorization) {
        if (client(form, authorization).isEmpty()) {
            return OAuthEndpoints.error("invalid_client", "The client id or its secret is wrong.");
        }
        return Answer.flat(form.find("token")
                .flatMap(workspace.access().tokens()::find)
                .map(Token::json)
                .orElseGet(() -> Json.object().put("active", false)));
    }

    Answer revoke(Query form, Optional<String> authorization) {
        Optional<OAuthClient> client = client(form, authorization);
        if (client.isEmpty()) {
            return OAuthEndpoints.error("invalid_client", "The client id or its secret is wrong.");
        }
        form.find("token")
                .flatMap(workspace.access().tokens()::find)
                .filter(token -> token.clientId().equals(client.get().id()))
                .ifPresent(token -> workspace.access().tokens().remove(token.secret()));
        return Answer.bare(200, Map.of());
    }

    private Optional<OAuthClient> client(Query form, Optional<String> authorization) {
        Query shown = authorization.flatMap(TokenEndpoint::basic).orElse(form);
        String secret = shown.find("client_secret").orElse("");
        return shown.find("client_id")
                .flatMap(workspace.access().clients()::find)
                .filter(client -> client.secret().equals(secret));
    }

    private static Optional<Query> basic(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(authorization.substring(6).strip()), StandardCharsets.UTF_8);
            return Optional.of(Query.parse("client_id=" + pair.replaceFirst(":", "&client_secret=")));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
