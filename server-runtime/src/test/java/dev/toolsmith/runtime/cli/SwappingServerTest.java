package dev.toolsmith.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.runtime.bundle.ToolConfigurationException;
import dev.toolsmith.runtime.fixture.ExactServer;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.fixture.ToolJar;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.ToolBundle;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.tool.UnknownToolException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class SwappingServerTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final StubApi api = new StubApi();
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Throwable> faults = new ArrayList<>();
    private final List<SwappingServer> servers = new ArrayList<>();
    private String typed = "";

    @BeforeEach
    void setCredential() {
        environment.put("SHOP_API_KEY", "k");
        environment.put("SHOP_BASE_URL", api.url().toString());
    }

    @AfterEach
    void stop() {
        servers.forEach(SwappingServer::close);
        api.close();
    }

    private ToolJar shop(String... tools) {
        return ToolJar.of("shop", tools);
    }

    private Path write(ToolJar jar) {
        return jar.writeTo(folder.resolve("shop.jar"));
    }

    private VerbCall verbCall(String... options) {
        return verbCall(List.of(), options);
    }

    private VerbCall verbCall(List<ServerExtension> extensions, String... options) {
        List<String> args =
                new ArrayList<>(List.of("--bundle", folder.resolve("shop.jar").toString()));
        args.addAll(List.of(options));
        Surroundings surroundings = new Surroundings(
                environment,
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new ByteArrayOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new VerbCall(
                new ServerIdentity("test", "1", ""),
                List.of(),
                extensions,
                CommandLine.of(new HttpVerb(), args),
                surroundings);
    }

    private SwappingServer serverOf(VerbCall call) {
        SwappingServer server = new SwappingServer(call, true, faults::add);
        servers.add(server);
        call.servedBundles().onChange(server);
        return server;
    }

    private static CompletableFuture<ToolResult> call(SwappingServer server, String tool) {
        return server.call(new ToolCall(tool, new byte[] {'{', '}'}, CallOrigin.UNKNOWN, new CompletableFuture<>()));
    }

    private static List<String> names(SwappingServer server) {
        return server.tools().stream().map(ToolDescriptor::name).toList();
    }

    private static String listing(SwappingServer server) {
        var listed = server.listing();
        return new String(listed.bytes(), listed.offset(), listed.length(), StandardCharsets.UTF_8);
    }

    @Test
    void aCallUnderWayFinishesOnTheOldBundleWhileTheNextOnesAreOfTheNew() throws Exception {
        write(shop("get_a", "get_b"));
        VerbCall call = verbCall();
        SwappingServer server = serverOf(call);
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        api.answering((request, out, socket) -> {
            if (request.line().contains("/get_b")) {
                arrived.countDown();
                release.await();
            }
            StubApi.json("{\"path\":\"" + request.line().split(" ", -1)[1] + "\"}")
                    .write(request, out, socket);
        });
        CompletableFuture<ToolResult> held = call(server, "get_b");
        assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();
        AtomicInteger told = new AtomicInteger();
        server.changes().orElseThrow().listen(told::incrementAndGet);

        write(shop("get_a", "get_c").source("T_get_a", """
                public final class T_get_a implements ApiTool {
                    @Override public String name() { return "get_a"; }
                    @Override public ApiRequest toRequest(ToolArguments args) { return ApiRequest.get("/moved"); }
                }
                """));
        assertThat(call.servedBundles().reload()).hasSize(1);

        assertThat(told).hasValue(1);
        assertThat(names(server)).containsExactly("get_a", "get_c");
        assertThat(listing(server)).contains("get_c").doesNotContain("get_b");
        assertThat(call(server, "get_a"))
                .succeedsWithin(LONG)
                .satisfies(result -> assertThat(new String(result.text(), StandardCharsets.UTF_8))
                        .isEqualTo("{\"path\":\"/moved\"}"));
        assertThat(call(server, "get_b"))
                .failsWithin(LONG)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(UnknownToolException.class);
        assertThat(held).isNotDone();
        release.countDown();
        assertThat(held)
                .succeedsWithin(LONG)
                .satisfies(result -> assertThat(new String(result.text(), StandardCharsets.UTF_8))
                        .isEqualTo("{\"path\":\"/get_b\"}"));
        assertThat(faults).isEmpty();
    }

    @Test
    void connectionsStayOpenOverASwap() {
        write(shop("get_a"));
        VerbCall call = verbCall();
        SwappingServer server = serverOf(call);
        assertThat(call(server, "get_a")).succeedsWithin(LONG);
        write(shop("get_a", "get_b"));
        call.servedBundles().reload();

        assertThat(call(server, "get_b")).succeedsWithin(LONG);
        assertThat(api.openConnections()).isEqualTo(1);
        assertThat(api.journal()).hasSize(2);
    }

    @Test
    void whatIsKnownOfAnAccountIsKeptOverASwap() {
        api.answering(StubApi.json("{\"fields\":[\"color\"]}"));
        write(shop("create_shop_item", "list_all_shop_fields"));
        VerbCall call = verbCall(List.of(new ExactServer()));
        SwappingServer server = serverOf(call);
        ServedList list = server.list(SchemaUse.WAIT);
        assertThat(current(list)).contains("\"enum\":[\"color\"]").doesNotContain("get_a");
        write(shop("create_shop_item", "get_a", "list_all_shop_fields"));
        call.servedBundles().reload();

        assertThat(current(list)).contains("\"enum\":[\"color\"]", "get_a");
        assertThat(call(server, "create_shop_item"))
                .succeedsWithin(LONG)
                .satisfies(result -> assertThat(new String(result.text(), StandardCharsets.UTF_8))
                        .contains("there are color"));
        assertThat(api.journal()).hasSize(1);
        assertThat(faults).isEmpty();
    }

    private static String current(ServedList list) {
        var tools = list.currentListing().orTimeout(60, TimeUnit.SECONDS).join().tools();
        return new String(tools.bytes(), tools.offset(), tools.length(), StandardCharsets.UTF_8);
    }

    @Test
    void aSelectionThatFitsNothingOfTheNewBundleRefusesIt() {
        write(shop("get_a", "get_b"));
        VerbCall call = verbCall("--tools", "get_b");
        SwappingServer server = serverOf(call);
        write(shop("get_a"));

        assertThatThrownBy(() -> call.servedBundles().reload())
                .isInstanceOf(ToolConfigurationException.class)
                .hasMessageStartingWith("No tool has the name \"get_b\".");
        assertThat(names(server)).containsExactly("get_b");
        assertThat(call(server, "get_b")).succeedsWithin(LONG);
    }

    @Test
    void theSelectionNarrowsTheNewBundleToo() {
        write(shop("get_a", "get_b"));
        VerbCall call = verbCall("--tools", "get_b");
        SwappingServer server = serverOf(call);
        write(shop("get_b", "get_c"));
        call.servedBundles().reload();

        assertThat(names(server)).containsExactly("get_b");
    }

    @Test
    void aBundleWhoseCredentialIsMissingIsRefused() {
        write(shop("get_a"));
        VerbCall call = verbCall();
        SwappingServer server = serverOf(call);
        String manifest = "META-INF/toolsmith/shop/manifest.json";
        ToolJar other = shop("get_a").file(manifest, """
                {"formatVersion":1,"app":"shop","title":"Shop","version":"3","sha256":"00","bundleClass":"%s",
                 "baseUrl":"https://shop.example","env":{"apiKey":"OTHER_KEY","baseUrl":"SHOP_BASE_URL"},
                 "security":[{"name":"b","type":"http","scheme":"bearer","in":"","parameter":""}]}
                """.formatted(shop().bundleClass()));
        write(other);

        assertThatThrownBy(() -> call.servedBundles().reload())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("There is no credential for Shop")
                .hasMessageContaining("OTHER_KEY");
        environment.put("OTHER_KEY", "now");
        assertThat(call.servedBundles().reload()).hasSize(1);
        assertThat(call(server, "get_a")).succeedsWithin(LONG);
        assertThat(api.only().header("authorization")).isEqualTo("Bearer now");
    }

    @Test
    void aCredentialThatWasTypedIsKeptOverASwap() {
        environment.remove("SHOP_API_KEY");
        environment.put("SHOP_API_KEY_FILE", "-");
        typed = "from-input\n";
        write(shop("get_a"));
        VerbCall call = verbCall();
        SwappingServer server = serverOf(call);
        write(shop("get_a", "get_b"));
        call.servedBundles().reload();

        assertThat(call(server, "get_b")).succeedsWithin(LONG);
        assertThat(api.only().header("authorization")).isEqualTo("Bearer from-input");
    }

    @Test
    void theClassesOfAnOldBundleAreGivenBackAfterItsLastCall() {
        write(shop("get_a"));
        VerbCall call = verbCall();
        SwappingServer server = serverOf(call);
        WeakReference<ClassLoader> old = loaderAfterACall(call, server);
        write(shop("get_a", "get_b"));
        call.servedBundles().reload();
        assertThat(call(server, "get_b")).succeedsWithin(LONG);

        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (old.get() != null && System.nanoTime() < deadline) {
            System.gc();
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(old.get()).isNull();
    }

    private static WeakReference<ClassLoader> loaderAfterACall(VerbCall call, SwappingServer server) {
        ToolBundle bundle = call.bundles().get(0);
        assertThat(call(server, "get_a")).succeedsWithin(LONG);
        return new WeakReference<>(bundle.getClass().getClassLoader());
    }

    @Test
    void whatIsSignedIsForTheAccountThatIsCalled() {
        write(shop("get_a"));
        environment.put("TOOLSMITH_SIGNING_KEY", "0123456789abcdef0123456789abcdef");
        String word = serverOf(verbCall()).word();
        assertThat(serverOf(verbCall()).word()).isEqualTo(word);
        environment.put("SHOP_API_KEY", "another");

        assertThat(serverOf(verbCall()).word()).isNotEqualTo(word);
    }

    @Test
    void aReplacedFileIsNoticedAndSaidOnStandardError() {
        write(shop("get_a"));
        SwappingServer server = new SwappingServer(verbCall(), true, faults::add);
        servers.add(server);
        server.follow(new KernelEngine());
        CompletableFuture<Void> told = new CompletableFuture<>();
        server.changes().orElseThrow().listen(() -> told.complete(null));
        write(shop("get_a", "get_b").version("2.0.0"));

        assertThat(told).succeedsWithin(LONG);
        assertThat(names(server)).containsExactly("get_a", "get_b");
        await(() -> err.toString(StandardCharsets.UTF_8).endsWith("\n"));
        assertThat(err.toString(StandardCharsets.UTF_8))
                .matches("Replaced the bundle shop 1\\.0\\.0 \\([0-9a-f]{12}\\) -> 2\\.0\\.0 \\([0-9a-f]{12}\\):"
                        + " 1 tools added, 0 removed\\.\n");
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void anEngineThatFollowsNoChangesSaysSo() {
        write(shop("get_a"));
        SwappingServer server = new SwappingServer(verbCall(), true, faults::add);
        servers.add(server);
        server.follow(new StillEngine());

        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "The engine \"still\" serves the bundles that it began with: restart it to move to others.\n");
    }

    private static final class StillEngine implements Engine {

        @Override
        public String name() {
            return "still";
        }

        @Override
        public PipeService overPipe(
                EngineParts parts, java.io.InputStream in, java.io.OutputStream out, Runnable afterFlush) {
            throw new UnsupportedOperationException();
        }

        @Override
        public HttpService overHttp(EngineParts parts, dev.toolsmith.runtime.transport.http.HttpSettings settings) {
            throw new UnsupportedOperationException();
        }
    }
}
