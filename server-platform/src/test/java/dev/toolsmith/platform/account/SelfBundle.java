package dev.toolsmith.platform.account;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import dev.toolsmith.runtime.tool.ToolBundle;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The one tool of the sandbox that tells whose a credential is. */
final class SelfBundle implements ToolBundle {

    static final String TOOL = "get_self";

    @Override
    public String app() {
        return "attio";
    }

    @Override
    public ApiTool tool(String name) {
        return new ApiTool() {
            @Override
            public String name() {
                return TOOL;
            }

            @Override
            public ApiRequest toRequest(ToolArguments args) {
                return ApiRequest.get("/v2/self");
            }
        };
    }

    @Override
    public InputStream open(String name) {
        return new ByteArrayInputStream(resource(name).getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String name) {
        return switch (name) {
            case "manifest.json" ->
                "{\"formatVersion\":1,\"app\":\"attio\",\"title\":\"Attio\",\"version\":\"1\",\"sha256\":\"00\","
                        + "\"bundleClass\":\"x.Y\",\"baseUrl\":\"https://attio.example\","
                        + "\"env\":{\"apiKey\":\"ATTIO_API_KEY\",\"baseUrl\":\"ATTIO_BASE_URL\"},\"security\":"
                        + "[{\"name\":\"oauth2\",\"type\":\"oauth2\",\"scheme\":\"\",\"in\":\"\",\"parameter\":\"\"}]}";
            case "catalogue.json" -> "[\n{\"name\":\"get_self\"}\n]\n";
            case "index.json" ->
                "{\"tools\":[{\"name\":\"get_self\",\"method\":\"GET\",\"path\":\"/v2/self\",\"kind\":\"get\","
                        + "\"class\":\"read\",\"tags\":[\"meta\"],\"tag\":\"meta\",\"scopes\":[],\"reads\":true,"
                        + "\"offset\":2,\"length\":19}]}";
            default -> "{\"type\":\"object\",\"additionalProperties\":false}";
        };
    }
}
