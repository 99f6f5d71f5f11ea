package dev.toolsmith.platform.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.toolsmith.platform.account.Connections;
import dev.toolsmith.platform.hosting.HostedServers;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ServerConduct;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.runtime.bundle.BundleManifest;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.Scopes;
import dev.toolsmith.runtime.cli.ToolTokens;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList.ListedTool;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows which tools a configuration leaves of a connection's, and what they need and cost. */
final class ToolPreview {

    /** The parameters that a preview is asked with. */
    static final List<String> PARAMETERS =
            List.of("methods", "tags", "tools", "denied_tools", "read_only", "pinned_version");

    private final Connections connections;
    private final HostedServers servers;
    private final Cache<BundleManifest, ToolTokens> tokensByVersion =
            Caffeine.newBuilder().weakKeys().build();

    ToolPreview(ManagementApi.Parts parts) {
        this.connections = parts.connections();
        this.servers = parts.servers();
    }

    Reply of(ApiCall call, ServerJson form) {
        Query query = call.query();
        ServerConfig config = new ServerConfig(
                query.texts("methods"),
                query.texts("tags"),
                query.texts("tools"),
                query.texts("denied_tools"),
                query.flag("read_only"),
                false,
                Optional.empty(),
                query.text("pinned_version"),
                ServerConduct.PLAIN);
        Connection connection = connections.get(call.slot("connectionId"));
        BundleTools tools = servers.preview(connection.id(), config);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (form.ofAccounts()) {
            form.putConnection(json, connection.id());
        }
        json.put("count", tools.tools().size());
        ArrayNode array = json.putArray("tools");
        tools.tools().forEach(tool -> array.add(tool(tools, tool)));
        NavigableSet<String> least = Scopes.least(tools);
        Texts.put(json, "scopes", least);
        List<String> missing = connection
                .scopes()
                .map(granted -> Scopes.missing(least, granted))
                .orElse(List.of());
        Texts.put(json, "missing_scopes", missing);
        json.put("tokens", tokens(tools).of(tools));
        return Reply.json(200, json);
    }

    private ToolTokens tokens(BundleTools tools) {
        return tokensByVersion.get(tools.manifests().get(0), first -> new ToolTokens());
    }

    private static ObjectNode tool(BundleTools tools, ToolDescriptor tool) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", tool.name());
        JsonNode title = listed(tools, tool).path("title");
        if (title.isString()) {
            json.put("title", title.stringValue());
        }
        json.put("method", tool.kind());
        json.put("class", tool.toolClass());
        json.put("tag", tool.tag());
        Texts.put(json, "tags", tool.tags());
        json.put("reads", tool.reads());
        Texts.put(json, "scopes", tool.scopes());
        return json;
    }

    private static JsonNode listed(BundleTools tools, ToolDescriptor tool) {
        ListedTool listed = tools.listed(tool);
        return JsonTree.read(Arrays.copyOfRange(listed.bytes(), listed.offset(), listed.offset() + listed.length()));
    }
}
