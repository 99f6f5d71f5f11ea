package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.access.ApiTokens;
import dev.toolsmith.platform.model.ApiToken;
import dev.toolsmith.platform.model.ApiToken.Permission;
import dev.toolsmith.platform.model.UrlToken;
import dev.toolsmith.platform.vault.Tokens;
import dev.toolsmith.runtime.transport.http.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decides who may come to which server. Tells nobody outside whether a token was ever good for anything. */
final class Door {

    private static final String URL_TOKEN = "tsm_";
    private static final String BEARER = "bearer ";
    private static final Refusal NOTHING_HERE = new Refusal(404, "There is nothing here.");

    /** What the door says. */
    sealed interface Decision {}

    /** Come in. */
    record Open(Access access) implements Decision {}

    /**
     * Stay outside.
     *
     * @param access the server and the token, when they are known; empty otherwise
     * @param reason a stable name for the trail
     */
    record Shut(Refusal refusal, Optional<Access> access, String reason) implements Decision {}

    private final HostedServers servers;
    private final Tokens tokens;
    private final ApiTokens apiTokens;
    private final Clock clock;

    Door(HostedServers servers, Tokens tokens, ApiTokens apiTokens, Clock clock) {
        this.servers = servers;
        this.tokens = tokens;
        this.apiTokens = apiTokens;
        this.clock = clock;
    }

    /**
     * Decides by the URL's token and what is sent beside it.
     *
     * @param authorizations the values of all Authorization headers
     */
    Decision knock(String token, List<String> authorizations, String address) {
        if (!token.startsWith(URL_TOKEN) || !Tokens.isWellFormed(token)) {
            return new Shut(NOTHING_HERE, Optional.empty(), "malformed_token");
        }
        String mac = tokens.macOf(token);
        Optional<Live> live = servers.directory().byMac(mac);
        if (live.isEmpty()) {
            return new Shut(NOTHING_HERE, Optional.empty(), "unknown_token");
        }
        Instant now = clock.instant();
        Optional<UrlToken> opening = live.get().opening(mac, now);
        return opening.isEmpty()
                ? over(live.get(), mac, now, address)
                : withApiToken(new Access(live.get(), opening.get(), Optional.empty(), address), authorizations);
    }

    private Decision over(Live live, String mac, Instant now, String address) {
        servers.expiry().cleanUp(live, now);
        Optional<Access> access = Optional.ofNullable(live.tokens().get(mac))
                .map(token -> new Access(live, token, Optional.empty(), address));
        return new Shut(NOTHING_HERE, access, live.isExpired(now) ? "server_expired" : "token_ended");
    }

    private Decision withApiToken(Access access, List<String> authorizations) {
        if (authorizations.size() > 1) {
            return shut(
                    access, new Refusal(400, "The Authorization header stands more than once."), "two_authorizations");
        }
        if (!access.live().server().config().requireApiTokenAuth()) {
            return new Open(access);
        }
        String sent = authorizations.isEmpty() ? "" : authorizations.get(0);
        boolean bearer = sent.toLowerCase(Locale.ROOT).startsWith(BEARER);
        Optional<ApiToken> found =
                bearer ? apiTokens.find(sent.substring(BEARER.length()).strip()) : Optional.empty();
        if (found.isEmpty()) {
            return shut(access, unauthorized(), sent.isEmpty() ? "no_api_token" : "bad_api_token");
        }
        Access proven = new Access(access.live(), access.token(), found, access.address());
        boolean mayCall = found.get().permissions().contains(Permission.CALL)
                && found.get()
                        .serverId()
                        .orElse(access.live().server().id())
                        .equals(access.live().server().id());
        return mayCall
                ? new Open(proven)
                : shut(proven, new Refusal(403, "This API token may not call this server."), "api_token_not_allowed");
    }

    private static Refusal unauthorized() {
        return new Refusal(
                401,
                "This server asks for an API token beside its URL: send it as \"Authorization: Bearer TOKEN\".",
                "WWW-Authenticate",
                "Bearer realm=\"toolsmith\"");
    }

    private static Decision shut(Access access, Refusal refusal, String reason) {
        return new Shut(refusal, Optional.of(access), reason);
    }
}
