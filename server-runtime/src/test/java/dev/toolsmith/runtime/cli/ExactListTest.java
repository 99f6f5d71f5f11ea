package dev.toolsmith.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.ExactServer;
import dev.toolsmith.runtime.fixture.Listen;
import dev.toolsmith.runtime.fixture.ServerProcess;
import dev.toolsmith.runtime.fixture.StubApi;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class ExactListTest {

    private static final String HELLO = "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":"
            + "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}";
    private static final String INITIALIZED = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
    private static final String UNANSWERED =
            ",\"_meta\":{\"dev.toolsmith/schema\":{\"used\":\"published\",\"reason\":\"it was not answered in time\"}}";
    private static final String BEING_READ = ",\"_meta\":{\"dev.toolsmith/schema\":{\"used\":\"published\","
            + "\"reason\":\"the schema of this account is being read\"}}";

    private final StubApi api = new StubApi().answering(StubApi.json("{\"fields\":[\"color\",\"size\"]}"));
    private final CountDownLatch released = new CountDownLatch(1);

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        released.countDown();
        api.close();
    }

    private ServerProcess start(List<String> flags, String... args) {
        return ServerProcess.start(
                ExactServer.class,
                flags,
                Map.of("SHOP_API_KEY", "k", "SHOP_BASE_URL", api.url().toString()),
                args);
    }

    private static String list(int id) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/list\"}";
    }

    private static String create(int id, String field) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":"
                + "{\"name\":\"create_shop_item\",\"arguments\":{\"field\":\"" + field + "\"}}}";
    }

    private static String listed(int id, String tools, String meta) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{\"tools\":" + tools + meta + "}}";
    }

    private static String onOneLine(String json) {
        return json.replace(" ", "");
    }

    private void hangingOnFields() {
        api.answering((request, out, socket) -> {
            if (request.target().endsWith("/fields")) {
                released.await();
            }
            StubApi.json("{\"made\":true}").write(request, out, socket);
        });
    }

    @Test
    void theFirstListIsPublishedAndTheSecondExactAfterTheClientWasTold() throws Exception {
        try (ServerProcess server = start(List.of(), "stdio")) {
            assertThat(server.answer(HELLO)).contains("\"listChanged\":true");
            server.send(INITIALIZED);
            assertThat(onOneLine(server.answer(list(1))))
                    .isEqualTo(onOneLine(listed(1, ExactServer.PUBLISHED, BEING_READ)));
            assertThat(server.line()).isEqualTo(Listen.changed());
            assertThat(server.answer(list(2))).isEqualTo(listed(2, ExactServer.exact("color", "size"), ""));
            assertThat(server.end()).isZero();
            assertThat(server.errors()).isEmpty();
        }
        assertThat(api.only().line()).isEqualTo("GET /shop/fields HTTP/1.1");
    }

    @Test
    void aSubscriptionThatComesAfterTheChangeIsToldOfIt() {
        try (ServerProcess server = start(List.of(), "stdio")) {
            server.answer(list(1));
            assertThat(server.answer(create(2, "taste"))).contains("there are color, size");
            server.send(Listen.toTools("3"));
            assertThat(server.line()).isEqualTo(Listen.acknowledged("3"));
            assertThat(server.line()).isEqualTo(Listen.changed("3"));
        }
    }

    @Test
    void theFirstListWaitsWhereThatIsAskedFor() {
        try (ServerProcess server = start(List.of(), "stdio", "--schemas", "wait")) {
            assertThat(server.answer(list(1))).isEqualTo(listed(1, ExactServer.exact("color", "size"), ""));
        }
    }

    @Test
    void publishedSchemasAreListedAndNoCallIsCheckedWhereThatIsAskedFor() throws Exception {
        try (ServerProcess server = start(List.of(), "stdio", "--schemas", "published")) {
            assertThat(server.answer(HELLO)).contains("\"listChanged\":false");
            assertThat(onOneLine(server.answer(list(1)))).isEqualTo(onOneLine(listed(1, ExactServer.PUBLISHED, "")));
            assertThat(server.answer(create(2, "taste"))).contains("\"isError\":false");
            assertThat(server.end()).isZero();
        }
        assertThat(api.only().line()).isEqualTo("POST /items HTTP/1.1");
    }

    @Test
    void aCallIsCheckedBeforeAnythingWasListed() {
        try (ServerProcess server = start(List.of(), "stdio")) {
            assertThat(server.answer(create(1, "taste")))
                    .contains("\"isError\":true", "field: there are color, size.")
                    .doesNotContain("dev.toolsmith/schema");
        }
        assertThat(api.only().line()).isEqualTo("GET /shop/fields HTTP/1.1");
    }

    @Test
    void anApiThatDoesNotAnswerReadsHoldsUpNeitherListsNorCalls() throws Exception {
        hangingOnFields();
        try (ServerProcess server = start(List.of(), "stdio")) {
            server.answer(HELLO);
            server.send(INITIALIZED);
            assertThat(server.answer(list(1))).contains("is being read");
            assertThat(onOneLine(server.answer(list(2))))
                    .isEqualTo(onOneLine(listed(2, ExactServer.PUBLISHED, UNANSWERED)));
            assertThat(server.answer(create(3, "taste")))
                    .contains("made", "\"isError\":false")
                    .endsWith(UNANSWERED + "}}");
            assertThat(server.end()).isZero();
            assertThat(server.errors()).isEmpty();
        }
    }

    @Test
    void factsThatComeAfterAListHadNotWaitedForThemAreTold() {
        api.answering((request, out, socket) -> {
            if (request.target().endsWith("/fields")) {
                released.await();
            }
            StubApi.json("{\"fields\":[\"color\"]}").write(request, out, socket);
        });
        try (ServerProcess server = start(List.of(), "stdio", "--schemas", "wait")) {
            server.answer(HELLO);
            server.send(INITIALIZED);
            assertThat(server.answer(list(1))).contains("it was not answered in time");
            released.countDown();
            assertThat(server.line()).isEqualTo(Listen.changed());
            assertThat(server.answer(list(2))).isEqualTo(listed(2, ExactServer.exact("color"), ""));
        }
    }

    @Test
    void overHttpTheFirstListIsExact() throws Exception {
        try (ServerProcess server = start(List.of(), "http", "--port", "0")) {
            String first = server.line();
            HttpRequest request = HttpRequest.newBuilder(URI.create(first.substring(first.indexOf("http://"))))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(list(1)))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .body())
                    .isEqualTo(listed(1, ExactServer.exact("color", "size"), ""));
        }
    }

    @Test
    void untilTheFirstListIsAnsweredNothingOfAccountsIsLoaded() throws Exception {
        Path log = folder.resolve("classes.txt");
        try (ServerProcess server = start(List.of("-Xlog:class+load:file=" + log), "stdio")) {
            server.answer(list(1));
            assertThat(server.end()).isZero();
        }
        List<String> before = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            String name = line.substring(line.lastIndexOf(']') + 1).strip().split(" ", -1)[0];
            if (name.equals(OpenedApi.class.getName())) {
                break;
            }
            before.add(name);
        }
        assertThat(before)
                .contains(ServedList.class.getName())
                .noneMatch(name -> name.startsWith("tools.jackson.databind.")
                        || name.startsWith("dev.toolsmith.runtime.account.")
                        || name.startsWith("dev.toolsmith.runtime.upstream.OwnAccounts")
                        || name.endsWith(".ShopFields"));
    }
}
