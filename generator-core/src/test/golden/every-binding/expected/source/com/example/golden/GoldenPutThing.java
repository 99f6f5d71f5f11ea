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
        return ApiRequest.put("/things/{id}")
                .path("id", args.required("id"))
                .query("fields[]", args.optional("fields"))
                .query("ids", args.required("ids"), "spaceDelimited", false)
                .query("filter", args.optional("filter"), "deepObject", true)
                .header("X-Trace", args.optional("x_trace"))
                .cookie("session", args.optional("session"))
                .jsonBody(args.only(
                                "name",
                                "a_property_with_a_long_name_1",
                                "a_property_with_a_long_name_2",
                                "a_property_with_a_long_name_3",
                                "a_property_with_a_long_name_4")
                        .as("odd_key", "odd key!"));
    }
}
