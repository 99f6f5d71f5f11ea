package com.example.golden;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import javax.annotation.processing.Generated;

@Generated("dev.toolsmith")
public final class GoldenPath implements ApiTool {
    @Override
    public String name() {
        return "golden_path";
    }

    @Override
    public ApiRequest toRequest(ToolArguments args) {
        return ApiRequest.get("/matrix/{ids}/label/{point}/json/{filter}")
                .path("ids", args.required("ids"), "matrix", true)
                .path("point", args.required("point"), "label", false)
                .path("filter", args.required("filter"), "json", false);
    }
}
