package dev.toolsmith.platform.api;

import dev.toolsmith.platform.hosting.HostedServers;
import dev.toolsmith.platform.hosting.ServerState;
import dev.toolsmith.platform.model.Choice;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ServerConfig;
import java.time.Clock;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Servers as answers show them.
 *
 * @param servers tells what they offer at this moment
 * @param clock tells which have expired
 * @param ofAccounts whether the connection's id stands there under its other name too
 */
record ServerJson(HostedServers servers, Clock clock, boolean ofAccounts) {

    ObjectNode of(HostedServer server) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", server.id());
        json.put("name", server.name());
        putConnection(json, server.connectionId());
        json.set("config", config(server.config()));
        json.put("state", state(server));
        ServerState now = servers.stateOf(server);
        Texts.putOrNull(json, "version", now.version());
        ObjectNode dropped = json.putObject("dropped");
        new TreeMap<>(now.dropped()).forEach((member, words) -> Texts.put(dropped, member, words));
        Texts.putOrNull(json, "notice", now.notice());
        json.put("created_by", server.createdBy());
        json.put("created_at", Times.write(server.createdAt()));
        json.put("updated_at", Times.write(server.updatedAt()));
        Texts.putOrNull(json, "expires_at", server.expiresAt().map(Times::write));
        return json;
    }

    /** With what is shown this once. */
    ObjectNode of(HostedServers.Issued issued) {
        return of(issued.server())
                .put("token", issued.token())
                .put("url", issued.url().toString());
    }

    void putConnection(ObjectNode json, String connectionId) {
        json.put("connection_id", connectionId);
        if (ofAccounts) {
            json.put("integrated_account_id", connectionId);
        }
    }

    private String state(HostedServer server) {
        if (server.isExpired(clock.instant())) {
            return "expired";
        }
        return server.paused() ? "paused" : "active";
    }

    private static ObjectNode config(ServerConfig config) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Texts.put(json, "methods", config.methods());
        Texts.put(json, "tags", config.tags());
        Texts.put(json, "tools", config.tools());
        Texts.put(json, "denied_tools", config.deniedTools());
        json.put("read_only", config.readOnly());
        json.put("require_api_token_auth", config.requireApiTokenAuth());
        config.callsPerMinute()
                .ifPresentOrElse(calls -> json.put("calls_per_minute", calls), () -> json.putNull("calls_per_minute"));
        Texts.putOrNull(json, "pinned_version", config.pinnedVersion());
        json.put("tool_exposure", Choice.word(config.conduct().exposure()));
        json.put("confirm", Choice.word(config.conduct().confirm()));
        json.put("view", Choice.word(config.conduct().view()));
        json.put("structured", config.conduct().structured());
        return json;
    }
}
