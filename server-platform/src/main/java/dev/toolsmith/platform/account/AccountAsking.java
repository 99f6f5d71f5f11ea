package dev.toolsmith.platform.account;

import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.store.Settled;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.upstream.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks APIs about credentials, where they can be asked, and waits only so long. */
final class AccountAsking {

    private static final Logger LOG = LoggerFactory.getLogger(AccountAsking.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int UNPROCESSABLE = 422;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final String UNAUDITED = "audit_unavailable";

    private final Supplier<List<HostedApi>> apis;
    private final Supplier<AccountProbe> probe;

    AccountAsking(Supplier<List<HostedApi>> apis, Supplier<AccountProbe> probe) {
        this.apis = apis;
        this.probe = probe;
    }

    HostedApi api(String app) {
        return find(app)
                .orElseThrow(() ->
                        ProblemException.of(UNPROCESSABLE, "unknown_app", "There is no such app. " + choice(), "/app"));
    }

    private Optional<HostedApi> find(String app) {
        return apis.get().stream().filter(api -> api.app().equals(app)).findFirst();
    }

    private String choice() {
        List<String> names = apis.get().stream().map(HostedApi::app).sorted().toList();
        return "There " + (names.size() == 1 ? "is " : "are ") + String.join(", ", names) + ".";
    }

    /**
     * Asks about a credential for a person who waits.
     *
     * @throws ProblemException when it cannot be found out
     */
    AccountAnswer now(Connection connection, Secret credential) {
        if (api(connection.app()).check().isEmpty()) {
            return AccountAnswer.unasked();
        }
        AccountAnswer answer = Settled.of(again(connection, credential, PATIENCE));
        if (answer.reason().equals(UNAUDITED)) {
            throw ProblemException.of(
                    UNAVAILABLE,
                    UNAUDITED,
                    "Nothing can be recorded at the moment, so the API was not asked. Nothing was changed.",
                    "");
        }
        if (answer.verdict() == AccountAnswer.Verdict.UNKNOWN) {
            throw ProblemException.of(
                    BAD_GATEWAY,
                    "upstream_unreachable",
                    "The API could not be asked about the credential (" + answer.reason()
                            + "). Nothing was changed. Try again later.",
                    "");
        }
        return answer;
    }

    /** Asks about a credential that was refused; of an API that cannot be asked nothing is learned. */
    CompletableFuture<AccountAnswer> again(Connection connection, Secret credential, Duration patience) {
        Optional<HostedApi.AccountCheck> known = find(connection.app()).flatMap(HostedApi::check);
        if (known.isEmpty()) {
            return CompletableFuture.completedFuture(AccountAnswer.unknown("no_check"));
        }
        HostedApi.AccountCheck check = known.get();
        CompletableFuture<ToolResult> asked;
        try {
            asked = probe.get().ask(connection, credential);
        } catch (RuntimeException e) {
            asked = CompletableFuture.failedFuture(e);
        }
        CompletableFuture<ToolResult> underWay = asked;
        return asked.copy()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .handle((result, failure) -> {
                    if (failure == null) {
                        return AccountAnswer.of(check, result);
                    }
                    underWay.cancel(true);
                    if (failure instanceof TimeoutException) {
                        return AccountAnswer.unknown("upstream_timeout");
                    }
                    LOG.warn("The connection {} could not be asked about", connection.id(), failure);
                    return AccountAnswer.unknown("internal_error");
                });
    }
}
