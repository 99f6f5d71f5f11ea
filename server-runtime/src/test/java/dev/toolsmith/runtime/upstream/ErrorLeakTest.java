package dev.toolsmith.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.Shop;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.fixture.StubApi.Answer;
import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ToolResult;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever goes wrong with an API, nothing of its insides, of this server or of the credential is told. */
@Timeout(180)
final class ErrorLeakTest {

    private static final Pattern LEAK =
            Pattern.compile("Bearer|axm_|at com\\.|Exception|jdbc:|/home|SELECT .* FROM|key-5e"
                    + "|127\\.0\\.0\\.1|localhost|internal\\.example|dev\\.toolsmith\\.runtime|java\\.");
    private static final List<String> INSIDES = List.of(
            "java.lang.NullPointerException: x\\n\\tat com.acme.Api.handle(Api.java:41)",
            "org.postgresql.util.PSQLException: relation does not exist",
            "could not connect to jdbc:postgresql://db.internal.example/crm",
            "Bearer " + Shop.KEY + " was refused",
            "no such file /home/deploy/app/config.yml",
            "token axm_0123456789abcdef is over",
            "SELECT secret FROM accounts WHERE id = 1",
            "Traceback (most recent call last) at com.acme.Main.run(Main.kt)");
    private static final List<String> MEMBERS = List.of(
            "message", "detail", "title", "code", "type", "error", "error_description", "stack", "trace", "host");
    private static final List<Integer> STATUSES =
            List.of(400, 401, 402, 403, 404, 405, 409, 410, 413, 418, 422, 429, 451, 500, 501, 502, 503, 504, 599);

    private final Random random = new Random(27);

    private static String told(ToolResult result) {
        return new String(result.text(), StandardCharsets.UTF_8) + "\n"
                + new String(result.meta().orElse(new byte[0]), StandardCharsets.UTF_8).replace(Failures.META, "");
    }

