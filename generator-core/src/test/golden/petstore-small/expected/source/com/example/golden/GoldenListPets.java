package com.example.golden;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import javax.annotation.processing.Generated;

@Generated("dev.toolsmith")
public final class GoldenListPets implements ApiTool {
    @Override
    public String name() {
        return "golden_list_pets";
    }

    @Override
    public ApiRequest toRequest(ToolArguments args) {
        return ApiRequest.get("/pets")
                .query("limit", args.optional("limit"))
                .query("cursor", args.optional("cursor"));
    }
}
