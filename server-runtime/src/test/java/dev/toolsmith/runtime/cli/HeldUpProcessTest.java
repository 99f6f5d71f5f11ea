package dev.toolsmith.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.ServerProcess;
import dev.toolsmith.runtime.fixture.ShopServer;
import dev.toolsmith.runtime.fixture.StubApi;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A machine may hold a process up at any moment: what its clients have sent goes on when it goes on. */
@Timeout(180)
@EnabledOnOs({OS.LINUX, OS.MAC})
class HeldUpProcessTest {

    private static final int CALLS = 16;

    private final StubApi api = new StubApi();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void stop() {
        api.close();
    }

    private CompletableFuture<HttpResponse<String>> call(URI endpoint, String tool) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\","
                        + "\"params\":{\"name\":\"" + tool + "\",\"arguments\":{}}}"))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }

    private void assertAllAnswered(List<CompletableFuture<HttpResponse<String>>> calls) throws Exception {
        for (CompletableFuture<HttpResponse<String>> each : calls) {
            assertThat(each.get(120, TimeUnit.SECONDS).body()).contains("\"isError\":false");
        }
    }

    private List<CompletableFuture<HttpResponse<String>>> calls(URI endpoint) {
        List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            calls.add(call(endpoint, i % 4 == 0 ? "shop_delete" : "shop_list"));
        }
        return calls;
    }

    @Test
    void callsOfClientsGoOnAndNoneIsSentTwice() throws Exception {
        Map<String, String> environment =
                Map.of("SHOP_API_KEY", "k", "SHOP_BASE_URL", api.url().toString());
        try (ServerProcess server =
                ServerProcess.start(ShopServer.class, List.of(), environment, "http", "--port", "0")) {
            String card = server.line();
            URI endpoint = URI.create(card.substring(card.indexOf("http://")));
            assertAllAnswered(calls(endpoint));
            server.signal("STOP");
            List<CompletableFuture<HttpResponse<String>>> held = calls(endpoint);
            assertThat(api.journal()).hasSize(CALLS);
            server.signal("CONT");

            assertAllAnswered(held);
            assertThat(api.journal()).hasSize(2 * CALLS);
            assertThat(api.journal().stream().filter(got -> got.line().startsWith("DELETE")))
                    .hasSize(CALLS / 2);
        }
    }
}
