package com.example.golden;

import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolArguments;
import javax.annotation.processing.Generated;

@Generated("dev.toolsmith")
public final class CreateAGoldenCompany implements ApiTool {
    @Override
    public String name() {
        return "create_a_golden_company";
    }

    @Override
    public ApiRequest toRequest(ToolArguments args) {
        return ApiRequest.post("/v2/objects/companies/records").jsonBody(args.only("data"));
    }
}
