package dev.toolsmith.platform.api;

import dev.toolsmith.platform.account.Connections;
import dev.toolsmith.platform.hosting.HostedServers;
import dev.toolsmith.platform.model.HostedServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** The servers of a connection, and which tools they would offer. */
final class ServerRoutes {

    private static final int LONGEST_OVERLAP = 86_400;

    private final HostedServers servers;
    private final Connections connections;
    private final Pages pages;
    private final ToolPreview preview;
    private final ServerJson form;
    private final String connection;
    private final String all;

    private ServerRoutes(ManagementApi.Parts parts, Pages pages, ToolPreview preview, boolean ofAccounts) {
        this.servers = parts.servers();
        this.connections = parts.connections();
        this.pages = pages;
        this.preview = preview;
        this.form = new ServerJson(parts.servers(), parts.clock(), ofAccounts);
        this.connection = ofAccounts ? "/integrated-account/{connectionId}" : "/api/v1/connections/{connectionId}";
        this.all = connection + (ofAccounts ? "/mcp" : "/servers");
    }

    /** The routes under this API's own names. */
    static List<Route> own(ManagementApi.Parts parts, Pages pages, ToolPreview preview) {
        ServerRoutes routes = new ServerRoutes(parts, pages, preview, false);
        List<Route> all = new ArrayList<>(routes.common());
        String one = routes.all + "/{serverId}";
        all.add(Route.of("POST", one + "/roll", routes::roll));
        all.add(Route.of("POST", one + "/pause", routes::pause));
        all.add(Route.of("POST", one + "/resume", routes::resume));
        return all;
    }

    /** The routes under the other product's names. */
    static List<Route> ofAccounts(ManagementApi.Parts parts, Pages pages, ToolPreview preview) {
        return new ServerRoutes(parts, pages, preview, true).common();
    }

    private List<Route> common() {
        String one = all + "/{serverId}";
        return List.of(
                Route.of("GET", all, this::list).knowing(Pages.PARAMETERS),
                Route.of("POST", all, this::create),
                Route.of("GET", one, call -> shown(servers.get(connectionId(call), id(call)))),
                Route.of("PATCH", one, this::change),
                Route.of("DELETE", one, this::delete),
                Route.of("GET", connection + "/tools", call -> preview.of(call, form))
                        .knowing(ToolPreview.PARAMETERS));
    }

    private Reply list(ApiCall call) {
        String id = connections.get(connectionId(call)).id();
        Pages.Form<HostedServer> listed =
                new Pages.Form<>("servers " + id, HostedServer::createdAt, HostedServer::id, form::of);
        return pages.of(servers.of(id), listed, call);
    }

    private Reply create(ApiCall call) {
        String id = connections.get(connectionId(call)).id();
        HostedServers.Draft draft = ServerForm.draft(call.body(), preset -> servers.preset(id, preset));
        return Reply.json(201, form.of(servers.create(call.actor(), id, draft)));
    }

    private Reply change(ApiCall call) {
        HostedServer before = servers.get(connectionId(call), id(call));
        JsonNode body = call.body();
        UnaryOperator<HostedServer> change = ServerForm.change(body);
        if (body.isEmpty()) {
            return shown(before);
        }
        return shown(servers.change(call.actor(), connectionId(call), id(call), change));
    }

    private Reply delete(ApiCall call) {
        servers.delete(call.actor(), connectionId(call), id(call));
        return Reply.done();
    }

    private Reply roll(ApiCall call) {
        servers.get(connectionId(call), id(call));
        Fields body = Fields.of(call.bodyIfAny(), "overlap_seconds");
        int overlap = body.number("overlap_seconds", 0, LONGEST_OVERLAP).orElse(0);
        body.check();
        HostedServers.Issued issued =
                servers.roll(call.actor(), connectionId(call), id(call), Duration.ofSeconds(overlap));
        return Reply.json(200, form.of(issued));
    }

    private Reply pause(ApiCall call) {
        ConnectionRoutes.empty(call);
        return shown(servers.pause(call.actor(), connectionId(call), id(call)));
    }

    private Reply resume(ApiCall call) {
        ConnectionRoutes.empty(call);
        return shown(servers.resume(call.actor(), connectionId(call), id(call)));
    }

    private Reply shown(HostedServer server) {
        return Reply.json(200, form.of(server));
    }

    private static String connectionId(ApiCall call) {
        return call.slot("connectionId");
    }

    private static String id(ApiCall call) {
        return call.slot("serverId");
    }
}
