package dev.toolsmith.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.api.ApiRig.Got;
import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.model.ApiToken.Permission;
import dev.toolsmith.platform.model.RandomId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ApiAccessTest {

    private static final byte[] NOTHING = new byte[0];

    @TempDir
    Path folder;

    private ApiRig api;

    @BeforeEach
    void start() throws Exception {
        api = new ApiRig(folder);
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    @Test
    void onlyTokensThatMayManageAreLetIn() throws Exception {
        String path = "/api/v1/connections";
        String call = api.token("Caller", Permission.CALL, Permission.METRICS);
        String revoked = api.token("Gone", Permission.MANAGE);
        api.tokens.revoke(Actor.SYSTEM, api.tokens.find(revoked).orElseThrow().id());
        for (String bad :
                List.of("Bearer ", "Basic " + api.token, api.token, "Bearer " + api.token + "x", "Bearer " + revoked)) {
            Got got = api.send("GET", path, NOTHING, "Authorization", bad).must(401);
            assertThat(got.headers().get("www-authenticate")).startsWith("Bearer realm=");
        }
        api.send("GET", path, NOTHING).must(401);
        api.send("GET", path, NOTHING, "Authorization", "Bearer " + call).must(403);
        Got two = api.send(
                        "GET", path, NOTHING, "Authorization", "Bearer " + api.token, "Authorization", "Bearer " + call)
                .must(400);
        assertThat(two.text("/code")).isEqualTo("two_authorizations");
        api.send("GET", path, NOTHING, "Authorization", "bearer " + api.token).must(200);
    }

    @Test
    void anAddressThatFailsTooOftenIsToldToWait() throws Exception {
        Got got = api.send("GET", "/api/v1/tokens", NOTHING, "Authorization", "Bearer nonsense");
        for (int i = 1; got.status() != 429; i++) {
            got.must(401);
            assertThat(i).isLessThan(500);
            got = api.send("GET", "/api/v1/tokens", NOTHING, "Authorization", "Bearer nonsense");
        }
        assertThat(Integer.parseInt(got.headers().get("retry-after"))).isBetween(1, 60);
        api.get("/api/v1/tokens").must(200);
    }

    @Test
    void foreignIdsAreAnsweredAsRandomOnes() throws Exception {
        String mine = api.connection();
        String other = api.connection();
        String foreign = api.send("POST", "/api/v1/connections/" + other + "/servers", "{\"name\":\"x\"}")
                .text("/id");
        String random = RandomId.of("srv_");
        for (String all :
                List.of("/api/v1/connections/" + mine + "/servers/", "/integrated-account/" + mine + "/mcp/")) {
            for (String method : List.of("GET", "PATCH", "DELETE")) {
                String body = method.equals("PATCH") ? "{\"name\":\"y\"}" : "";
                Got one = api.send(method, all + foreign, body).must(404);
                Got two = api.send(method, all + random, body).must(404);
                assertThat(comparable(one, foreign)).isEqualTo(comparable(two, random));
            }
        }
        for (String action : List.of("/roll", "/pause", "/resume")) {
            String all = "/api/v1/connections/" + mine + "/servers/";
            assertThat(comparable(api.send("POST", all + foreign + action, "").must(404), foreign))
                    .isEqualTo(comparable(
                            api.send("POST", all + random + action, "").must(404), random));
        }
        api.get("/api/v1/connections/" + other + "/servers/" + foreign).must(200);
    }

    private static String comparable(Got got, String id) {
        return got.body().replace(id, "ID").replace(got.text("/correlation_id"), "CORRELATION")
                + got.headers().get("content-length");
    }

    @Test
    void theFirstAdministratorIsMadeOnceAndGetsAToken() throws Exception {
        String code = api.administrators.newSetupCode().orElseThrow();
        byte[] wrong = ApiRig.setup("AAAA-BBBB-CCCC").getBytes(StandardCharsets.UTF_8);
        api.send("POST", "/api/v1/setup", wrong, "Content-Type", "application/json")
                .must(403);
        byte[] right = ApiRig.setup(code).getBytes(StandardCharsets.UTF_8);
        Got made = api.send("POST", "/api/v1/setup", right, "Content-Type", "application/json")
                .must(201);
        assertThat(made.text("/administrator/email")).isEqualTo("ada@example.com");
        assertThat(api.tokens.find(made.text("/api_token")).orElseThrow().permissions())
                .containsExactlyInAnyOrder(Permission.MANAGE, Permission.METRICS);
        Got list =
                api.send("GET", "/api/v1/connections", NOTHING, "Authorization", "Bearer " + made.text("/api_token"));
        list.must(200);
        api.send("POST", "/api/v1/setup", right, "Content-Type", "application/json")
                .must(403);
    }

    @Test
    void aTokenForOneServerMayOnlyCall() throws Exception {
        String all = "/api/v1/connections/" + api.connection() + "/servers";
        String server = api.send("POST", all, "{\"name\":\"x\"}").text("/id");
        Got token = api.send(
                        "POST",
                        "/api/v1/tokens",
                        "{\"name\":\"x\",\"permissions\":[\"call\"],\"server_id\":\"" + server + "\"}")
                .must(201);
        assertThat(token.text("/server_id")).isEqualTo(server);
        api.send(
                        "POST",
                        "/api/v1/tokens",
                        "{\"name\":\"x\",\"permissions\":[\"manage\"],\"server_id\":\"" + server + "\"}")
                .must(422);
        api.send("POST", "/api/v1/tokens", "{\"name\":\"x\",\"permissions\":[\"call\"],\"server_id\":\"srv_none\"}")
                .must(422);
        api.send(
                        "POST",
                        "/api/v1/tokens",
                        "{\"name\":\"x\",\"permissions\":[\"call\"],\"expires_at\":\"2001-01-01T00:00:00Z\"}")
                .must(422);
        api.send("POST", "/api/v1/tokens", "{\"name\":\"x\",\"permissions\":[\"root\"]}")
                .must(400);
        api.send("POST", "/api/v1/tokens", "{\"name\":\"x\",\"permissions\":[]}")
                .must(422);
        api.send("POST", "/api/v1/tokens", "{\"name\":\"x\"}").must(400);
    }

    @Test
    void pathsAreTakenAsTheyAreSent() throws Exception {
        String connection = api.connection();
        for (String path : List.of(
                "/api/v1/connections/",
                "/api/v1/connections/" + connection + "/",
                "/api/v1/connections/%63" + connection.substring(1),
                "/api/v1/connections/" + connection + ";x=1",
                "/api/v1/Connections",
                "/api/v1//connections",
                "/api/v1",
                "/api/",
                "/api/v2/connections",
                "/integrated-account/" + connection,
                "/integrated-account/" + connection + "/mcp/")) {
            assertThat(api.get(path).status()).as(path).isIn(400, 404);
        }
        Got put = api.send("PUT", "/api/v1/connections", "{}").must(405);
        assertThat(put.headers()).containsEntry("allow", "GET, POST");
        api.send("DELETE", "/api/v1/setup", "").must(405);
    }

    @Test
    void whoGuessesSetupCodesIsToldToWait() throws Exception {
        assertThat(api.administrators.newSetupCode()).isPresent();
        byte[] wrong = ApiRig.setup("AAAA-BBBB-CCCC").getBytes(StandardCharsets.UTF_8);
        Got got = api.send("POST", "/api/v1/setup", wrong, "Content-Type", "application/json");
        for (int i = 1; got.status() != 429; i++) {
            got.must(403);
            assertThat(i).isLessThan(20);
            got = api.send("POST", "/api/v1/setup", wrong, "Content-Type", "application/json");
        }
        assertThat(Integer.parseInt(got.headers().get("retry-after"))).isGreaterThan(0);
    }
}
