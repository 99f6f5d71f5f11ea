package dev.toolsmith.platform.api;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import dev.toolsmith.runtime.tool.ToolBundle;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A bundle of a few tools of the API that the sandbox stands for. */
final class ShopBundle implements ToolBundle {

    /** The tool that tells whose credential it is. */
    static final String SELF = "attio_identify_self";

    private record Tool(String kind, String toolClass, boolean reads, String tag, String scopes, String path) {}

    private final Map<String, Tool> tools = new TreeMap<>(Map.of(
            SELF,
            new Tool("identify", "custom", true, "self", "", "/v2/self"),
            "list_all_attio_companies",
            read("list", "companies", "/v2/objects/companies/records/query"),
            "get_single_attio_company_by_id",
            read("get", "companies", "/v2/objects/companies/records/x"),
            "create_a_attio_company",
            write("create", "companies"),
            "delete_a_attio_company_by_id",
            write("delete", "companies"),
            "list_all_attio_people",
            read("list", "people", "/v2/objects/people/records/query"),
            "update_a_attio_person_by_id",
            write("update", "people"),
            "list_all_attio_notes",
            read("list", "notes", "/v2/notes"),
            "attio_records_search",
            new Tool("search", "custom", true, "search", "search:read", "/v2/search")));

    private static Tool read(String kind, String tag, String path) {
        return new Tool(kind, "read", true, tag, tag + ":read", path);
    }

    private static Tool write(String kind, String tag) {
        return new Tool(kind, "write", false, tag, tag + ":read-write", "/v2/" + tag + "/" + kind);
    }

    @Override
    public String app() {
        return "attio";
    }

    @Override
    public ApiTool tool(String name) {
        String path = tools.get(name).path();
        return new ApiTool() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public ApiRequest toRequest(ToolArguments args) {
                return ApiRequest.get(path);
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
                "{\"formatVersion\":1,\"app\":\"attio\",\"title\":\"Attio\",\"version\":\"2.0.0\",\"sha256\":\"00\","
                        + "\"bundleClass\":\"x.Y\",\"baseUrl\":\"https://api.example\",\"env\":{\"apiKey\":\"K\","
                        + "\"baseUrl\":\"B\"},\"security\":[{\"name\":\"oauth2\",\"type\":\"oauth2\",\"scheme\":\"\","
                        + "\"in\":\"\",\"parameter\":\"\"}]}";
            case "catalogue.json" ->
                "[\n"
                        + String.join(
                                ",\n",
                                tools.keySet().stream().map(ShopBundle::listed).toList()) + "\n]\n";
            case "index.json" -> index();
            default -> "{\"type\":\"object\"}";
        };
    }

    private String index() {
        StringBuilder text = new StringBuilder("{\"tools\":[");
        int offset = 2;
        for (Map.Entry<String, Tool> entry : tools.entrySet()) {
            Tool tool = entry.getValue();
            int length = listed(entry.getKey()).length();
            text.append(offset == 2 ? "" : ",")
                    .append("{\"name\":\"" + entry.getKey() + "\",\"method\":\"GET\",\"path\":\"" + tool.path()
                            + "\",\"kind\":\"" + tool.kind() + "\",\"class\":\"" + tool.toolClass() + "\",\"tags\":[\""
                            + tool.tag() + "\"],\"tag\":\"" + tool.tag() + "\",\"reads\":" + tool.reads()
                            + ",\"scopes\":[" + (tool.scopes().isEmpty() ? "" : "\"" + tool.scopes() + "\"")
                            + "],\"offset\":" + offset + ",\"length\":" + length + "}");
            offset += length + 2;
        }
        return text.append("]}").toString();
    }

    private static String listed(String name) {
        String title = name.startsWith("list") ? ",\"title\":\"" + name.replace('_', ' ') + "\"" : "";
        return "{\"name\":\"" + name + "\"" + title
                + ",\"description\":\"Does what it says.\",\"inputSchema\":{\"type\":\"object\"}}";
    }
}
