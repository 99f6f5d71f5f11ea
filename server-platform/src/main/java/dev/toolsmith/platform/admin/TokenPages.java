package dev.toolsmith.platform.admin;

import dev.toolsmith.platform.access.ApiTokens;
import dev.toolsmith.platform.hosting.HostedServers;
import dev.toolsmith.platform.model.ApiToken;
import dev.toolsmith.platform.model.ApiToken.Permission;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tokens of programs: making one, which is shown once, and revoking it. */
final class TokenPages {

    private static final String LIST = "/admin/tokens";
    private static final String SECTION = "tokens";
    private static final Map<String, Integer> DAYS = Map.of("7", 7, "30", 30, "90", 90, "365", 365);
    private static final Map<Permission, String> WORDS = Map.of(
            Permission.CALL, "call servers",
            Permission.MANAGE, "manage everything",
            Permission.METRICS, "read metrics");

    private final ApiTokens tokens;
    private final HostedServers servers;
    private final Pages pages;
    private final Clock clock;

    TokenPages(AdminParts parts, Pages pages) {
        this.tokens = parts.apiTokens();
        this.servers = parts.servers();
        this.pages = pages;
        this.clock = parts.clock();
    }

    List<Route> routes() {
        return List.of(
                Route.get(LIST, visit -> list(200, visit, new Draft("", Set.of(Permission.CALL), "", "never", ""))),
                Route.post(LIST, this::create),
                Route.get(LIST + "/*/revoke", this::askToRevoke),
                Route.post(LIST + "/*/revoke", this::revoke));
    }

    /** A token in the list. */
    record Row(ApiToken token, String permissions, String server, String created, String expires, Mark mark) {

        String href() {
            return LIST + "/" + token.id() + "/revoke";
        }
    }

    /** The form of a new token. */
    record Draft(String name, Set<Permission> permissions, String serverId, String expires, String problem) {

        boolean may(String permission) {
            return permissions.contains(Permission.valueOf(permission));
        }
    }

    /** The page. */
    record Tokens(List<Row> rows, Draft draft, List<HostedServer> servers) {}

    /** A token, which is shown this once. */
    record NewToken(ApiToken token, String permissions, String secret) {}

    private Answer list(int status, Visit visit, Draft draft) {
        Instant now = clock.instant();
        Map<String, String> names =
                servers.all().stream().collect(Collectors.toMap(HostedServer::id, HostedServer::name));
        List<Row> rows =
                tokens.all().stream().map(token -> row(token, names, now)).toList();
        return pages.page(status, visit, "tokens", "API tokens", SECTION, new Tokens(rows, draft, servers.all()));
    }

    private static Row row(ApiToken token, Map<String, String> names, Instant now) {
        return new Row(
                token,
                words(token),
                token.serverId()
                        .map(id -> names.getOrDefault(id, "a server that is gone"))
                        .orElse("any"),
                Moments.text(token.createdAt()),
                Moments.end(token.expiresAt()),
                token.isExpired(now) ? new Mark("Expired", "bad") : new Mark("Working", "good"));
    }

    private static String words(ApiToken token) {
        return token.permissions().stream()
                .map(permission -> WORDS.getOrDefault(permission, permission.name()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private Answer create(Visit visit) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (Permission permission : Permission.values()) {
            if (visit.fields("permission").contains(permission.name())) {
                permissions.add(permission);
            }
        }
        String name = visit.field("name");
        String server = visit.field("server");
        String expires = visit.field("expires");
        try {
            Optional<String> one = server.isEmpty() ? Optional.empty() : Optional.of(server);
            Optional<Instant> end = Optional.ofNullable(DAYS.get(expires))
                    .map(days -> clock.instant().plus(Duration.ofDays(days)));
            ApiTokens.Issued issued = tokens.create(visit.actor(), name, permissions, one, end);
            NewToken view = new NewToken(issued.token(), words(issued.token()), issued.secret());
            return pages.page(visit, "newToken", "The new API token", SECTION, view);
        } catch (ProblemException problem) {
            return list(problem.status(), visit, new Draft(name, permissions, server, expires, problem.detail()));
        }
    }

    private Answer askToRevoke(Visit visit) {
        ApiToken token = tokens.all().stream()
                .filter(one -> one.id().equals(visit.path().get(0)))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("token"));
        Confirmation question = new Confirmation(
                "Revoke the API token “" + token.name() + "”?",
                List.of(
                        "It ends in " + token.hint() + ", and may: "
                                + words(token).toLowerCase(Locale.ROOT) + ".",
                        "Programs that use it are turned away at once and for good."),
                LIST + "/" + token.id() + "/revoke",
                "Revoke the token",
                LIST);
        return pages.page(visit, "confirm", "Revoke an API token", SECTION, question);
    }

    private Answer revoke(Visit visit) {
        tokens.revoke(visit.actor(), visit.path().get(0));
        return Answer.seeOther(LIST + "?done=token-revoked");
    }
}
