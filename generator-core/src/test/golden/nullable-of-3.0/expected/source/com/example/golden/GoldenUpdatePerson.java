package com.example.golden;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import javax.annotation.processing.Generated;

@Generated("dev.toolsmith")
public final class GoldenUpdatePerson implements ApiTool {
    @Override
    public String name() {
        return "golden_update_person";
    }

    @Override
    public ApiRequest toRequest(ToolArguments args) {
        return ApiRequest.patch("/people/{id}")
                .path("id", args.required("id"))
                .jsonBody(args.only("email", "kind", "age", "home"));
    }
}
