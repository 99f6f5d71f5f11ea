package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.it.RecordedApi.Got;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a description with every kind of credential, parameter, body and answer to what an API gets. */
class OtherAuthIT {

    private static final String DESCRIPTION = """
            openapi: 3.1.0
            info: {title: Shop, version: 1.0.0}
            servers:
              - url: 'http://{host}:{port}/api'
                variables:
                  host: {default: 127.0.0.1}
                  port: {default: '1'}
            security: [{token: []}]
            paths:
              /header: {get: {operationId: getHeader, summary: Gets it, security: [{headerKey: []}], responses: {'200': {description: OK}}}}
              /query: {get: {operationId: getQuery, summary: Gets it, security: [{queryKey: []}], responses: {'200': {description: OK}}}}
              /cookie: {get: {operationId: getCookie, summary: Gets it, security: [{cookieKey: []}], responses: {'200': {description: OK}}}}
              /basic: {get: {operationId: getBasic, summary: Gets it, security: [{login: []}], responses: {'200': {description: OK}}}}
              /bearer: {get: {operationId: getBearer, summary: Gets it, responses: {'200': {description: OK}}}}
              /client: {get: {operationId: getClient, summary: Gets it, security: [{machine: []}], responses: {'200': {description: OK}}}}
              /both: {get: {operationId: getBoth, summary: Gets it, security: [{headerKey: [], queryKey: []}], responses: {'200': {description: OK}}}}
              /open: {get: {operationId: getOpen, summary: Gets it, security: [], responses: {'200': {description: OK}}}}
              /styles/{label}/{matrix}:
                get:
                  operationId: getStyles
                  summary: Gets it
                  parameters:
                    - {name: label, in: path, required: true, style: label, explode: true, schema: {type: array, items: {type: string}}}
                    - {name: matrix, in: path, required: true, style: matrix, explode: true, schema: {type: object, additionalProperties: {type: integer}}}
                    - {name: deep, in: query, style: deepObject, schema: {type: object, additionalProperties: {type: integer}}}
                    - {name: pipes, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}}
                    - {name: json, in: query, content: {application/json: {schema: {type: object, additionalProperties: true}}}}
                    - {name: X-Color, in: header, explode: true, schema: {type: object, additionalProperties: {type: integer}}}
                    - {name: color, in: cookie, explode: false, schema: {type: array, items: {type: string}}}
                  responses: {'200': {description: OK}}
              /form:
                post:
                  operationId: createForm
                  summary: Sends it
                  requestBody:
                    required: true
                    content:
                      application/x-www-form-urlencoded:
                        schema:
                          type: object
                          required: [name]
                          properties: {name: {type: string}, tags: {type: array, items: {type: string}}}
                        encoding: {tags: {style: pipeDelimited, explode: false}}
                  responses: {'200': {description: OK}}
              /upload:
                post:
                  operationId: createUpload
                  summary: Sends it
                  requestBody:
                    required: true
                    content:
                      multipart/form-data:
                        schema:
                          type: object
                          required: [file]
                          properties: {file: {type: string, format: binary}, note: {type: object, additionalProperties: true}}
                        encoding: {file: {contentType: image/png}}
                  responses: {'200': {description: OK}}
              /text:
                post:
                  operationId: createText
                  summary: Sends it
                  requestBody: {required: true, content: {text/csv: {schema: {type: string}}}}
                  responses: {'200': {description: OK, content: {text/csv: {schema: {type: string}}}}}
            components:
              securitySchemes:
                cookieKey: {type: apiKey, in: cookie, name: sid}
                headerKey: {type: apiKey, in: header, name: X-Key}
                login: {type: http, scheme: basic}
                machine: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'TOKEN_URL', scopes: {}}}}
                queryKey: {type: apiKey, in: query, name: key}
                token: {type: http, scheme: bearer}
            """;

