package dev.toolsmith.platform.api;

import dev.toolsmith.platform.account.Connections;
import dev.toolsmith.platform.model.Connection;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Connected accounts. */
final class ConnectionRoutes {

    private static final String ALL = "/api/v1/connections";
    private static final String ONE = ALL + "/{connectionId}";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_KEY = 8192;
    private static final Pages.Form<Connection> FORM =
            new Pages.Form<>("connections", Connection::createdAt, Connection::id, ConnectionRoutes::json);

    private final Connections connections;
    private final Pages pages;
    private final String usualApp;

    ConnectionRoutes(ManagementApi.Parts parts, Pages pages) {
        this.connections = parts.connections();
        this.usualApp = parts.usualApp();
        this.pages = pages;
    }

    List<Route> all() {
        return List.of(
                Route.of("GET", ALL, call -> pages.of(connections.all(), FORM, call))
                        .knowing(Pages.PARAMETERS),
                Route.of("POST", ALL, this::connect),
                Route.of("GET", ONE, call -> Reply.json(200, json(connections.get(id(call))))),
                Route.of("PATCH", ONE, this::rename),
                Route.of("DELETE", ONE, this::delete),
                Route.of("POST", ONE + "/check", call -> {
                    empty(call);
                    return Reply.json(200, json(connections.check(call.actor(), id(call))));
                }),
                Route.of("POST", ONE + "/pause", call -> {
                    empty(call);
                    return Reply.json(200, json(connections.pause(call.actor(), id(call))));
                }),
                Route.of("POST", ONE + "/resume", call -> {
                    empty(call);
                    return Reply.json(200, json(connections.resume(call.actor(), id(call))));
                }),
                Route.of("PUT", ONE + "/credential", this::reauthorise));
    }

    private Reply connect(ApiCall call) {
        Fields body = Fields.of(call.body(), "app", "name", "api_key");
        String app = body.optionalText("app", LONGEST_NAME).orElse(usualApp);
        String name = body.text("name", LONGEST_NAME);
        String key = body.secret("api_key", LONGEST_KEY);
        body.check();
        return Reply.json(201, json(connections.connect(call.actor(), app, name, key)));
    }

    private Reply rename(ApiCall call) {
        connections.get(id(call));
        Fields body = Fields.of(call.body(), "name");
        String name = body.text("name", LONGEST_NAME);
        body.check();
        return Reply.json(200, json(connections.rename(call.actor(), id(call), name)));
    }

    private Reply reauthorise(ApiCall call) {
        connections.get(id(call));
        Fields body = Fields.of(call.body(), "api_key");
        String key = body.secret("api_key", LONGEST_KEY);
        body.check();
        return Reply.json(200, json(connections.reauthorise(call.actor(), id(call), key)));
    }

    private Reply delete(ApiCall call) {
        connections.delete(call.actor(), id(call));
        return Reply.done();
    }

    /** Refuses a body that says something where nothing is to be said. */
    static void empty(ApiCall call) {
        Fields.of(call.bodyIfAny()).check();
    }

    private static String id(ApiCall call) {
        return call.slot("connectionId");
    }

    private static JsonNode json(Connection connection) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", connection.id());
        json.put("app", connection.app());
        json.put("name", connection.name());
        json.put("state", connection.state().name().toLowerCase(Locale.ROOT));
        Texts.putOrNull(json, "state_reason", connection.stateReason());
        Texts.putOrNull(json, "workspace_id", connection.workspaceId());
        Texts.putOrNull(json, "workspace_name", connection.workspaceName());
        connection.scopes().ifPresentOrElse(scopes -> Texts.put(json, "scopes", scopes), () -> json.putNull("scopes"));
        json.put("credential_hint", connection.credentialHint());
        json.put("created_by", connection.createdBy());
        json.put("created_at", Times.write(connection.createdAt()));
        return json.put("updated_at", Times.write(connection.updatedAt()));
    }
}
