package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The admin pages in a real browser, over the product's own process. With {@code -Dscreenshots} it writes what it sees to
 * {@code docs/screenshots}.
 */
final class AdminPagesIT {

    private static final Pattern LISTENING = Pattern.compile("Listening on (http://\\S+)");
    private static final Pattern SETUP_CODE = Pattern.compile("Setup code: (\\S+)");
    private static final Pattern SANDBOX_KEY = Pattern.compile("Sandbox API key: (\\S+)");
    private static final String EMAIL = "ada@example.com";
    private static final String PASSWORD = "correct horse battery";
    private static final int CORPUS_SERVERS = 25;
    private static final int HEADING_STEP = 4;

    @TempDir
    Path folder;

    private ServerProcess server;
    private Chromium chromium;
    private String base;
    private Page page;

    @BeforeEach
    void start() {
        server = ServerProcess.logging(
                Product.command(
                        "serve",
                        "--sandbox",
                        "--port",
                        "0",
                        "--data-dir",
                        folder.resolve("data").toString()),
                Map.of());
        base = server.log().await(LISTENING).group(1);
        PlaywrightAssertions.setDefaultAssertionTimeout((double) Waiting.LONG.toMillis());
        chromium = new Chromium();
        page = chromium.page();
    }

    @AfterEach
    void stop() {
        chromium.close();
        server.close();
    }

    @Test
    void fromAnEmptyFolderToTheFirstCallOfAClient() {
        setUp();
        connect();
        String url = createReadOnlyServer();

        assertThat(firstCallOfAClient(url)).contains("workspace_name");

        showTheRest();
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void withoutScriptsEveryStepWorksToo() {
        BrowserContext plain = chromium.window(390, 844, ColorScheme.LIGHT, false);
        page = plain.newPage();
        setUp();
        connect();
        button("Create a server", AriaRole.LINK).first().click();
        page.getByLabel("Name", exactly()).fill("Companies");
        button("Show the tools", AriaRole.BUTTON).click();
        PlaywrightAssertions.assertThat(page.getByLabel("Name", exactly())).hasValue("Companies");
        button("Create the server", AriaRole.BUTTON).click();

        assertThat(page.getByLabel("Its URL").inputValue()).contains("/mcp/tsm_");
        shot("server-url-phone");
        page.navigate(base + "/admin/connections");
        button("Sign out", AriaRole.BUTTON).click();
        PlaywrightAssertions.assertThat(page.getByText("You are signed out.")).isVisible();
    }

    @Test
    void noTextRunsAsAScript() {
        setUp();
        connect();
        String connection = page.url().replaceFirst("\\?.*", "");
        List<String> corpus = corpus();
        assertThat(corpus).hasSizeGreaterThanOrEqualTo(100);
        String token = page.locator("input[name=form_token]").first().inputValue();
        for (int i = 0; i < corpus.size(); i++) {
            post("/admin/tokens", form(token, corpus.get(i)).append("permission", "CALL"));
            if (i < CORPUS_SERVERS) {
                post(
                        URI.create(connection).getPath() + "/servers",
                        form(token, corpus.get(i)).append("kind", "list").append("tag", "tasks"));
            }
        }
        for (String path :
                List.of("/admin/tokens", "/admin/audit", URI.create(connection).getPath())) {
            page.navigate(base + path);
            isUnmarked();
        }
        assertThat(page.locator("main").innerText()).contains("<script>marked=1</script>");
        for (int i = 0; i < corpus.size(); i += HEADING_STEP) {
            page.navigate(connection);
            page.getByLabel("Name", exactly()).fill(corpus.get(i));
            button("Rename", AriaRole.BUTTON).click();
            isUnmarked();
        }
        assertThat(chromium.complaints()).isEmpty();
        isRefusedByThePolicy();
    }

    /** The texts must not become scripts; if one did, the policy would still refuse it. Here one does. */
    private void isRefusedByThePolicy() {
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.marked=1\">')");
        page.evaluate("const s = document.createElement('script'); s.textContent = 'window.marked=1';"
                + " document.body.append(s)");
        page.waitForCondition(() -> chromium.complaintsSoFar() >= 2);
        isUnmarked();
    }

    private void isUnmarked() {
        assertThat(page.evaluate("typeof window.marked")).as(page.url()).isEqualTo("undefined");
    }

    private static FormData form(String token, String name) {
        return FormData.create().set("form_token", token).set("name", name);
    }

    private void post(String path, FormData form) {
        int status = page.context()
                .request()
                .post(base + path, RequestOptions.create().setForm(form).setHeader("Origin", base))
                .status();
        assertThat(status).as(path).isIn(200, 422);
    }

