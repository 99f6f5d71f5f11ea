package dev.toolsmith.platform.admin;

import dev.toolsmith.platform.account.Connections;
import dev.toolsmith.platform.hosting.HostedServers;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.versions.AppVersions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The connected accounts: a list, a page for each, and what can be done with them. */
final class ConnectionPages {

    private static final String LIST = "/admin/connections";
    private static final String ONE = LIST + "/*";
    private static final String SECTION = "connections";

    private final Connections connections;
    private final HostedServers servers;
    private final Pages pages;
    private final AppVersions versions;
    private final Clock clock;

    ConnectionPages(AdminParts parts, Pages pages) {
        this.connections = parts.connections();
        this.servers = parts.servers();
        this.pages = pages;
        this.clock = parts.clock();
        this.versions = parts.tools().versions();
    }

    /** Titles of the APIs that there are now, by their names. */
    private Map<String, String> apps() {
        Map<String, String> apps = new TreeMap<>();
        versions.newest()
                .forEach(version -> apps.put(version.app(), version.manifest().title()));
        return apps;
    }

    List<Route> routes() {
        return List.of(
                Route.get(LIST, this::list),
                Route.post(LIST, this::connect),
                Route.get(LIST + "/new", visit -> connectForm(200, visit, new Draft("", "", apps(), "", ""))),
                Route.get(ONE, this::one),
                Route.post(ONE + "/check", this::check),
                Route.post(ONE + "/pause", visit -> {
                    connections.pause(visit.actor(), id(visit));
                    return done(visit, "paused");
                }),
                Route.post(ONE + "/resume", visit -> {
                    connections.resume(visit.actor(), id(visit));
                    return done(visit, "resumed");
                }),
                Route.post(ONE + "/rename", this::rename),
                Route.get(ONE + "/authorise", visit -> keyForm(200, visit, "")),
                Route.post(ONE + "/authorise", this::authorise),
                Route.get(ONE + "/delete", this::askToDelete),
                Route.post(ONE + "/delete", this::delete));
    }

    /** A connection in the list. */
    record Row(Connection connection, Mark mark, int servers) {

        String href() {
            return LIST + "/" + connection.id();
        }
    }

    /**
     * The form of a new connection.
     *
     * @param app the API that was chosen; empty for the first
     * @param name as it was typed
     * @param apps titles of APIs by their names
     * @param problem what is wrong; empty for nothing
     * @param wrong the field that is wrong; empty for none
     */
    record Draft(String app, String name, Map<String, String> apps, String problem, String wrong) {}

    /** A connection with its servers. */
    record One(Connection connection, Mark mark, String app, List<ServerRow> servers) {

        String href() {
            return LIST + "/" + connection.id();
        }

        String created() {
            return Moments.text(connection.createdAt());
        }

        boolean isPaused() {
            return mark.text().equals("Paused");
        }
    }

    /** The form of a new key. */
    record NewKey(Connection connection, String problem) {

        String href() {
            return LIST + "/" + connection.id();
        }
    }

    private Answer list(Visit visit) {
        List<Row> rows = connections.all().stream()
                .map(one -> new Row(one, Mark.of(one), servers.of(one.id()).size()))
                .toList();
        return pages.page(visit, "connections", "Connections", SECTION, rows);
    }

    private Answer connectForm(int status, Visit visit, Draft draft) {
        return pages.page(status, visit, "connect", "Connect an account", SECTION, draft);
    }

    private Answer connect(Visit visit) {
        Map<String, String> apps = apps();
        String app = visit.field("app").isEmpty() && !apps.isEmpty()
                ? apps.keySet().iterator().next()
                : visit.field("app");
        String name = visit.field("name");
        try {
            Connection made = connections.connect(visit.actor(), app, name, visit.field("api_key"));
            return Answer.seeOther(LIST + "/" + made.id() + "?done=connected");
        } catch (ProblemException problem) {
            String wrong = problem.pointer().replace("/", "");
            return connectForm(problem.status(), visit, new Draft(app, name, apps, problem.detail(), wrong));
        }
    }

    private Answer one(Visit visit) {
        Connection connection = connection(visit);
        List<ServerRow> rows = servers.of(connection.id()).stream()
                .map(server -> ServerRow.of(server, servers, clock.instant()))
                .toList();
        String app = apps().getOrDefault(connection.app(), connection.app());
        One view = new One(connection, Mark.of(connection), app, rows);
        return pages.page(visit, "connection", connection.name(), SECTION, view);
    }

    private Answer check(Visit visit) {
        connections.check(visit.actor(), id(visit));
        return done(visit, "checked");
    }

    private Answer rename(Visit visit) {
        connections.rename(visit.actor(), id(visit), visit.field("name"));
        return done(visit, "renamed");
    }

    private Answer keyForm(int status, Visit visit, String problem) {
        NewKey view = new NewKey(connection(visit), problem);
        return pages.page(status, visit, "newKey", "Give a new key", SECTION, view);
    }

    private Answer authorise(Visit visit) {
        try {
            connections.reauthorise(visit.actor(), id(visit), visit.field("api_key"));
        } catch (ProblemException problem) {
            return keyForm(problem.status(), visit, problem.detail());
        }
        return done(visit, "authorised");
    }

    private Answer askToDelete(Visit visit) {
        Connection connection = connection(visit);
        int count = servers.of(connection.id()).size();
        String here = LIST + "/" + connection.id();
        Confirmation question = new Confirmation(
                "Delete the connection “" + connection.name() + "”?",
                List.of(
                        "Its key is destroyed. To connect the account again you need a key of it.",
                        count == 1 ? "Its one server is deleted too." : "Its " + count + " servers are deleted too.",
                        "Clients that use them stop working at once.",
                        "Nothing changes in the account itself, and the audit trail stays."),
                here + "/delete",
                "Delete the connection",
                here);
        return pages.page(visit, "confirm", "Delete a connection", SECTION, question);
    }

    private Answer delete(Visit visit) {
        connections.delete(visit.actor(), id(visit));
        return Answer.seeOther(LIST + "?done=connection-deleted");
    }

    private Connection connection(Visit visit) {
        return connections.get(id(visit));
    }

    private static String id(Visit visit) {
        return visit.path().get(0);
    }

    private static Answer done(Visit visit, String what) {
        return Answer.seeOther(LIST + "/" + id(visit) + "?done=" + what);
    }
}
