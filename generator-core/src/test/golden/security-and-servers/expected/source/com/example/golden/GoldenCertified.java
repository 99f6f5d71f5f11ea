package com.example.golden;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import javax.annotation.processing.Generated;

@Generated("dev.toolsmith")
public final class GoldenCertified implements ApiTool {
    @Override
    public String name() {
        return "golden_certified";
    }

    @Override
    public ApiRequest toRequest(ToolArguments args) {
        return ApiRequest.get("/certified");
    }
}