    private void setUp() {
        String code = server.log().await(SETUP_CODE).group(1);
        page.navigate(base + "/admin");
        PlaywrightAssertions.assertThat(page).hasTitle("Set up · Toolsmith");
        shot("setup");
        page.getByLabel("Setup code").fill(code);
        page.getByLabel("Your e-mail address").fill(EMAIL);
        page.getByLabel("A password").fill(PASSWORD);
        button("Set up and sign in", AriaRole.BUTTON).click();
        PlaywrightAssertions.assertThat(page).hasTitle("Connections · Toolsmith");
        shot("connections-empty");
    }

    private void connect() {
        String key = server.log().await(SANDBOX_KEY).group(1);
        button("Connect an account", AriaRole.LINK).click();
        page.getByLabel("Name", exactly()).fill("Sales workspace");
        page.getByLabel("API key").fill(key);
        shot("connect");
        button("Connect", AriaRole.BUTTON).click();
        PlaywrightAssertions.assertThat(page.getByText("The account is connected."))
                .isVisible();
        assertThat(page.content()).doesNotContain(key);
    }

    private String createReadOnlyServer() {
        shot("connection-empty");
        button("Create a server", AriaRole.LINK).first().click();
        PlaywrightAssertions.assertThat(page.locator("#tools h2")).hasText(Pattern.compile("\\d+ tools"));
        String before = page.locator("#tools h2").innerText();
        page.getByLabel("webhooks").check();
        PlaywrightAssertions.assertThat(page.locator("#tools h2")).not().hasText(before);
        page.getByLabel("webhooks").uncheck();
        PlaywrightAssertions.assertThat(page.locator("#tools h2")).hasText(before);
        shot("new-server");
        button("Create the server", AriaRole.BUTTON).click();
        String url = page.getByLabel("Its URL").inputValue();
        assertThat(url).startsWith(base + "/mcp/tsm_");
        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Copy"))
                        .first())
                .isVisible();
        shot("server-url");
        return url;
    }

    private static String firstCallOfAClient(String url) {
        try (McpSyncClient client = McpClient.sync(HttpClientStreamableHttpTransport.builder(url)
                        .endpoint(URI.create(url).getPath())
                        .build())
                .requestTimeout(Waiting.LONG)
                .initializationTimeout(Waiting.LONG)
                .build()) {
            client.initialize();
            List<String> tools =
                    client.listTools().tools().stream().map(tool -> tool.name()).toList();
            assertThat(tools)
                    .contains("list_all_attio_me", "list_all_attio_companies")
                    .noneMatch(tool -> tool.startsWith("create_") || tool.startsWith("delete_"));
            CallToolResult result = client.callTool(CallToolRequest.builder("list_all_attio_me")
                    .arguments(McpJsonDefaults.getMapper(), "{}")
                    .build());
            return ((TextContent) result.content().get(0)).text();
        }
    }

    private void showTheRest() {
        page.getByText("I have copied the URL").click();
        PlaywrightAssertions.assertThat(page.getByText("The URL that ends in")).containsText("in use");
        shot("server");
        page.navigate(base + "/admin/connections");
        shot("connections");
        button("Sales workspace", AriaRole.LINK).click();
        shot("connection");
        button("Delete", AriaRole.LINK).click();
        shot("confirm");
        page.navigate(base + "/admin/tokens");
        page.getByLabel("Name", exactly()).fill("Nightly report");
        button("Make the token", AriaRole.BUTTON).click();
        assertThat(page.getByLabel("The token", exactly()).inputValue()).startsWith("tsk_");
        shot("new-token");
        page.getByText("back to the tokens").click();
        shot("tokens");
        page.navigate(base + "/admin/audit");
        PlaywrightAssertions.assertThat(page.getByText("list_all_attio_me").first())
                .isVisible();
        shot("audit");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.goBack();
        page.navigate(base + "/admin/audit");
        shot("audit-dark");
        button("Sign out", AriaRole.BUTTON).click();
        PlaywrightAssertions.assertThat(page.getByText("You are signed out.")).isVisible();
        shot("sign-in-dark");
        page.getByLabel("E-mail address").fill(EMAIL);
        page.getByLabel("Password").fill(PASSWORD);
        button("Sign in", AriaRole.BUTTON).click();
        PlaywrightAssertions.assertThat(page).hasTitle("Connections · Toolsmith");
    }

    private Locator button(String name, AriaRole role) {
        return page.getByRole(role, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static GetByLabelOptions exactly() {
        return new GetByLabelOptions().setExact(true);
    }

    private void shot(String name) {
        if (System.getProperty("screenshots") == null) {
            return;
        }
        Path file = Product.repository().resolve("docs/screenshots").resolve(name + ".png");
        page.locator("h1").first().scrollIntoViewIfNeeded();
        page.screenshot(new ScreenshotOptions().setPath(file));
    }

    private static List<String> corpus() {
        try {
            return Files.readAllLines(
                            Product.repository().resolve("server-platform/src/test/resources/markup-corpus.txt"))
                    .stream()
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
