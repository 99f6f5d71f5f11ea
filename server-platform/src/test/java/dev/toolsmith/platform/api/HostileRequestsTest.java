package dev.toolsmith.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.api.ApiRig.Got;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@Timeout(120)
class HostileRequestsTest {

    private static final Pattern LEAK =
            Pattern.compile("Exception|at dev\\.|at org\\.|jdbc|/home|/work|jackson|SQLITE|Bearer tsk_[0-9A-Za-z]{10}");

    /** Bodies that no route takes. */
    static final List<String> BODIES = List.of(
            "",
            " ",
            "nonsense",
            "{",
            "}",
            "[]",
            "[{\"name\":\"x\"}]",
            "null",
            "true",
            "1",
            "\"name\"",
            "{\"name\":\"x\"}{}",
            "{\"name\":\"x\"} x",
            "{\"name\":\"x\",}",
            "{'name':'x'}",
            "{name:\"x\"}",
            "{\"name\":\"x\" /* no */}",
            "{\"name\":\"x\",\"name\":\"y\"}",
            "{\"name\":null}",
            "{\"name\":1}",
            "{\"name\":[]}",
            "{\"name\":{}}",
            "{\"name\":\"\"}",
            "{\"name\":\"   \"}",
            "{\"name\":\"a\\u0000b\"}",
            "{\"name\":\"a\\nb\"}",
            "{\"name\":\"a\\r\\nSet-Cookie: x\"}",
            "{\"name\":\"\\ud800\"}",
            "{\"name\":\"\\u202ecba\"}",
            "{\"name\":\"" + "x".repeat(101) + "\"}",
            "{\"name\":\"x\",\"__proto__\":{}}",
            "{\"name\":\"x\",\"\":1}",
            "{\"name\":\"x\",\"a/b~c\":1}",
            "{\"name\":\"x\",\"" + "n".repeat(2000) + "\":1}",
            "{\"name\":\"x\",\"id\":\"srv_mine\"}",
            "{\"name\":\"x\",\"config\":null}",
            "{\"name\":\"x\",\"config\":[]}",
            "{\"name\":\"x\",\"config\":\"all\"}",
            "{\"name\":\"x\",\"config\":{\"methods\":null}}",
            "{\"name\":\"x\",\"config\":{\"methods\":\"read\"}}",
            "{\"name\":\"x\",\"config\":{\"methods\":{\"0\":\"read\"}}}",
            "{\"name\":\"x\",\"config\":{\"methods\":[\"read\",null]}}",
            "{\"name\":\"x\",\"config\":{\"methods\":[\"\"]}}",
            "{\"name\":\"x\",\"config\":{\"methods\":[\"READ\"]}}",
            "{\"name\":\"x\",\"config\":{\"methods\":[\"' OR 1=1 --\"]}}",
            "{\"name\":\"x\",\"config\":{\"tags\":[\"../../etc/passwd\"]}}",
            "{\"name\":\"x\",\"config\":{\"tags\":[[\"companies\"]]}}",
            "{\"name\":\"x\",\"config\":{\"tools\":[\"no_such_tool\"]}}",
            "{\"name\":\"x\",\"config\":{\"denied_tools\":[\"no_such_tool\"]}}",
            "{\"name\":\"x\",\"config\":{\"read_only\":\"true\"}}",
            "{\"name\":\"x\",\"config\":{\"read_only\":1}}",
            "{\"name\":\"x\",\"config\":{\"require_api_token_auth\":null}}",
            "{\"name\":\"x\",\"config\":{\"calls_per_minute\":0}}",
            "{\"name\":\"x\",\"config\":{\"calls_per_minute\":-1}}",
            "{\"name\":\"x\",\"config\":{\"calls_per_minute\":1.5}}",
            "{\"name\":\"x\",\"config\":{\"calls_per_minute\":1e309}}",
            "{\"name\":\"x\",\"config\":{\"calls_per_minute\":99999999999999999999}}",
            "{\"name\":\"x\",\"config\":{\"calls_per_minute\":\"5\"}}",
            "{\"name\":\"x\",\"config\":{\"tool_exposure\":\"hidden\"}}",
            "{\"name\":\"x\",\"expires_at\":\"2020-01-01T00:00:00Z\"}",
            "{\"name\":\"x\",\"expires_at\":\"2030-01-01\"}",
            "{\"name\":\"x\",\"expires_at\":\"2030-01-01T00:00:00\"}",
            "{\"name\":\"x\",\"expires_at\":\"2030-02-30T00:00:00Z\"}",
            "{\"name\":\"x\",\"expires_at\":\"2030-01-01T24:00:01Z\"}",
            "{\"name\":\"x\",\"expires_at\":\"+999999999-01-01T00:00:00Z\"}",
            "{\"name\":\"x\",\"expires_at\":\"2030-01-01T00:00:00+99:00\"}",
            "{\"name\":\"x\",\"expires_at\":1893456000}",
            "{\"name\":\"x\",\"expires_at\":true}",
            "{\"name\":\"x\",\"config\":{\"tags\":" + "[".repeat(100) + "]".repeat(100) + "}}",
            "{\"name\":\"x\",\"config\":{\"tags\":[" + "\"t\",".repeat(300) + "\"t\"]}}",
            "{\"name\":\"" + "x".repeat(70_000) + "\"}",
            "\uFEFF{\"name\":\"x\"}");

