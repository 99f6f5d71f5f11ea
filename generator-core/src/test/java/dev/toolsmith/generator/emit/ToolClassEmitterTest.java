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
import dev.toolsmith.generator.tool.BodyPart;
import dev.toolsmith.generator.tool.ToolBody;
import dev.toolsmith.generator.tool.ToolBody.Encoding;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ToolClassEmitterTest {

    private static final ToolBody JSON = Tools.body(Encoding.JSON, "application/json");

    private final ToolClassEmitter emitter = new ToolClassEmitter(new JavaNames("com.acme.tools"));

    @Test
    void aToolIsItsNameAndOneExpression() {
        ToolModel tool = Tools.put(
                "acme_entries_overwrite",
                "/v2/lists/{list}/entries/{entry_id}",
                JSON,
                new PathArgument("list", "list", "simple", false),
                new PathArgument("entry_id", "entry_id", "simple", false),
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
                JSON,
                new PathArgument("id", "id", "simple", false),
                new QueryArgument("fields", "fields[]", false, "form", true),
                new QueryArgument("ids", "ids", true, "spaceDelimited", false),
                new HeaderArgument("x_trace", "X-Trace", false, "simple", false),
                new CookieArgument("session", "session", true, "form", false),
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
    void aParameterOfAnotherStyleSaysSo() {
        ToolModel tool = Tools.get(
                "styles",
                "/things/{ids}",
                new PathArgument("ids", "ids", "matrix", true),
                new QueryArgument("filter", "filter", false, "json", false),
                new HeaderArgument("x_map", "X-Map", true, "simple", true),
                new CookieArgument("c", "c", false, "form", true));

        assertThat(request(tool)).isEqualTo("""
                        return ApiRequest.get("/things/{ids}")
                                .path("ids", args.required("ids"), "matrix", true)
                                .query("filter", args.optional("filter"), "json", false)
                                .header("X-Map", args.required("x_map"), "simple", true)
                                .cookie("c", args.optional("c"), "form", true);
                        """);
    }

    @Test
    void aBodyIsSentInItsMediaType() {
        WholeBody whole = new WholeBody("body", true);
        BodyProperty property = new BodyProperty("a", "a", false);

        assertThat(request(JSON, whole)).endsWith(".jsonBody(args.required(\"body\"));\n");
        assertThat(request(Tools.body(Encoding.JSON, "application/merge-patch+json"), property))
                .endsWith("""
                                .jsonBody(args.only("a"))
                                .contentType("application/merge-patch+json");
                        """);
        assertThat(request(Tools.body(Encoding.FORM, "application/x-www-form-urlencoded"), property))
                .endsWith(".formBody(args.only(\"a\"));\n");
        assertThat(request(Tools.body(Encoding.MULTIPART, "multipart/form-data"), property))
                .endsWith(".multipartBody(args.only(\"a\"));\n");
        assertThat(request(Tools.body(Encoding.TEXT, "text/csv"), new WholeBody("body", false)))
                .endsWith("""
                                .textBody(args.optional("body"))
                                .contentType("text/csv");
                        """);
        assertThat(request(Tools.body(Encoding.BINARY, "application/octet-stream"), whole))
                .endsWith(".binaryBody(args.required(\"body\"));\n");
    }

    @Test
    void whatIsSaidOfAPropertyFollowsTheBody() {
        ToolBody body = Tools.body(
                Encoding.MULTIPART,
                "multipart/form-data",
                new BodyPart("note", "application/json", "", false),
                new BodyPart("tags", "", "pipeDelimited", false));

        assertThat(request(body, new BodyProperty("note", "note", false))).endsWith("""
                                .multipartBody(args.only("note"))
                                .typed("note", "application/json")
                                .styled("tags", "pipeDelimited", false);
                        """);
    }

    @Test
    void aLongBodyIsWrittenOneArgumentALine() {
        BodyProperty[] properties = IntStream.range(10, 30)
                .mapToObj(i -> new BodyProperty("argument_" + i, "argument_" + i, false))
                .toArray(BodyProperty[]::new);

        String request = request(Tools.put("long_one", "/long", JSON, properties));

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

    private String request(ToolBody body, ArgumentBinding binding) {
        return request(Tools.put("t", "/t", body, binding));
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
