package com.example.golden;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import javax.annotation.processing.Generated;

@Generated("dev.toolsmith")
public final class GoldenFormats implements ApiTool {
    @Override
    public String name() {
        return "golden_formats";
    }

    @Override
    public ApiRequest toRequest(ToolArguments args) {
        return ApiRequest.get("/formats/{ids}")
                .path("ids", args.required("ids"))
                .query("pipes", args.optional("pipes"), "pipeDelimited", false)
                .query("csv", args.optional("csv"), "form", false)
                .query("ssv", args.optional("ssv"), "spaceDelimited", false)
                .query("multi", args.optional("multi"))
                .query("bounded", args.optional("bounded"))
                .header("X-List", args.optional("x_list"));
    }
}
