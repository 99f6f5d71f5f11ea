package com.example.golden;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import javax.annotation.processing.Generated;

@Generated("dev.toolsmith")
public final class GoldenClash implements ApiTool {
    @Override
    public String name() {
        return "golden_clash";
    }

    @Override
    public ApiRequest toRequest(ToolArguments args) {
        return ApiRequest.post("/clash/{id}")
                .path("id", args.required("id"))
                .jsonBody(args.optional("body"));
    }
}