    private static final Map<String, String> EVERYTHING = Map.of(
            "SHOP_HEADER_KEY", "h",
            "SHOP_QUERY_KEY", "q",
            "SHOP_COOKIE_KEY", "c",
            "SHOP_USERNAME", "u",
            "SHOP_PASSWORD", "p",
            "SHOP_TOKEN", "b",
            "SHOP_CLIENT_ID", "machine",
            "SHOP_CLIENT_SECRET", "hunter2");

    @TempDir
    private static Path folder;

    private static OtherServer server;
    private RecordedApi api;

    @BeforeAll
    static void generate() throws IOException {
        Path description = Files.writeString(
                folder.resolve("shop.yaml"), DESCRIPTION.replace("TOKEN_URL", "http://127.0.0.1:1/token"));
        server = OtherServer.of(folder, description, List.of(), "shop", "operationId");
    }

    @BeforeEach
    void startApi() {
        api = RecordedApi.start();
    }

    @AfterEach
    void stopApi() {
        api.close();
    }

    private Connection connect(Map<String, String> credential) {
        Map<String, String> environment = new HashMap<>(credential);
        environment.put("SHOP_SERVER_PORT", String.valueOf(api.port()));
        environment.put("SHOP_TOKEN_URL", api.url() + "/token");
        return server.connect(environment);
    }

    private static ToolAnswer call(Connection connection, String operation, String arguments) {
        String tool = connection.rpc().tools().stream()
                .map(each -> each.path("name").asString(""))
                .filter(name -> name.endsWith(operation))
                .findFirst()
                .orElseThrow();
        return connection.rpc().call(tool, Json.parse(arguments));
    }

    private Got sent(Connection connection, String operation, String arguments) {
        ToolAnswer answer = call(connection, operation, arguments);
        assertThat(answer.failed()).as(answer.text()).isFalse();
        List<Got> taken = api.taken();
        return taken.get(taken.size() - 1);
    }

    @Test
    void everySchemeTravelsAsTheDescriptionSays() {
        try (Connection connection = connect(EVERYTHING)) {
            assertThat(sent(connection, "get_header", "{}"))
                    .extracting(Got::line, Got::headers)
                    .containsExactly("GET /api/header", List.of("X-key: h"));
            assertThat(sent(connection, "get_query", "{}"))
                    .extracting(Got::line, Got::headers)
                    .containsExactly("GET /api/query?key=q", List.of());
            assertThat(sent(connection, "get_cookie", "{}").headers()).containsExactly("Cookie: sid=c");
            assertThat(sent(connection, "get_basic", "{}").headers()).containsExactly("Authorization: Basic dTpw");
            assertThat(sent(connection, "get_bearer", "{}").headers()).containsExactly("Authorization: Bearer b");
            assertThat(sent(connection, "get_client", "{}").headers()).containsExactly("Authorization: Bearer t1");
            assertThat(sent(connection, "get_both", "{}"))
                    .extracting(Got::line, Got::headers)
                    .containsExactly("GET /api/both?key=q", List.of("X-key: h"));
            assertThat(sent(connection, "get_open", "{}").headers()).isEmpty();
        }
    }

    @Test
    void oneJsonTextHoldsThemAllToo() {
        String json = "{\"token\":\"b\",\"headerKey\":\"h\",\"queryKey\":\"q\",\"username\":\"u\",\"password\":\"p\","
                + "\"client_id\":\"machine\",\"client_secret\":\"hunter2\"}";
        try (Connection connection = connect(Map.of("SHOP_API_KEY", json))) {
            assertThat(sent(connection, "get_both", "{}").line()).isEqualTo("GET /api/both?key=q");
            assertThat(sent(connection, "get_basic", "{}").headers()).containsExactly("Authorization: Basic dTpw");
            assertThat(sent(connection, "get_client", "{}").headers()).containsExactly("Authorization: Bearer t1");
            ToolAnswer refused = call(connection, "get_cookie", "{}");
            assertThat(refused.toolFailed()).isTrue();
            assertThat(refused.text()).contains("SHOP_COOKIE_KEY to the API key", "the members are \"cookieKey\"");
            assertThat(api.taken()).isEmpty();
        }
    }

