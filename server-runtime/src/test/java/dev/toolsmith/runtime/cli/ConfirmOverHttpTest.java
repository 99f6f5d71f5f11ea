package dev.toolsmith.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.FixtureBundle;
import dev.toolsmith.runtime.fixture.Modern;
import dev.toolsmith.runtime.fixture.ServerProcess;
import dev.toolsmith.runtime.fixture.ShopServer;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.fixture.ToolJar;
import dev.toolsmith.runtime.tool.ApiRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What users agree to over HTTP is for one account, whichever bundles the tools come from. */
@Timeout(180)
class ConfirmOverHttpTest {

    private static final Pattern AGREED =
            Pattern.compile("\"inputRequests\":\\{\"(?<question>[^\"]*)\".*\"requestState\":\"(?<state>[^\"]*)\"");

    @TempDir
    private Path folder;

    private final StubApi api = new StubApi();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void settle() {
        environment.put("SHOP_BASE_URL", api.url().toString());
        environment.put("TOOLSMITH_SIGNING_KEY", "0123456789abcdef0123456789abcdef");
        environment.put("TOOLSMITH_CONFIRM", "writes");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    /** What a server that has just been started for an account answers. */
    private String answerFor(String account, String tool, String more, List<String> options) throws Exception {
        environment.put("SHOP_API_KEY", account);
        List<String> args = new ArrayList<>(List.of("http", "--port", "0"));
        args.addAll(options);
        try (ServerProcess server =
                ServerProcess.start(ShopServer.class, List.of(), environment, args.toArray(String[]::new))) {
            String line = server.line();
            HttpRequest request = HttpRequest.newBuilder(URI.create(line.substring(line.indexOf("http://"))))
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json, text/event-stream")
                    .header("MCP-Protocol-Version", "2026-07-28")
                    .header("Mcp-Method", "tools/call")
                    .header("Mcp-Name", tool)
                    .POST(HttpRequest.BodyPublishers.ofString(Modern.call("1", tool, "{}", more, Modern.FORMS, "")))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        }
    }

    private void isForOneAccount(String tool, List<String> options) throws Exception {
        Matcher asked = AGREED.matcher(answerFor("k", tool, "", options));
        assertThat(asked.find()).isTrue();
        String agreed = ",\"inputResponses\":{\"" + asked.group("question")
                + "\":{\"action\":\"accept\",\"content\":{}}},\"requestState\":\"" + asked.group("state") + "\"";

        assertThat(answerFor("another", tool, agreed, options))
                .contains("is not what this server gave for this request");
        assertThat(api.journal()).isEmpty();
        assertThat(answerFor("k", tool, agreed, options)).contains("\"isError\":false");
        assertThat(api.journal()).hasSize(1);
    }

    @Test
    void whatWasAgreedToIsForTheSameAccountOnly() throws Exception {
        isForOneAccount("shop_delete", List.of());
    }

    @Test
    void soItIsWithToolsOfABundleThatMayBeReplaced() throws Exception {
        FixtureBundle deleting =
                new FixtureBundle("shop").with("delete_a", "delete", "things", "", "{}", given -> ApiRequest.get("/"));
        String index = new String(deleting.open("index.json").readAllBytes(), StandardCharsets.UTF_8);
        Path bundle = ToolJar.of("shop", "delete_a")
                .file("META-INF/toolsmith/shop/index.json", index)
                .writeTo(folder.resolve("shop.jar"));
        isForOneAccount("delete_a", List.of("--bundle", bundle.toString()));
    }
}
