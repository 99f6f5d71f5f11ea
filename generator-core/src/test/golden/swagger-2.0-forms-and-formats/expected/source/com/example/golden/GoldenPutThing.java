package com.example.golden;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import javax.annotation.processing.Generated;

@Generated("dev.toolsmith")
public final class GoldenPutThing implements ApiTool {
    @Override
    public String name() {
        return "golden_put_thing";
    }

    @Override
    public ApiRequest toRequest(ToolArguments args) {
        return ApiRequest.put("/things").jsonBody(args.only("kind", "anything", "closed", "again"));
    }
}