    @Test
    void tokensAreKeptReplacedWhenTheyEndAndReplacedWhenTheyAreRefused() {
        try (Connection connection = connect(EVERYTHING)) {
            sent(connection, "get_client", "{}");
            assertThat(sent(connection, "get_client", "{}").headers()).containsExactly("Authorization: Bearer t1");
            api.refuse("t1");
            api.life(1);
            assertThat(sent(connection, "get_client", "{}").headers()).containsExactly("Authorization: Bearer t2");
            Waiting.until(
                    () -> sent(connection, "get_client", "{}").headers().equals(List.of("Authorization: Bearer t3")),
                    "a third token");
        }
    }

    @Test
    void aClientThatIsRefusedIsToldWithoutItsSecret() {
        Map<String, String> wrong = Map.of("SHOP_CLIENT_ID", "machine", "SHOP_CLIENT_SECRET", "hunter3");
        try (Connection connection = connect(wrong)) {
            ToolAnswer answer = call(connection, "get_client", "{}");
            assertThat(answer.toolFailed()).isTrue();
            assertThat(answer.text())
                    .startsWith("The token endpoint of Shop gave no token: 401 invalid_client. *** is not it.");
            assertThat(connection.process().log().text()).doesNotContain("hunter3");
            assertThat(api.taken()).extracting(Got::line).containsOnly("POST /token");
        }
    }

    @Test
    void nothingSetIsToldBeforeAnythingIsServed() {
        ServerProcess process = ServerProcess.logging(server.command("stdio"), Map.of());
        assertThat(process.awaitExit()).isEqualTo(3);
        assertThat(process.log().text())
                .startsWith("There is no credential for Shop.\nSet SHOP_TOKEN to an access token.\n");
    }

    @Test
    void parametersTravelInTheirStyles() {
        try (Connection connection = connect(EVERYTHING)) {
            Got got = sent(
                    connection,
                    "get_styles",
                    "{\"label\":[\"a\",\"b/c\"],\"matrix\":{\"R\":1,\"G\":2},\"deep\":{\"x\":1},\"pipes\":[\"a\",\"b\"],"
                            + "\"json\":{\"k\":[1]},\"x_color\":{\"R\":1,\"G\":2},\"color\":[\"a\",\"b\"]}");
            assertThat(got.line())
                    .isEqualTo("GET /api/styles/.a.b%2Fc/;R=1;G=2"
                            + "?deep%5Bx%5D=1&pipes=a%7Cb&json=%7B%22k%22%3A%5B1%5D%7D");
            assertThat(got.headers())
                    .containsExactly("Authorization: Bearer b", "Cookie: color=a,b", "X-color: R=1,G=2");
        }
    }

    @Test
    void bodiesAreFormsFilesAndText() {
        try (Connection connection = connect(EVERYTHING)) {
            Got form = sent(connection, "create_form", "{\"name\":\"a b\",\"tags\":[\"x\",\"y\"]}");
            assertThat(form.body()).isEqualTo("name=a%20b&tags=x%7Cy");
            assertThat(form.type()).isEqualTo("application/x-www-form-urlencoded");
            Got upload = sent(
                    connection,
                    "create_upload",
                    "{\"file\":{\"base64\":\"AAH/\",\"filename\":\"a.png\"},\"note\":{\"k\":1}}");
            assertThat(upload.type()).startsWith("multipart/form-data; boundary=");
            assertThat(upload.body())
                    .contains("name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n\0\1ÿ\r\n")
                    .contains("name=\"note\"\r\nContent-Type: application/json\r\n\r\n{\"k\":1}\r\n");
            api.answering("text/csv; charset=utf-8", "é,1\n".getBytes(StandardCharsets.UTF_8));
            ToolAnswer text = call(connection, "create_text", "{\"body\":\"a,b\"}");
            assertThat(text.json().path("result").asString("")).isEqualTo("é,1\n");
            assertThat(Optional.of(api.taken().get(0)))
                    .get()
                    .extracting(Got::body, Got::type)
                    .containsExactly("a,b", "text/csv;charset=utf-8");
        }
    }
}
