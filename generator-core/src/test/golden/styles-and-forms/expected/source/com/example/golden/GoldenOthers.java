package com.example.golden;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import javax.annotation.processing.Generated;

@Generated("dev.toolsmith")
public final class GoldenOthers implements ApiTool {
    @Override
    public String name() {
        return "golden_others";
    }

    @Override
    public ApiRequest toRequest(ToolArguments args) {
        return ApiRequest.get("/others")
                .query("pipes", args.optional("pipes"), "pipeDelimited", false)
                .query("commas", args.optional("commas"), "form", false)
                .query("where", args.optional("where"), "json", false)
                .header("X-Map", args.optional("x_map"), "simple", true)
                .cookie("list", args.optional("list"), "form", true);
    }
}
