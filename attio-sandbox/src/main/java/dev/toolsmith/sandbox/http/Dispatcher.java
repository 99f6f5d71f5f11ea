package dev.toolsmith.sandbox.http;

import dev.toolsmith.sandbox.access.OAuthEndpoints;
import dev.toolsmith.sandbox.access.Session;
import dev.toolsmith.sandbox.access.Token;
import dev.toolsmith.sandbox.control.ControlPaths;
import dev.toolsmith.sandbox.control.Faults;
import dev.toolsmith.sandbox.control.Journal;
import dev.toolsmith.sandbox.control.Stage;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.operations.Operations;
import dev.toolsmith.sandbox.wire.Answer;
import dev.toolsmith.sandbox.wire.Call;
import dev.toolsmith.sandbox.wire.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Leads a request to what answers it: control paths, faults, OAuth or an operation. */
final class Dispatcher {
    private static final String OPEN = "/v2/self";
    private static final Set<String> CAMEL_CASE = Set.of("POST /v2/comments", "POST /v2/meetings");

    private final Router router = new Router(Operations.routes());
    private final Stage stage = new Stage();
    private final Faults faults = new Faults();
    private final Journal journal = new Journal();
    private final ControlPaths control = new ControlPaths(stage, faults, journal);

    Answer answer(Incoming request) {
        try {
            if (request.path().startsWith(ControlPaths.PREFIX)) {
                return control.answer(request.method(), request.path(), request.body());
            }
            journal.add(request.method(), request.target(), request.headers(), request.body());
            return faults.strike(request.method(), request.path())
                    .orElseGet(() -> stage.with(workspace -> work(workspace, request)));
        } catch (Refusal refusal) {
            return refusal.answer(CAMEL_CASE.contains(request.method() + " " + request.path()));
        }
    }

    private Answer work(Workspace workspace, Incoming request) {
        Optional<Answer> oauth = new OAuthEndpoints(workspace)
                .answer(
                        request.method(),
                        request.path(),
                        request.query(),
                        request::form,
                        request.header("authorization"));
        return oauth.orElseGet(() -> operate(workspace, request));
    }

    private Answer operate(Workspace workspace, Incoming request) {
        Session session = new Session(token(workspace, request).orElse(null));
        if (session.token().isEmpty() && !request.path().equals(OPEN)) {
            throw Refusal.unauthorized();
        }
        Router.Match match = router.find(request.method(), request.segments())
                .orElseThrow(() ->
                        Refusal.notFound("There is no operation " + request.method() + " " + request.path() + "."));
        match.route().scopes().forEach(session::require);
        return match.route()
                .handler()
                .answer(new Call(workspace, session, match.variables(), request.query(), request.body()));
    }

    private static Optional<Token> token(Workspace workspace, Incoming request) {
        return request.header("authorization")
                .flatMap(Dispatcher::secret)
                .flatMap(secret -> workspace.access().tokens().find(secret));
    }

    /** The token of {@code Bearer}, or the user name of {@code Basic}. */
    private static Optional<String> secret(String authorization) {
        int space = authorization.indexOf(' ');
        String scheme = authorization.substring(0, Math.max(0, space)).toLowerCase(Locale.ROOT);
        String credentials = authorization.substring(space + 1).strip();
        return switch (scheme) {
            case "bearer" -> Optional.of(credentials);
            case "basic" -> userName(credentials);
            default -> Optional.empty();
        };
    }

    private static Optional<String> userName(String credentials) {
        try {
            String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return Optional.of(colon < 0 ? pair : pair.substring(0, colon));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The token with all scopes that every start gives. */
    String firstToken() {
        return stage.with(workspace -> workspace.access().tokens().all().get(0).secret());
    }
}
