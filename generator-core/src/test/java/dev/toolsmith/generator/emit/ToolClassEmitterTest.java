package dev.toolsmith.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.tool.ArgumentBinding;
import dev.toolsmith.generator.tool.ArgumentBinding.BodyProperty;
import dev.toolsmith.generator.tool.ArgumentBinding.CookieArgument;
import dev.toolsmith.generator.tool.ArgumentBinding.HeaderArgument;
import dev.toolsmith.generator.tool.ArgumentBinding.PathArgument;
import dev.toolsmith.generator.tool.ArgumentBinding.QueryArgument;
import dev.toolsmith.generator.tool.ArgumentBinding.ServerArgument;
import dev.toolsmith.generator.tool.ArgumentBinding.WholeBody;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ToolClassEmitterTest {

    private final ToolClassEmitter emitter = new ToolClassEmitter(new JavaNames("com.acme.tools"));

    @Test
    void aToolIsItsNameAndOneExpression() {
        ToolModel tool = Tools.put(
                "acme_entries_overwrite",
                "/v2/lists/{list}/entries/{entry_id}",
                "application/json",
                new PathArgument("list", "list"),
                new PathArgument("entry_id", "entry_id"),
                new BodyProperty("data", "data", true));

        assertThat(source(tool)).isEqualTo("""
                        package com.acme.tools;

                        import dev.toolsmith.runtime.tool.ApiRequest;
                        import dev.toolsmith.runtime.tool.ApiTool;
                        import dev.toolsmith.runtime.tool.ToolArguments;
                        import javax.annotation.processing.Generated;

                        @Generated("dev.toolsmith")
                        public final class AcmeEntriesOverwrite implements ApiTool {
                            @Override
                            public String name() {
                                return "acme_entries_overwrite";
                            }

                            @Override
                            public ApiRequest toRequest(ToolArguments args) {
                                return ApiRequest.put("/v2/lists/{list}/entries/{entry_id}")
                                        .path("list", args.required("list"))
                                        .path("entry_id", args.required("entry_id"))
                                        .jsonBody(args.only("data"));
                            }
                        }
                        """);
    }

    @Test
    void everyBindingHasItsCall() {
        ToolModel tool = Tools.put(
                "every",
                "/things/{id}",
                "application/json",
                new PathArgument("id", "id"),
                new QueryArgument("fields", "fields[]", false, "form", true),
                new QueryArgument("ids", "ids", true, "spaceDelimited", false),
                new HeaderArgument("x_trace", "X-Trace", false, false),
                new CookieArgument("session", "session", true, false),
                new ServerArgument("next_cursor"),
                new BodyProperty("id_body", "id", false),
                new BodyProperty("name", "name", true));

        assertThat(request(tool)).isEqualTo("""
                        return ApiRequest.put("/things/{id}")
                                .path("id", args.required("id"))
                                .query("fields[]", args.optional("fields"))
                                .query("ids", args.required("ids"), "spaceDelimited", false)
                                .header("X-Trace", args.optional("x_trace"))
                                .cookie("session", args.required("session"))
                                .jsonBody(args.only("name").as("id_body", "id"));
                        """);
    }

    @Test
    void aBodyIsSentInItsMediaType() {
        WholeBody whole = new WholeBody("body", true);
        BodyProperty property = new BodyProperty("a", "a", false);

        assertThat(request("application/json", whole)).endsWith(".jsonBody(args.required(\"body\"));\n");
        assertThat(request("application/merge-patch+json", property)).endsWith("""
                                .jsonBody(args.only("a"))
                                .contentType("application/merge-patch+json");
                        """);
        assertThat(request("application/x-www-form-urlencoded", property)).endsWith(".formBody(args.only(\"a\"));\n");
        assertThat(request("multipart/form-data", property)).endsWith(".multipartBody(args.only(\"a\"));\n");
        assertThat(request("text/csv", new WholeBody("body", false))).endsWith("""
                                .textBody(args.optional("body"))
                                .contentType("text/csv");
                        """);
        assertThat(request("application/octet-stream", whole)).endsWith(".binaryBody(args.required(\"body\"));\n");
    }

    @Test
    void aLongBodyIsWrittenOneArgumentALine() {
        BodyProperty[] properties = IntStream.range(10, 30)
                .mapToObj(i -> new BodyProperty("argument_" + i, "argument_" + i, false))
                .toArray(BodyProperty[]::new);

        String request = request(Tools.put("long_one", "/long", "application/json", properties));

        assertThat(request).contains("""
                        .jsonBody(args.only(
                                "argument_10",
                                "argument_11",
                """);
        assertThat(request.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(112));
    }

    @Test
    void aToolWithoutArgumentsIsOneCall() {
        assertThat(request(Tools.get("list_all", "/all"))).isEqualTo("return ApiRequest.get(\"/all\");\n");
    }

    private String request(String mediaType, ArgumentBinding binding) {
        return request(Tools.put("t", "/t", mediaType, binding));
    }

    private String source(ToolModel tool) {
        return emitter.emit(Tools.catalog(tool)).findFirst().orElseThrow().text();
    }

    /** The body of the method that makes the request, without its indentation. */
    private String request(ToolModel tool) {
        String source = source(tool);
        int from = source.indexOf("args) {\n") + "args) {\n".length();
        return source.substring(from, source.lastIndexOf("    }\n}")).replaceAll("(?m)^ {8}", "");
    }
}
