package com.example.golden;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import javax.annotation.processing.Generated;

@Generated("dev.toolsmith")
public final class GoldenDeletePet implements ApiTool {
    @Override
    public String name() {
        return "golden_delete_pet";
    }

    @Override
    public ApiRequest toRequest(ToolArguments args) {
        return ApiRequest.delete("/pets/{petId}").path("petId", args.required("petId"));
    }
}
