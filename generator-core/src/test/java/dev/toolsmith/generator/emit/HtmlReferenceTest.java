package dev.toolsmith.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.tool.ArgumentBinding.BodyProperty;
import dev.toolsmith.generator.tool.ArgumentBinding.PathArgument;
import dev.toolsmith.generator.tool.JsonSchema;
import dev.toolsmith.generator.tool.ToolBody;
import dev.toolsmith.generator.tool.ToolModel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HtmlReferenceTest {

    private static final String TREE = """
            {"type": "object", "required": ["id", "data"], "properties": {
              "id": {"type": "string", "format": "uuid"},
              "data": {"$ref": "#/$defs/node", "description": "The root."}},
             "$defs": {"node": {"type": "object", "required": ["size"], "description": "A node.", "properties": {
               "size": {"type": "integer", "minimum": 3},
               "children": {"type": "array", "items": {"$ref": "#/$defs/node"}},
               "tags": {"type": ["array", "null"], "items": {"type": "object", "properties": {"name": {"type": "string"}}}},
               "owner": {"anyOf": [{"type": "null"}, {"type": "object", "properties": {"email": {"type": "string"}}}]}}}}}
            """;

    @Test
    void tellsTheSizeOfEachToolOfEachTagAndOfAll() {
        ToolModel one = Tools.get("acme_one", "/one");
        ToolModel two = Tools.get("acme_two", "/two");

        String page = HtmlReference.of(Tools.catalog(one, two), Map.of(one.name(), 1_234, two.name(), 1));

        assertThat(page)
                .contains("<p>Acme 1.0. Tools: 2 (2 read). 1,235 tokens in all, by o200k.</p>")
                .contains("<h2>things <small>1,235 tokens</small></h2>")
                .contains("<code>acme_two</code></a> <small>1 token</small></li>")
                .contains("<dt>Size</dt><dd>1,234 tokens</dd>");
    }

    @Test
    void tellsNoSizeWhereNoneIsCounted() {
        assertThat(HtmlReference.of(Tools.catalog(Tools.get("acme_one", "/one")), Map.of()))
                .doesNotContain(" token", "<dt>Size</dt>");
    }

    @Test
    void showsWhatStandsInsideArgumentsAndFollowsRecursionOnce() {
        assertThat(NestedArguments.of(tree()).stream().map(row -> row.name() + ": " + row.type() + mark(row)))
                .containsExactly(
                        "id: string!",
                        "data: object!",
                        "data.size: integer!",
                        "data.children: array of object",
                        "data.tags: array of object or null",
                        "data.tags[].name: string",
                        "data.owner: null or object",
                        "data.owner.email: string");
    }

    @Test
    void showsTheLeastThatACallSays() {
        assertThat(ExampleArguments.of(tree())).contains("""
                {
                  "id" : "00000000-0000-4000-8000-000000000000",
                  "data" : {
                    "size" : 3
                  }
                }""");
        assertThat(ExampleArguments.of(Tools.get("acme_one", "/one"))).isEmpty();
    }

    @Test
    void showsArgumentsOfAToolWhoseBindingsAreNotKnown() {
        ToolModel tool = tree();
        ToolModel readBack = withSchema(Tools.get("acme_put", "/things/{id}"), TREE);

        assertThat(ArgumentRow.of(readBack).stream().map(ArgumentRow::place)).containsExactly("", "");
        assertThat(ArgumentRow.of(readBack).stream().map(row -> row.name() + mark(row)))
                .isEqualTo(ArgumentRow.of(tool).stream()
                        .map(row -> row.name() + mark(row))
                        .toList());
    }

    @Test
    void itsPolicyNamesTheHashesOfItsStyleAndItsScript() throws GeneralSecurityException {
        String page = HtmlReference.of(Tools.catalog(tree()), Map.of());

        assertThat(page)
                .contains("style-src 'sha256-" + hash(between(page, "<style>", "</style>")) + "'")
                .contains("script-src 'sha256-" + hash(between(page, "<script>", "</script>")) + "'");
    }

    private static ToolModel tree() {
        ToolModel put = Tools.put(
                "acme_put",
                "/things/{id}",
                Tools.body(ToolBody.Encoding.JSON, "application/json"),
                new PathArgument("id", "id", "simple", false),
                new BodyProperty("data", "data", true));
        return withSchema(put, TREE);
    }

    private static ToolModel withSchema(ToolModel tool, String schema) {
        JsonSchema input = new JsonSchema(Tools.json(schema));
        return new ToolModel(
                tool.name(),
                tool.title(),
                tool.description(),
                tool.httpMethod(),
                tool.path(),
                tool.kind(),
                tool.reads(),
                List.of("things"),
                tool.scopes(),
                true,
                Optional.empty(),
                tool.auth(),
                tool.hints(),
                Optional.empty(),
                tool.bindings(),
                tool.body(),
                input,
                input,
                Optional.empty(),
                tool.at());
    }

    private static String mark(ArgumentRow row) {
        return row.required() ? "!" : "";
    }

    private static String between(String page, String begin, String end) {
        return page.substring(page.indexOf(begin) + begin.length(), page.indexOf(end));
    }

    private static String hash(String text) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }
}