    /** Queries that no list takes. */
    static final List<String> QUERIES = List.of(
            "limit=0",
            "limit=201",
            "limit=-1",
            "limit=x",
            "limit=",
            "limit=1e2",
            "limit=99999999999999",
            "limit=1&limit=2",
            "limit=%31%00",
            "limt=1",
            "cursor=x",
            "cursor=",
            "token=tsk_x",
            "a=%zz",
            "a=%C0%AE",
            "%FF=1",
            "=1",
            "&&");

    /** Whole heads that no route takes; {@code T} stands for a good token, {@code C} for a connection's id. */
    static final List<String> HEADS = List.of(
            "GET /api/v1/connections/%2e%2e/tokens HTTP/1.1|Authorization: Bearer T",
            "GET /api/v1/connections/../tokens HTTP/1.1|Authorization: Bearer T",
            "GET /api/v1/connections/C%2fservers HTTP/1.1|Authorization: Bearer T",
            "GET /api/v1/connections/C%00 HTTP/1.1|Authorization: Bearer T",
            "GET /api/v1/connections/C;a=b/servers HTTP/1.1|Authorization: Bearer T",
            "GET /api/v1/connections/%c0%ae HTTP/1.1|Authorization: Bearer T",
            "GET /api/v1/connections/%zz HTTP/1.1|Authorization: Bearer T",
            "GET /api/v1/connections/C\\servers HTTP/1.1|Authorization: Bearer T",
            "GET /api/v1/connections/" + "a".repeat(5000) + " HTTP/1.1|Authorization: Bearer T",
            "GET /api/v1/connections HTTP/1.1|Authorization: Bearer T|Authorization: Bearer T",
            "GET /api/v1/connections HTTP/1.1|Authorization: Bearer \u0000",
            "GET /api/v1/connections HTTP/1.1|Authorization: Bearer " + "x".repeat(7000),
            "TRACE /api/v1/connections HTTP/1.1|Authorization: Bearer T",
            "OPTIONS /api/v1/connections HTTP/1.1|Authorization: Bearer T",
            "HEAD /api/v1/connections HTTP/1.1|Authorization: Bearer T",
            "BREW /api/v1/connections HTTP/1.1|Authorization: Bearer T",
            "POST /api/v1/tokens HTTP/1.1|Authorization: Bearer T|Content-Length: 3|Content-Type: text/plain||{} ",
            "POST /api/v1/tokens HTTP/1.1|Authorization: Bearer T|Content-Length: 3||{} ",
            "POST /api/v1/tokens HTTP/1.1|Authorization: Bearer T|Content-Length: 3|Content-Type: application/json;charset=utf-16||{} ",
            "POST /api/v1/tokens HTTP/1.1|Authorization: Bearer T|Content-Length: 3|Content-Type: application/json|Content-Encoding: gzip||{} ",
            "POST /api/v1/tokens HTTP/1.1|Authorization: Bearer T|Content-Length: 3|Content-Type: application/json|Content-Type: text/plain||{} ",
            "POST /api/v1/tokens HTTP/1.1|Authorization: Bearer T|Content-Length: 1048577|Content-Type: application/json||",
            "POST /api/v1/tokens HTTP/1.1|Authorization: Bearer T|Content-Length: -1|Content-Type: application/json||",
            "POST /api/v1/tokens HTTP/1.1|Authorization: Bearer T|Content-Length: 1|Content-Length: 2||{}",
            "POST /api/v1/tokens HTTP/1.1|Authorization: Bearer T|Transfer-Encoding: chunked|Content-Type: application/json||zz");

