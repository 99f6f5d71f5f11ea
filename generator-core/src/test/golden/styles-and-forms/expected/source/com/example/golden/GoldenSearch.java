package com.example.golden;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import javax.annotation.processing.Generated;

@Generated("dev.toolsmith")
public final class GoldenSearch implements ApiTool {
    @Override
    public String name() {
        return "golden_search";
    }

    @Override
    public ApiRequest toRequest(ToolArguments args) {
        return ApiRequest.post("/search")
                .formBody(args.only("where", "ids"))
                .styled("where", "deepObject", true)
                .styled("ids", "form", false);
    }
}