    private <T> T any(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    private String body() {
        StringBuilder members = new StringBuilder();
        for (String name : MEMBERS) {
            if (random.nextInt(3) == 0) {
                members.append(members.isEmpty() ? "" : ",").append(member(name));
            }
        }
        if (random.nextBoolean()) {
            members.append(members.isEmpty() ? "" : ",")
                    .append("\"errors\":[{" + member("message") + "," + member("path") + "," + member("received")
                            + "},\"" + any(INSIDES) + "\"]");
        }
        String object = "{" + members + "}";
        return switch (random.nextInt(5)) {
            case 0 -> "{\"error\":" + object + "}";
            case 1 -> "<html><pre>" + any(INSIDES) + "</pre></html>";
            case 2 -> object.substring(0, object.length() / 2);
            default -> object;
        };
    }

    private String member(String name) {
        String words = random.nextInt(4) == 0 ? "Some words" : any(INSIDES);
        return "\"" + name + "\":\"" + words + "\"";
    }

    @Test
    void fiveHundredRandomRefusalsTellNothing() {
        int withWords = 0;
        try (Shop shop = new Shop().reading().writing()) {
            for (int i = 0; i < 500; i++) {
                int status = any(STATUSES);
                String body = body();
                shop.api()
                        .answering(StubApi.json(
                                status,
                                body,
                                "X-Request-Id: "
                                        + (random.nextBoolean()
                                                ? "r-" + i
                                                : any(INSIDES).replace("\\n\\t", " ")),
                                "Server: internal.example",
                                "X-Backend: jdbc:mysql://localhost/x"));
                ToolResult result = shop.call(random.nextBoolean() ? "shop_get" : "shop_create", "{}");

                assertThat(result.isError()).isTrue();
                assertThat(told(result))
                        .as("%d %s", status, body)
                        .contains(String.valueOf(status))
                        .doesNotContainPattern(LEAK);
                withWords += told(result).contains("Some words") ? 1 : 0;
            }
        }
        assertThat(withWords).isGreaterThan(50);
    }

    @Test
    void faultsOfTheConnectionTellNothing() {
        CountDownLatch end = new CountDownLatch(1);
        byte[] large = ("[\"" + "x".repeat(6 << 20) + "\"]").getBytes(StandardCharsets.US_ASCII);
        List<Answer> faults = new ArrayList<>(List.of(
                (request, out, socket) -> end.await(),
                (request, out, socket) -> socket.close(),
                (request, out, socket) -> {
                    socket.setSoLinger(true, 0);
                    socket.close();
                },
                StubApi.raw("HTTP/9.9 what java.lang.Exception at com.x\r\n\r\n"),
                StubApi.raw("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n"),
                StubApi.raw(
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{\"a\":Bearer"
                                .substring(0, 70)),
                StubApi.json(200, "{\"a\": java.lang.Exception at com.x"),
                StubApi.whole(200, "application/json", large),
                StubApi.whole(200, "application/json", new byte[] {1, 2, 3}, "Content-Encoding: gzip"),
                StubApi.whole(200, "application/json", new byte[] {1, 2, 3}, "Content-Encoding: axm_zip"),
                StubApi.json(302, "", "Location: http://internal.example/home?token=" + Shop.KEY)));
        try {
            for (Answer fault : faults) {
                try (Shop shop = new Shop()
                        .reading()
                        .writing()
                        .limits(UpstreamLimits.defaults().withDeadline(Duration.ofSeconds(1)))) {
                    shop.api().answering(fault);
                    for (String tool : List.of("shop_get", "shop_create")) {
                        ToolResult result = shop.call(tool, "{}");
                        assertThat(result.code()).isNotEmpty();
                        assertThat(told(result)).doesNotContainPattern(LEAK);
                    }
                }
            }
        } finally {
            end.countDown();
        }
    }

    @Test
    void anApiThatIsNotThereTellsNothing() {
        Shop shop = new Shop().reading();
        shop.caller();
        shop.api().close();
        ToolResult result = shop.call("shop_get", "{}");
        shop.close();
        assertThat(result.code()).isEqualTo("upstream_unreachable");
        assertThat(told(result)).doesNotContainPattern(LEAK);
    }

    @Test
    void refusedTokensTellNothing() {
        String client = "{\"client_id\":\"me\",\"client_secret\":\"" + Shop.KEY + "\"}";
        for (String inside : INSIDES) {
            try (StubApi tokens = new StubApi();
                    Shop shop = new Shop()
                            .security(
                                    "[{\"name\":\"o\",\"type\":\"oauth2\",\"scheme\":\"\",\"in\":\"\",\"parameter\":\"\","
                                            + "\"flows\":[\"clientCredentials\"],\"tokenUrl\":\"\"}]")
                            .credential(client)
                            .tokenUrl(URI.create(tokens.url() + "/token"))
                            .reading()) {
                tokens.answering(StubApi.json(
                        any(List.of(400, 401, 500)),
                        "{\"error\":\"" + inside + "\",\"error_description\":\"" + inside + "\"}"));
                ToolResult result = shop.call("shop_get", "{}");
                assertThat(result.isError()).isTrue();
                assertThat(tokens.journal()).isNotEmpty();
                assertThat(shop.api().journal()).isEmpty();
                assertThat(told(result)).as(inside).doesNotContainPattern(LEAK);
            }
        }
    }

    @Test
    void refusedArgumentsTellNothingOfThisServer() {
        try (Shop shop = new Shop()
                .with(
                        "shop_strict",
                        "get",
                        "",
                        "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\",\"minLength\":2}},"
                                + "\"required\":[\"id\"],\"additionalProperties\":false}",
                        args -> ApiRequest.get("/v1/{id}").path("id", args.required("id")))) {
            for (String arguments : List.of(
                    "{}",
                    "[]",
                    "{\"id\":1}",
                    "{\"id\":\"x\"}",
                    "{\"id\":\"..\"}",
                    "{\"id\":\"ab\"",
                    "{\"id\":\"ab\",\"more\":{}}",
                    "",
                    "null",
                    "[".repeat(2000))) {
                ToolResult result = shop.call("shop_strict", arguments);
                assertThat(Optional.of(result).filter(ToolResult::isError))
                        .as(arguments)
                        .isPresent();
                assertThat(told(result)).as(arguments).doesNotContainPattern(LEAK);
            }
            assertThat(shop.api().journal()).isEmpty();
        }
    }
}
