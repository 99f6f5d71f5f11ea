package dev.toolsmith.platform.api;

import dev.toolsmith.platform.access.ApiTokens;
import dev.toolsmith.platform.limits.FailureLimit;
import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.model.ApiToken;
import dev.toolsmith.platform.model.ApiToken.Permission;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Lets in who has an API token for managing. An address that fails too often is told to wait; good tokens go on from it,
 * as a token of 256 random bits is not guessed, and else one program could lock out its neighbours.
 */
final class Doorman {

    private static final String BEARER = "bearer ";

    private final ApiTokens tokens;
    private final FailureLimit failures = new FailureLimit();

    Doorman(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Who asks.
     *
     * @throws Refused 401 without a good token, 403 when it may not manage, 429 after too many failures
     */
    Actor admit(Request request) {
        String address = Request.getRemoteAddr(request);
        List<String> sent = request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION);
        if (sent.size() > 1) {
            throw Refused.of(400, "two_authorizations", "The Authorization header stands more than once.");
        }
        Optional<ApiToken> token = sent.isEmpty() ? Optional.empty() : tokens.find(bearer(sent.get(0)));
        if (token.isEmpty()) {
            failed(address);
            throw Refused.of(401, "unauthorized", "Send an API token as \"Authorization: Bearer tsk_...\".")
                    .with(
                            "WWW-Authenticate",
                            "Bearer realm=\"toolsmith\"" + (sent.isEmpty() ? "" : ", error=\"invalid_token\""));
        }
        if (!token.get().permissions().contains(Permission.MANAGE)) {
            throw Refused.of(403, "permission_missing", "This API token does not have the permission manage.");
        }
        return new Actor(token.get().id(), address);
    }

    private static String bearer(String authorization) {
        boolean bearer = authorization.toLowerCase(Locale.ROOT).startsWith(BEARER);
        return bearer ? authorization.substring(BEARER.length()).strip() : "";
    }

    private void failed(String address) {
        OptionalLong wait = failures.failed(address);
        if (wait.isPresent()) {
            throw Refused.of(429, "too_many_failures", "Too many requests from this address had no good API token.")
                    .with("Retry-After", Long.toString(Math.max(1, wait.getAsLong())));
        }
    }
}
