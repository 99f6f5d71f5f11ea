package com.example.golden;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import javax.annotation.processing.Generated;

@Generated("dev.toolsmith")
public final class GoldenImage implements ApiTool {
    @Override
    public String name() {
        return "golden_image";
    }

    @Override
    public ApiRequest toRequest(ToolArguments args) {
        return ApiRequest.put("/image")
                .binaryBody(args.required("body"))
                .contentType("image/png");
    }
}
