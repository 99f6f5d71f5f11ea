package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.fixture.FixtureBundle;
import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ToolBundle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server of three tools, run inside the test's own process. */
final class TestServer {

    private static final String SCHEMA =
            "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"}},\"additionalProperties\":false}";

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final McpServer server;
    private final Map<String, String> environment;
    private String input = "";

    TestServer(Map<String, String> environment, ServerExtension... extensions) {
        this(bundle(), environment, extensions);
    }

    TestServer(ToolBundle bundle, Map<String, String> environment, ServerExtension... extensions) {
        this.environment = environment;
        this.server = McpServer.named("shop-mcp-server", "0.1.0").with(bundle).instructing("Sells things.");
        for (ServerExtension extension : extensions) {
            server.extendedBy(extension);
        }
    }

    static FixtureBundle bundle() {
        return new FixtureBundle("shop")
                .with("create_shop_item", "create", "items", "", SCHEMA, args -> ApiRequest.post("/items"))
                .with("get_shop_item", "get", "items", "", SCHEMA, args -> ApiRequest.get("/item"))
                .with("list_all_shop_orders", "list", "orders", "", SCHEMA, args -> ApiRequest.get("/orders"));
    }

    TestServer typing(String text) {
        input = text;
        return this;
    }

    int run(String... args) {
        Surroundings surroundings = new Surroundings(
                environment,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return server.run(surroundings, args);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** An extension with an embedded API that answers at a given address. */
    record Sandbox(java.net.URI baseUrl) implements ServerExtension, EmbeddedUpstream, EmbeddedUpstream.Running {

        @Override
        public Optional<EmbeddedUpstream> embeddedUpstream() {
            return Optional.of(this);
        }

        @Override
        public List<Engine> engines() {
            return List.of();
        }

        @Override
        public String app() {
            return "shop";
        }

        @Override
        public Running start() {
            return this;
        }

        @Override
        public String token() {
            return "sandbox-token";
        }

        @Override
        public void close() {}
    }
}
