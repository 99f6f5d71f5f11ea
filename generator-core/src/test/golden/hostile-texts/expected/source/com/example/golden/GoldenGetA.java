package com.example.golden;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import javax.annotation.processing.Generated;

@Generated("dev.toolsmith")
public final class GoldenGetA implements ApiTool {
    @Override
    public String name() {
        return "golden_get_a";
    }

    @Override
    public ApiRequest toRequest(ToolArguments args) {
        return ApiRequest.get("/a/{id}\";System.exit(1);*/\u00e9//u002a")
                .path("id", args.required("id"))
                .query("q\"\\u0022\u0085\u2028\u00e9", args.optional("q_u0022"));
    }
}