    @TempDir
    static Path folder;

    private static ApiRig api;
    private static String connection;

    @BeforeAll
    static void start() throws Exception {
        api = new ApiRig(folder);
        connection = api.connection();
    }

    @AfterAll
    static void stop() throws Exception {
        api.close();
    }

    @ParameterizedTest
    @FieldSource("BODIES")
    void malformedBodiesAreRefusedAndNothingIsMade(String body) throws Exception {
        for (String path : List.of(
                "/api/v1/connections/" + connection + "/servers", "/integrated-account/" + connection + "/mcp")) {
            refused(api.send("POST", path, body));
        }
        refused(api.send("POST", "/api/v1/connections", body));
        refused(api.send("POST", "/api/v1/tokens", body));
        refused(api.send("POST", "/api/v1/setup", body));
        refused(api.send("PUT", "/api/v1/connections/" + connection + "/credential", body));
        if (!body.isEmpty()) {
            refused(api.send("POST", "/api/v1/connections/" + connection + "/pause", body));
        }
        assertThat(api.get("/api/v1/connections/" + connection + "/servers")
                        .json()
                        .at("/data")
                        .isEmpty())
                .isTrue();
        assertThat(api.get("/api/v1/connections").json().at("/data").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @FieldSource("QUERIES")
    void malformedQueriesAreRefused(String query) throws Exception {
        for (String path : List.of(
                "/api/v1/connections",
                "/api/v1/tokens",
                "/api/v1/audit",
                "/integrated-account/" + connection + "/mcp")) {
            String head = "GET " + path + "?" + query + " HTTP/1.1|Authorization: Bearer T";
            refusedRaw(head, raw(head));
        }
    }

    @ParameterizedTest
    @FieldSource("HEADS")
    void malformedHeadsAreRefused(String head) throws Exception {
        refusedRaw(head, raw(head));
    }

    private static void refused(Got got) {
        assertThat(got.status()).as(got.body()).isBetween(400, 499);
        assertThat(got.body()).doesNotContainPattern(LEAK);
    }

    private static void refusedRaw(String head, String answer) {
        assertThat(answer).as(head.substring(0, Math.min(80, head.length()))).startsWith("HTTP/1.1 4");
        assertThat(answer).doesNotContainPattern(LEAK).doesNotContain(api.token);
    }

    /** Sends bytes as they are and reads what comes until the connection is closed. */
    private static String raw(String head) throws Exception {
        String text = head.replace("T|", api.token + "|")
                .replaceAll("Bearer T$", "Bearer " + api.token)
                .replace("/C", "/" + connection);
        String[] parts = text.split("\\|\\|", 2);
        String request = parts[0].replace("|", "\r\n") + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
                + (parts.length > 1 ? parts[1] : "");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            InputStream in = socket.getInputStream();
            in.transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }
}
