package com.example.golden;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import javax.annotation.processing.Generated;

@Generated("dev.toolsmith")
public final class GoldenPostXml implements ApiTool {
    @Override
    public String name() {
        return "golden_post_xml";
    }

    @Override
    public ApiRequest toRequest(ToolArguments args) {
        return ApiRequest.post("/things")
                .textBody(args.optional("body"))
                .contentType("application/xml");
    }
}
