package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.access.ApiTokens;
import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.model.ApiToken;
import dev.toolsmith.platform.model.UrlToken;
import dev.toolsmith.runtime.bundle.Exposure;
import java.time.Instant;
import java.util.Optional;

/**
 * How a caller came in.
 *
 * @param live the server that it came to
 * @param token what opened the server
 * @param apiToken what it proved itself with beside that
 * @param address where it came from
 */
record Access(Live live, UrlToken token, Optional<ApiToken> apiToken, String address) {

    /** Whether it would not be let in any more. */
    boolean isOver(Instant now, ApiTokens apiTokens) {
        if (live.opening(token.mac(), now).isEmpty()) {
            return true;
        }
        return apiToken.isPresent()
                ? !apiTokens.isGood(apiToken.get())
                : live.server().config().requireApiTokenAuth();
    }

    /** Whether the server's tools are found by three others at this moment, in place of being listed. */
    boolean findsTools() {
        return live.server().config().conduct().exposure() == Exposure.DISCOVERY;
    }

    AuditEvent.Subject subject() {
        return new AuditEvent.Subject(
                live.server().id(),
                live.server().connectionId(),
                token.id(),
                apiToken.map(ApiToken::id).orElse(""),
                "",
                address);
    }
}
