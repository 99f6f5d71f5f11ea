package com.example.golden;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import javax.annotation.processing.Generated;

@Generated("dev.toolsmith")
public final class GoldenUpload implements ApiTool {
    @Override
    public String name() {
        return "golden_upload";
    }

    @Override
    public ApiRequest toRequest(ToolArguments args) {
        return ApiRequest.put("/forms").multipartBody(args.only("shared", "file", "count"));
    }
}
