package com.example.golden;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import javax.annotation.processing.Generated;

@Generated("dev.toolsmith")
public final class GoldenVersioned implements ApiTool {
    @Override
    public String name() {
        return "golden_versioned";
    }

    @Override
    public ApiRequest toRequest(ToolArguments args) {
        return ApiRequest.put("/versioned")
                .jsonBody(args.only("a"))
                .contentType("application/vnd.thing+json; version=2");
    }
}
