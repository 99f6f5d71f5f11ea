package dev.toolsmith.platform.hosting;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import dev.toolsmith.runtime.tool.ToolBundle;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.node.StringNode;

/** A small API of companies, deals and webhooks, with one tool of each kind that matters. */
final class CrmBundle implements ToolBundle {

    private static final String ANY = "{\"type\":\"object\"}";
    private static final String DATA =
            "{\"type\":\"object\",\"properties\":{\"data\":{\"type\":\"object\"}},\"required\":[\"data\"],"
                    + "\"additionalProperties\":false}";

    private record Tool(
            String kind, String row, boolean reads, String schema, Function<ToolArguments, ApiRequest> request) {}

    private final Map<String, Tool> tools = new TreeMap<>();

    CrmBundle() {
        reads("crm_get_self", "get", "account", "", args -> ApiRequest.get("/self"));
        reads("crm_list_companies", "list", "companies", "company:read", args -> ApiRequest.get("/companies"));
        reads(
                "crm_get_company",
                "get",
                "companies",
                "company:read",
                args -> ApiRequest.get("/companies/{id}")
                        .path("id", args.optional("id").orElse(StringNode.valueOf("1"))));
        tools.put(
                "crm_list_deals",
                new Tool(
                        "list",
                        row("list", "read", "deals", "deal:read", true)
                                + ",\"pagination\":{\"style\":\"none\",\"items\":\"/data\"}",
                        true,
                        ANY,
                        args -> ApiRequest.get("/deals")));
        reads(
                "crm_search_records",
                "search",
                "records",
                "record:read",
                args -> ApiRequest.post("/search").jsonBody(args.only("query")));
        writes("crm_create_company", "create", "companies", "company:read-write", "/companies");
        writes("crm_create_webhook", "create", "webhooks", "webhook:read-write", "/webhooks");
        tools.put(
                "crm_merge_records",
                new Tool(
                        "merge",
                        row("merge", "custom", "records", "", false) + ",\"scopesKnown\":false",
                        false,
                        ANY,
                        args -> ApiRequest.post("/merge").jsonBody(args.only("data"))));
    }

    private void reads(String name, String kind, String tag, String scope, Function<ToolArguments, ApiRequest> to) {
        String toolClass = kind.equals("search") ? "custom" : "read";
        tools.put(name, new Tool(kind, row(kind, toolClass, tag, scope, true), true, ANY, to));
    }

    private void writes(String name, String kind, String tag, String scope, String path) {
        tools.put(
                name,
                new Tool(
                        kind,
                        row(kind, "write", tag, scope, false),
                        false,
                        DATA,
                        args -> ApiRequest.post(path).jsonBody(args.only("data"))));
    }

    private static String row(String kind, String toolClass, String tag, String scope, boolean reads) {
        String scopes = scope.isEmpty() ? "" : "\"" + scope + "\"";
        return "\"kind\":\"" + kind + "\",\"class\":\"" + toolClass + "\",\"tags\":[\"" + tag + "\"],\"tag\":\"" + tag
                + "\",\"scopes\":[" + scopes + "],\"reads\":" + reads;
    }

    @Override
    public String app() {
        return "crm";
    }

    @Override
    public ApiTool tool(String name) {
        Tool tool = tools.get(name);
        if (tool == null) {
            throw new IllegalArgumentException(name);
        }
        return new ApiTool() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public ApiRequest toRequest(ToolArguments args) {
                return tool.request().apply(args);
            }
        };
    }

    @Override
    public InputStream open(String name) {
        return new ByteArrayInputStream(resource(name).getBytes(StandardCharsets.UTF_8));
    }

    private String resource(String name) {
        return switch (name) {
            case "manifest.json" ->
                "{\"formatVersion\":1,\"app\":\"crm\",\"title\":\"CRM\",\"version\":\"1\",\"sha256\":\"00\","
                        + "\"bundleClass\":\"x.Y\",\"baseUrl\":\"https://crm.example\",\"env\":{\"apiKey\":\"CRM_KEY\","
                        + "\"baseUrl\":\"CRM_URL\"},\"security\":[{\"name\":\"oauth2\",\"type\":\"oauth2\",\"scheme\":\"\","
                        + "\"in\":\"\",\"parameter\":\"\"}]}";
            case "catalogue.json" -> catalogue();
            case "index.json" -> index();
            default -> schema(name.replace("schemas/", "").replace(".json", ""));
        };
    }

    private String schema(String tool) {
        Tool known = tools.get(tool);
        if (known == null) {
            throw new IllegalArgumentException("No resource of " + tool);
        }
        return known.schema();
    }

    private String catalogue() {
        return "["
                + String.join(
                        ",", tools.keySet().stream().map(CrmBundle::listed).toList()) + "]";
    }

    private String index() {
        StringBuilder text = new StringBuilder("{\"tools\":[");
        int offset = 1;
        for (Map.Entry<String, Tool> tool : tools.entrySet()) {
            int length = listed(tool.getKey()).length();
            text.append(offset == 1 ? "" : ",")
                    .append("{\"name\":\"")
                    .append(tool.getKey())
                    .append("\",\"method\":\"GET\",\"path\":\"/")
                    .append(tool.getKey())
                    .append("\",")
                    .append(tool.getValue().row())
                    .append(",\"offset\":")
                    .append(offset)
                    .append(",\"length\":")
                    .append(length)
                    .append("}");
            offset += length + 1;
        }
        return text.append("]}").toString();
    }

    private static String listed(String name) {
        return "{\"name\":\"" + name + "\",\"inputSchema\":{\"type\":\"object\"}}";
    }
}
