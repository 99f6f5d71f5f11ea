package dev.toolsmith.platform.admin;

import dev.toolsmith.platform.account.Connections;
import dev.toolsmith.platform.hosting.HostedServers;
import dev.toolsmith.platform.hosting.HostedServers.Draft;
import dev.toolsmith.platform.hosting.HostedServers.Issued;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.model.UrlToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connection's servers: making one, its URL once, changing it, and ending it. */
final class ServerPages {

    private static final String CONNECTION = "/admin/connections/*";
    private static final String LIST = CONNECTION + "/servers";
    private static final String ONE = LIST + "/*";
    private static final String SECTION = "connections";
    private static final Map<String, Duration> OVERLAPS =
            Map.of("0", Duration.ZERO, "1", Duration.ofHours(1), "24", Duration.ofHours(24));

    private final Connections connections;
    private final HostedServers servers;
    private final ServerEditing editing;
    private final Pages pages;
    private final Clock clock;

    ServerPages(AdminParts parts, Pages pages) {
        this.connections = parts.connections();
        this.servers = parts.servers();
        this.editing = new ServerEditing(parts);
        this.pages = pages;
        this.clock = parts.clock();
    }

    List<Route> routes() {
        return List.of(
                Route.get(LIST + "/new", this::newServer),
                Route.post(LIST, this::create),
                Route.post(LIST + "/preview", this::preview),
                Route.get(ONE, visit -> serverPage(200, visit, editing.of(server(visit)))),
                Route.post(ONE, this::change),
                Route.post(ONE + "/roll", this::roll),
                Route.post(ONE + "/pause", visit -> {
                    servers.pause(visit.actor(), connectionId(visit), id(visit));
                    return done(visit, "paused");
                }),
                Route.post(ONE + "/resume", visit -> {
                    servers.resume(visit.actor(), connectionId(visit), id(visit));
                    return done(visit, "resumed");
                }),
                Route.get(ONE + "/delete", this::askToDelete),
                Route.post(ONE + "/delete", this::delete));
    }

    /** The page of a new server. */
    record NewServer(Connection connection, List<Preset> presets, String preset, ServerEditing.Edited edited) {}

    /** A server's page. */
    record OneServer(
            Connection connection, ServerRow row, List<UrlToken> urls, Instant now, ServerEditing.Edited edited) {

        String urlEnd(UrlToken url) {
            return url.endsAt().map(end -> "works until " + Moments.text(end)).orElse("in use");
        }

        boolean isExpired() {
            return row.server().isExpired(now);
        }
    }

    /** A server's URL, which is shown this once. */
    record NewUrl(Connection connection, ServerRow row, String url, boolean rolled, List<ClientGuide.Client> clients) {}

    private Answer newServer(Visit visit) {
        Connection connection = connections.get(connectionId(visit));
        List<Preset> presets = editing.presets(connection);
        Preset preset = presets.stream()
                .filter(one -> one.name().equals(visit.asked("preset")))
                .findFirst()
                .orElse(presets.get(0));
        return newPage(200, visit, preset.name(), editing.filled(connection, preset.form(), "", ""));
    }

    private Answer newPage(int status, Visit visit, String preset, ServerEditing.Edited edited) {
        List<Preset> presets = editing.presets(edited.connection());
        NewServer view = new NewServer(edited.connection(), presets, preset, edited);
        return pages.page(status, visit, "newServer", "Create a server", SECTION, view);
    }

    private Answer create(Visit visit) {
        Connection connection = connections.get(connectionId(visit));
        ServerForm form = ServerForm.of(visit);
        if (visit.field("do").equals("show")) {
            return newPage(200, visit, "", editing.filled(connection, form, "", ""));
        }
        try {
            Optional<Instant> end = form.expiresAt(Optional.empty(), clock.instant());
            Draft draft = new Draft(form.name(), editing.config(connection, form), end);
            return shown(visit, connection, servers.create(visit.actor(), connection.id(), draft), false);
        } catch (ProblemException problem) {
            ServerEditing.Edited edited = editing.filled(connection, form, problem.detail(), problem.pointer());
            return newPage(problem.status(), visit, "", edited);
        }
    }

    private Answer preview(Visit visit) {
        Connection connection = connections.get(connectionId(visit));
        return pages.part("tools", editing.listing(connection, ServerForm.of(visit)));
    }

    private Answer serverPage(int status, Visit visit, ServerEditing.Edited edited) {
        HostedServer server = server(visit);
        Instant now = clock.instant();
        OneServer view = new OneServer(
                edited.connection(), ServerRow.of(server, servers, now), servers.tokensOf(server.id()), now, edited);
        return pages.page(status, visit, "server", server.name(), SECTION, view);
    }

    private Answer change(Visit visit) {
        HostedServer server = server(visit);
        ServerForm form = ServerForm.of(visit);
        if (visit.field("do").equals("show")) {
            return serverPage(200, visit, editing.of(server, form, "", ""));
        }
        try {
            servers.change(
                    visit.actor(),
                    server.connectionId(),
                    server.id(),
                    now -> editing.changed(now, form, clock.instant()));
        } catch (ProblemException problem) {
            return serverPage(problem.status(), visit, editing.of(server, form, problem.detail(), problem.pointer()));
        }
        return done(visit, "server-changed");
    }

    private Answer roll(Visit visit) {
        Connection connection = connections.get(connectionId(visit));
        Duration overlap = Optional.ofNullable(OVERLAPS.get(visit.field("overlap")))
                .orElseThrow(() -> ProblemException.of(422, "overlap", "Choose how long the old URL works on.", ""));
        return shown(visit, connection, servers.roll(visit.actor(), connection.id(), id(visit), overlap), true);
    }

    private Answer shown(Visit visit, Connection connection, Issued issued, boolean rolled) {
        HostedServer server = issued.server();
        NewUrl view = new NewUrl(
                connection,
                ServerRow.of(server, servers, clock.instant()),
                issued.url().toString(),
                rolled,
                ClientGuide.of(server, connection.app(), issued.url()));
        return pages.page(visit, "newUrl", "The server's URL", SECTION, view);
    }

    private Answer askToDelete(Visit visit) {
        HostedServer server = server(visit);
        String here = ServerRow.of(server, servers, clock.instant()).href();
        Confirmation question = new Confirmation(
                "Delete the server “" + server.name() + "”?",
                List.of(
                        "Its URL opens nothing any more, at once and for good.",
                        "Clients that use it stop working, also in the middle of a call.",
                        "The connection and its other servers stay as they are."),
                here + "/delete",
                "Delete the server",
                here);
        return pages.page(visit, "confirm", "Delete a server", SECTION, question);
    }

    private Answer delete(Visit visit) {
        servers.delete(visit.actor(), connectionId(visit), id(visit));
        return Answer.seeOther("/admin/connections/" + connectionId(visit) + "?done=server-deleted");
    }

    private HostedServer server(Visit visit) {
        return servers.get(connectionId(visit), id(visit));
    }

    private static String connectionId(Visit visit) {
        return visit.path().get(0);
    }

    private static String id(Visit visit) {
        return visit.path().get(1);
    }

    private static Answer done(Visit visit, String what) {
        return Answer.seeOther("/admin/connections/" + connectionId(visit) + "/servers/" + id(visit) + "?done=" + what);
    }
}
