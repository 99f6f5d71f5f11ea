package com.example.golden;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import javax.annotation.processing.Generated;

@Generated("dev.toolsmith")
public final class GoldenForm implements ApiTool {
    @Override
    public String name() {
        return "golden_form";
    }

    @Override
    public ApiRequest toRequest(ToolArguments args) {
        return ApiRequest.post("/forms")
                .formBody(args.only("shared", "csv", "multi"))
                .styled("csv", "form", false)
                .styled("multi", "form", true);
    }
}
