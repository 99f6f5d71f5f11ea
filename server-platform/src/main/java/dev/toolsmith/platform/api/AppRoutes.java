package dev.toolsmith.platform.api;

import dev.toolsmith.platform.hosting.HostedServers;
import dev.toolsmith.platform.model.AppVersionRow;
import dev.toolsmith.platform.versions.AppVersion;
import dev.toolsmith.platform.versions.VersionKeeper;
import dev.toolsmith.runtime.bundle.ToolPreset;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The apps that can be connected, and the versions of their tools. */
final class AppRoutes {

    private final VersionKeeper versions;
    private final HostedServers servers;

    AppRoutes(ManagementApi.Parts parts) {
        this.versions = parts.versions();
        this.servers = parts.servers();
    }

    List<Route> all() {
        return List.of(Route.of("GET", "/api/v1/apps", call -> list()));
    }

    private Reply list() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode apps = json.putArray("data");
        for (AppVersion newest : versions.versions().newest()) {
            ObjectNode app = apps.addObject();
            app.put("app", newest.app());
            app.put("title", newest.manifest().title());
            ArrayNode presets = app.putArray("presets");
            servers.presets(newest.app()).forEach(preset -> presets.add(preset(newest, preset)));
            ArrayNode all = app.putArray("versions");
            versions.known(newest.app()).forEach(row -> all.add(version(row)));
        }
        Texts.putOrNull(json, "problem", versions.problem());
        return Reply.json(200, json);
    }

    private static ObjectNode preset(AppVersion newest, ToolPreset preset) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", preset.name());
        json.put("summary", preset.summary());
        return json.put("tools", newest.view(preset.selection()).tools().size());
    }

    private ObjectNode version(AppVersionRow row) {
        Optional<AppVersion> offered = versions.versions().find(row.app(), row.digest());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("digest", row.digest());
        json.put("version", row.version());
        json.put("first_seen_at", Times.write(row.firstSeenAt()));
        json.put("newest", row.newest());
        json.put("servers", servers.countOf(row.app(), row.digest()));
        offered.ifPresentOrElse(
                version -> json.put("tools", version.tools().tools().size()), () -> json.putNull("tools"));
        Texts.putOrNull(json, "problem", versions.trouble(row.app(), row.digest()));
        return json;
    }
}
