package dev.toolsmith.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.runtime.cli.Engine;
import dev.toolsmith.runtime.cli.EngineParts;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import dev.toolsmith.runtime.transport.http.HttpSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
final class SdkEngineTest {

    private static final String INITIALIZE =
            "{\"jsonrpc\":\"2.0\",\"id\":\"init\",\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\","
                    + "\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}";

    private final EchoTool echo = new EchoTool();
    private final EngineParts parts = new EngineParts(new ServerIdentity("echo-server", "1", ""), echo, echo, fault -> {
        throw new AssertionError(fault);
    });

    @Test
    void everythingThatWasAskedBeforeTheEndOfInputIsAnswered() throws Exception {
        int calls = 500;
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Engine.PipeService service = new SdkEngine().overPipe(parts, input(calls), out, () -> {});
        service.run();

        List<String> answers = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(answers).hasSize(calls + 1);
        assertThat(IntStream.range(0, calls))
                .allSatisfy(n -> assertThat(answers)
                        .anySatisfy(answer -> assertThat(answer)
                                .contains("\"id\":" + n + ",")
                                .contains("{\\\"n\\\":" + n + ".50}")
                                .contains("\"ratelimit-remaining\":7")));
    }

    @Test
    void aSessionThatTheSdkHasEndedEndsTheService() throws Exception {
        String lines = INITIALIZE + "\n{not json\n{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}\n".repeat(10_000);
        ByteArrayInputStream in = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));

        Engine.PipeService service = new SdkEngine().overPipe(parts, in, new ByteArrayOutputStream(), () -> {});

        assertThatThrownBy(service::run).isInstanceOf(IOException.class);
    }

    private static ByteArrayInputStream input(int calls) {
        String lines = IntStream.range(0, calls)
                .mapToObj(n -> "{\"jsonrpc\":\"2.0\",\"id\":" + n
                        + ",\"method\":\"tools/call\",\"params\":{\"name\":\"echo\",\"arguments\":{\"n\":" + n
                        + ".50}}}")
                .collect(Collectors.joining(
                        "\n", INITIALIZE + "\n{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n", "\n"));
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1, 200", "http://evil.example, 403", "null, 403"})
    void overHttpOurOwnChecksStandBeforeTheSdk(String origin, int status) throws Exception {
        try (Engine.HttpService service = new SdkEngine().overHttp(parts, HttpSettings.onLoopback(0))) {
            HttpRequest request = HttpRequest.newBuilder(service.endpoint())
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json, text/event-stream")
                    .header("Origin", origin)
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{}}"))
                    .build();

            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body().contains("\"readOnlyHint\":true")).isEqualTo(status == 200);
            assertThat(answer.headers()
                            .firstValue("access-control-allow-origin")
                            .orElse(""))
                    .isEqualTo(status == 200 ? origin : "");
        }
    }
}
