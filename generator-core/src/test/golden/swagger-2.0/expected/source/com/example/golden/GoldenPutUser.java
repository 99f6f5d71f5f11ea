package com.example.golden;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import javax.annotation.processing.Generated;

@Generated("dev.toolsmith")
public final class GoldenPutUser implements ApiTool {
    @Override
    public String name() {
        return "golden_put_user";
    }

    @Override
    public ApiRequest toRequest(ToolArguments args) {
        return ApiRequest.put("/users/{id}")
                .path("id", args.required("id"))
                .query("tags", args.optional("tags"), "form", false)
                .jsonBody(args.only("name", "age"));
    }
}
