package dev.toolsmith.platform.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.toolsmith.platform.account.Connections;
import dev.toolsmith.platform.hosting.HostedServers;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.runtime.bundle.BundleManifest;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.Exposure;
import dev.toolsmith.runtime.bundle.Scopes;
import dev.toolsmith.runtime.cli.ToolTokens;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList.ListedTool;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows which tools a configuration leaves of a connection's, and what they need and cost. */
final class ToolPreview {

    /** The parameters that a preview is asked with. */
    static final List<String> PARAMETERS = List.of(
            "preset", "methods", "tags", "tools", "denied_tools", "read_only", "pinned_version", "tool_exposure");

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
        UnaryOperator<ServerConfig> asked = asked(query);
        boolean areFound = query.oneOf("tool_exposure", Exposure.class).equals(Optional.of(Exposure.DISCOVERY));
        Connection connection = connections.get(call.slot("connectionId"));
        ServerConfig config =
                ServerForm.narrowed(query.text("preset"), name -> servers.preset(connection.id(), name), asked);
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
        json.put(
                "tokens",
                areFound ? tokens(tools).whereFound(tools) : tokens(tools).of(tools));
        return Reply.json(200, json);
    }

    private static UnaryOperator<ServerConfig> asked(Query query) {
        boolean hasReadOnly = query.text("read_only").isPresent();
        boolean readOnly = query.flag("read_only");
        Optional<String> pin = query.text("pinned_version");
        return begun -> new ServerConfig(
                        query.has("methods") ? query.texts("methods") : begun.methods(),
                        query.has("tags") ? query.texts("tags") : begun.tags(),
                        query.has("tools") ? query.texts("tools") : begun.tools(),
                        query.has("denied_tools") ? query.texts("denied_tools") : begun.deniedTools(),
                        hasReadOnly ? readOnly : begun.readOnly(),
                        false,
                        Optional.empty())
                .pinnedTo(pin);
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
