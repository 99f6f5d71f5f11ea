package dev.toolsmith.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.api.ApiRig.Got;
import dev.toolsmith.platform.model.ApiToken.Permission;
import dev.toolsmith.platform.model.RandomId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(120)
class ManagementApiTest {

    private static final String ARTICLE =
            "{\"name\":\"CRM\",\"config\":{\"methods\":[\"read\"],\"tags\":[\"companies\","
                    + "\"people\"],\"require_api_token_auth\":true},\"expires_at\":\"2030-01-01T00:00:00Z\"}";
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
    void everyDescribedOperationSucceedsAsDescribed() throws Exception {
        String code = api.administrators.newSetupCode().orElseThrow();
        ok(201, api.send("POST", "/api/v1/setup", setup(code)));
        ok(200, api.get("/api/v1/openapi.json"));
        String connection = api.connection();
        String one = "/api/v1/connections/" + connection;
        ok(200, api.get("/api/v1/connections"));
        ok(200, api.get(one));
        ok(200, api.send("PATCH", one, "{\"name\":\"Other\"}"));
        ok(200, api.send("POST", one + "/check", ""));
        ok(200, api.send("POST", one + "/pause", "{}"));
        ok(200, api.send("POST", one + "/resume", ""));
        ok(200, api.send("PUT", one + "/credential", "{\"api_key\":\"" + api.sandbox.token() + "\"}"));
        ok(200, api.get(one + "/tools"));
        servers(one + "/servers", true);
        servers("/integrated-account/" + connection + "/mcp", false);
        ok(200, api.get("/integrated-account/" + connection + "/tools?methods=read"));
        String token = ok(201, api.send("POST", "/api/v1/tokens", "{\"name\":\"CI\",\"permissions\":[\"call\"]}"))
                .text("/id");
        ok(200, api.get("/api/v1/tokens"));
        ok(204, api.send("DELETE", "/api/v1/tokens/" + token, ""));
        ok(200, api.get("/api/v1/audit"));
        ok(200, api.get("/api/v1/audit/export?format=csv"));
        ok(204, api.send("DELETE", one, ""));
        Set<String> missed = new TreeSet<>(api.contract.successes());
        missed.removeAll(api.contract.seen());
        assertThat(missed).isEmpty();
    }

    private void servers(String all, boolean own) throws Exception {
        String one = all + "/" + ok(201, api.send("POST", all, ARTICLE)).text("/id");
        ok(200, api.get(all));
        ok(200, api.get(one));
        ok(200, api.send("PATCH", one, "{\"name\":\"Other\"}"));
        if (own) {
            ok(200, api.send("POST", one + "/roll", "{\"overlap_seconds\":60}"));
            ok(200, api.send("POST", one + "/pause", ""));
            assertThat(api.get(one).text("/state")).isEqualTo("paused");
            ok(200, api.send("POST", one + "/resume", ""));
        }
        ok(204, api.send("DELETE", one, ""));
        ok(404, api.send("DELETE", one, ""));
    }

    private static String setup(String code) {
        return "{\"code\":\"" + code
                + "\",\"email\":\"Ada@Example.com\",\"password\":\"correct horse battery staple\"}";
    }

    private static Got ok(int status, Got got) {
        assertThat(got.status()).as(got.body()).isEqualTo(status);
        return got;
    }

    @Test
    void theArticlesRequestMakesAServer() throws Exception {
        String connection = api.connection();
        Got made = ok(201, api.send("POST", "/integrated-account/" + connection + "/mcp", ARTICLE));
        JsonNode json = made.json();
        assertThat(json.at("/integrated_account_id").stringValue()).isEqualTo(connection);
        assertThat(json.at("/config/methods").toString()).isEqualTo("[\"read\"]");
        assertThat(json.at("/config/tags").toString()).isEqualTo("[\"companies\",\"people\"]");
        assertThat(json.at("/config/require_api_token_auth").booleanValue()).isTrue();
        assertThat(json.at("/expires_at").stringValue()).isEqualTo("2030-01-01T00:00:00Z");
        assertThat(json.at("/url").stringValue())
                .isEqualTo("https://mcp.example.com/mcp/" + json.at("/token").stringValue());
        assertThat(made.headers()).containsEntry("cache-control", "no-store");
    }

    @Test
    void tokensAndUrlsAreShownOnce() throws Exception {
        String one = "/api/v1/connections/" + api.connection();
        Got made = api.send("POST", one + "/servers", ARTICLE);
        Got rolled = api.send("POST", one + "/servers/" + made.text("/id") + "/roll", "");
        Got token = api.send("POST", "/api/v1/tokens", "{\"name\":\"CI\",\"permissions\":[\"call\",\"metrics\"]}");
        assertThat(rolled.text("/token")).isNotEqualTo(made.text("/token"));
        for (String path : List.of(
                one,
                one + "/servers",
                one + "/servers/" + made.text("/id"),
                "/api/v1/tokens",
                "/api/v1/audit",
                "/api/v1/audit/export",
                "/api/v1/audit/export?format=csv")) {
            assertThat(api.get(path).body())
                    .as(path)
                    .doesNotContain(made.text("/token"), rolled.text("/token"), token.text("/token"))
                    .doesNotContain(api.sandbox.token(), api.token, "/mcp/tsm_");
        }
    }

    @Test
    void aChangeReplacesOnlyTheMembersItNames() throws Exception {
        String all = "/api/v1/connections/" + api.connection() + "/servers";
        String one = all + "/" + api.send("POST", all, ARTICLE).text("/id");
        Got changed = ok(200, api.send("PATCH", one, "{\"config\":{\"methods\":[\"list\"],\"calls_per_minute\":7}}"));
        assertThat(changed.json().at("/config").toString())
                .isEqualTo(
                        "{\"methods\":[\"list\"],\"tags\":[\"companies\",\"people\"],\"tools\":[],\"denied_tools\":[],"
                                + "\"read_only\":false,\"require_api_token_auth\":true,\"calls_per_minute\":7}");
        assertThat(changed.text("/expires_at")).isEqualTo("2030-01-01T00:00:00Z");
        Got later = ok(200, api.send("PATCH", one, "{\"expires_at\":\"2031-01-01T01:30:00.25+02:00\"}"));
        assertThat(later.text("/expires_at")).isEqualTo("2030-12-31T23:30:00.250Z");
        Got never = ok(200, api.send("PATCH", one, "{\"expires_at\":null,\"config\":{\"calls_per_minute\":null}}"));
        assertThat(never.json().at("/expires_at").isNull()).isTrue();
        assertThat(never.json().at("/config/calls_per_minute").isNull()).isTrue();
        assertThat(never.json().at("/config/methods").toString()).isEqualTo("[\"list\"]");
        assertThat(api.send("PATCH", one, "{}").body()).isEqualTo(never.body());
    }

    @Test
    void aServerWithoutConfigurationOffersEverything() throws Exception {
        String all = "/api/v1/connections/" + api.connection() + "/servers";
        Got made = ok(201, api.send("POST", all, "{\"name\":\"All\"}"));
        assertThat(made.json().at("/config/methods").isEmpty()).isTrue();
        assertThat(made.json().at("/expires_at").isNull()).isTrue();
        ok(201, api.send("POST", all, "{\"name\":\"All\",\"config\":{\"tool_exposure\":\"all\"}}"));
        Got refused = ok(400, api.send("POST", all, "{\"name\":\"All\",\"config\":{\"tool_exposure\":\"discovery\"}}"));
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/config/tool_exposure");
        assertThat(refused.text("/errors/0/code")).isEqualTo("not_offered");
    }

    @Test
    void whatLeavesNoToolIsRefusedWithTheClosestThereIs() throws Exception {
        String all = "/api/v1/connections/" + api.connection() + "/servers";
        Got tag = ok(400, api.send("POST", all, "{\"name\":\"x\",\"config\":{\"tags\":[\"company\"]}}"));
        assertThat(tag.text("/code")).isEqualTo("unknown_tag");
        assertThat(tag.text("/detail")).contains("\"company\"", "companies");
        Got none = ok(
                400,
                api.send("POST", all, "{\"name\":\"x\",\"config\":{\"methods\":[\"write\"],\"tags\":[\"notes\"]}}"));
        assertThat(none.text("/code")).isEqualTo("no_tools");
        assertThat(none.text("/detail")).contains("write", "notes");
        assertThat(api.get(all).json().at("/data").isEmpty()).isTrue();
    }

    @Test
    void aPreviewTellsWhatToolsNeedAndCost() throws Exception {
        String connection = api.connection();
        Got preview = ok(
                200,
                api.get("/integrated-account/" + connection + "/tools?methods=read,custom&tags=companies&tags=people"));
        assertThat(preview.json().at("/count").intValue()).isEqualTo(3);
        assertThat(preview.text("/tools/0/name")).isEqualTo("get_single_attio_company_by_id");
        assertThat(preview.text("/tools/1/title")).isEqualTo("list all attio companies");
        assertThat(preview.json().at("/scopes").toString()).isEqualTo("[\"companies:read\",\"people:read\"]");
        assertThat(preview.json().at("/missing_scopes").toString()).isEqualTo("[\"companies:read\",\"people:read\"]");
        assertThat(preview.json().at("/tokens").intValue()).isGreaterThan(20);
        assertThat(preview.text("/integrated_account_id")).isEqualTo(connection);
        String own = "/api/v1/connections/" + connection + "/tools";
        assertThat(api.get(own).json().at("/count").intValue()).isEqualTo(9);
        assertThat(api.get(own + "?read_only=true").json().at("/count").intValue())
                .isEqualTo(6);
        assertThat(api.get(own + "?tools=attio_records_search")
                        .json()
                        .at("/missing_scopes")
                        .toString())
                .isEqualTo("[\"search:read\"]");
        assertThat(api.get(own + "?denied_tools=attio_records_search")
                        .json()
                        .at("/count")
                        .intValue())
                .isEqualTo(8);
    }

    @Test
    void pagesStayInStepWhileThingsComeAndGo() throws Exception {
        String all = "/api/v1/connections/" + api.connection() + "/servers";
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(api.send("POST", all, "{\"name\":\"" + i + "\"}").text("/id"));
        }
        Got first = api.get(all + "?limit=3");
        List<String> seen = new ArrayList<>(ids(first));
        ok(204, api.send("DELETE", all + "/" + seen.get(2), ""));
        String next = first.headers().get("link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        assertThat(next).contains("limit=3").contains("cursor=" + first.text("/next_cursor"));
        Got second = api.get(next);
        seen.addAll(ids(second));
        Got third = api.get(all + "?limit=3&cursor=" + second.text("/next_cursor"));
        seen.addAll(ids(third));
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(made);
        assertThat(third.json().at("/next_cursor").isNull()).isTrue();
        assertThat(third.headers()).doesNotContainKey("link");
    }

    private static List<String> ids(Got page) {
        List<String> ids = new ArrayList<>();
        page.json().at("/data").forEach(item -> ids.add(item.get("id").stringValue()));
        return ids;
    }

    @Test
    void cursorsOfOtherListsAndForgedOnesAreRefused() throws Exception {
        String all = "/api/v1/connections/" + api.connection() + "/servers";
        String other = "/api/v1/connections/" + api.connection() + "/servers";
        api.send("POST", all, "{\"name\":\"1\"}");
        api.send("POST", all, "{\"name\":\"2\"}");
        String cursor = api.get(all + "?limit=1").text("/next_cursor");
        String changed = (cursor.startsWith("M") ? "N" : "M") + cursor.substring(1);
        for (String path : List.of(
                other + "?cursor=" + cursor,
                "/api/v1/tokens?cursor=" + cursor,
                "/api/v1/connections?cursor=" + cursor,
                "/api/v1/audit?cursor=" + cursor,
                all + "?cursor=" + changed,
                all + "?cursor=" + cursor.substring(0, cursor.indexOf('.')),
                all + "?cursor=.",
                all + "?cursor=%25%25")) {
            assertThat(ok(400, api.get(path)).text("/code")).as(path).isEqualTo("bad_cursor");
        }
        ok(200, api.get(all + "?cursor=" + cursor));
    }

    @Test
    void onlyTokensThatMayManageAreLetIn() throws Exception {
        String path = "/api/v1/connections";
        String call = api.token("Caller", Permission.CALL, Permission.METRICS);
        String revoked = api.token("Gone", Permission.MANAGE);
        api.tokens.revoke(
                dev.toolsmith.platform.model.Actor.SYSTEM,
                api.tokens.find(revoked).orElseThrow().id());
        for (String bad :
                List.of("Bearer ", "Basic " + api.token, api.token, "Bearer " + api.token + "x", "Bearer " + revoked)) {
            Got got = ok(401, api.send("GET", path, NOTHING, "Authorization", bad));
            assertThat(got.headers().get("www-authenticate")).startsWith("Bearer realm=");
        }
        ok(401, api.send("GET", path, NOTHING));
        ok(403, api.send("GET", path, NOTHING, "Authorization", "Bearer " + call));
        Got two = ok(
                400,
                api.send(
                        "GET",
                        path,
                        NOTHING,
                        "Authorization",
                        "Bearer " + api.token,
                        "Authorization",
                        "Bearer " + call));
        assertThat(two.text("/code")).isEqualTo("two_authorizations");
        ok(200, api.send("GET", path, NOTHING, "Authorization", "bearer " + api.token));
    }

    @Test
    void anAddressThatFailsTooOftenIsToldToWait() throws Exception {
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            Got got = api.send("GET", "/api/v1/tokens", NOTHING, "Authorization", "Bearer nonsense");
            if (got.status() == 429) {
                refused++;
                assertThat(Integer.parseInt(got.headers().get("retry-after"))).isBetween(1, 60);
            } else {
                ok(401, got);
            }
        }
        assertThat(refused).isBetween(1, 30);
        ok(200, api.get("/api/v1/tokens"));
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
                Got one = ok(404, api.send(method, all + foreign, body));
                Got two = ok(404, api.send(method, all + random, body));
                assertThat(comparable(one, foreign)).isEqualTo(comparable(two, random));
            }
        }
        for (String action : List.of("/roll", "/pause", "/resume")) {
            String all = "/api/v1/connections/" + mine + "/servers/";
            assertThat(comparable(ok(404, api.send("POST", all + foreign + action, "")), foreign))
                    .isEqualTo(comparable(ok(404, api.send("POST", all + random + action, "")), random));
        }
        ok(200, api.get("/api/v1/connections/" + other + "/servers/" + foreign));
    }

    private static String comparable(Got got, String id) {
        return got.body().replace(id, "ID").replace(got.text("/correlation_id"), "CORRELATION")
                + got.headers().get("content-length");
    }

    @Test
    void aCredentialIsCheckedBeforeItIsKept() throws Exception {
        Got refused = ok(422, api.send("POST", "/api/v1/connections", "{\"name\":\"x\",\"api_key\":\"sk_nonsense\"}"));
        assertThat(refused.text("/code")).isEqualTo("credential_refused");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/api_key");
        ok(422, api.send("POST", "/api/v1/connections", "{\"app\":\"other\",\"name\":\"x\",\"api_key\":\"k\"}"));
        String connection = api.connection();
        api.sandbox.close();
        Got unreachable = ok(502, api.send("POST", "/api/v1/connections", "{\"name\":\"x\",\"api_key\":\"sk_x\"}"));
        assertThat(unreachable.text("/code")).isEqualTo("upstream_unreachable");
        ok(502, api.send("POST", "/api/v1/connections/" + connection + "/check", ""));
        assertThat(ids(api.get("/api/v1/connections"))).containsExactly(connection);
    }

    @Test
    void theFirstAdministratorIsMadeOnceAndGetsAToken() throws Exception {
        String code = api.administrators.newSetupCode().orElseThrow();
        byte[] wrong = setup("AAAA-BBBB-CCCC").getBytes(StandardCharsets.UTF_8);
        ok(403, api.send("POST", "/api/v1/setup", wrong, "Content-Type", "application/json"));
        byte[] right = setup(code).getBytes(StandardCharsets.UTF_8);
        Got made = ok(201, api.send("POST", "/api/v1/setup", right, "Content-Type", "application/json"));
        assertThat(made.text("/administrator/email")).isEqualTo("ada@example.com");
        assertThat(api.tokens.find(made.text("/api_token")).orElseThrow().permissions())
                .containsExactlyInAnyOrder(Permission.MANAGE, Permission.METRICS);
        Got list =
                api.send("GET", "/api/v1/connections", NOTHING, "Authorization", "Bearer " + made.text("/api_token"));
        ok(200, list);
        ok(403, api.send("POST", "/api/v1/setup", right, "Content-Type", "application/json"));
    }

    @Test
    void aTokenForOneServerMayOnlyCall() throws Exception {
        String all = "/api/v1/connections/" + api.connection() + "/servers";
        String server = api.send("POST", all, "{\"name\":\"x\"}").text("/id");
        Got token = ok(
                201,
                api.send(
                        "POST",
                        "/api/v1/tokens",
                        "{\"name\":\"x\",\"permissions\":[\"call\"],\"server_id\":\"" + server + "\"}"));
        assertThat(token.text("/server_id")).isEqualTo(server);
        ok(
                422,
                api.send(
                        "POST",
                        "/api/v1/tokens",
                        "{\"name\":\"x\",\"permissions\":[\"manage\"],\"server_id\":\"" + server + "\"}"));
        ok(
                422,
                api.send(
                        "POST",
                        "/api/v1/tokens",
                        "{\"name\":\"x\",\"permissions\":[\"call\"],\"server_id\":\"srv_none\"}"));
        ok(
                422,
                api.send(
                        "POST",
                        "/api/v1/tokens",
                        "{\"name\":\"x\",\"permissions\":[\"call\"],\"expires_at\":\"2001-01-01T00:00:00Z\"}"));
        ok(400, api.send("POST", "/api/v1/tokens", "{\"name\":\"x\",\"permissions\":[\"root\"]}"));
        ok(422, api.send("POST", "/api/v1/tokens", "{\"name\":\"x\",\"permissions\":[]}"));
        ok(400, api.send("POST", "/api/v1/tokens", "{\"name\":\"x\"}"));
    }

    @Test
    void theTrailIsReadInPagesByFiltersAndTakenAwayWhole() throws Exception {
        String connection = api.connection();
        String all = "/api/v1/connections/" + connection + "/servers";
        String server = api.send("POST", all, "{\"name\":\"=1+1\"}").text("/id");
        for (int i = 0; i < 5; i++) {
            api.send("PATCH", all + "/" + server, "{\"name\":\"" + i + "\"}");
        }
        Got first = api.get("/api/v1/audit?limit=4&server=" + server);
        Got second = api.get("/api/v1/audit?limit=4&server=" + server + "&cursor=" + first.text("/next_cursor"));
        assertThat(first.json().at("/data").size() + second.json().at("/data").size())
                .isEqualTo(6);
        assertThat(first.text("/data/0/event/kind")).isEqualTo("server.changed");
        assertThat(second.text("/data/1/event/kind")).isEqualTo("server.created");
        assertThat(second.json().at("/next_cursor").isNull()).isTrue();
        assertThat(first.text("/data/0/event/actor")).startsWith("key_");
        assertThat(first.text("/data/0/event/address")).isEqualTo("127.0.0.1");
        assertThat(api.get("/api/v1/audit?server=srv_none").json().at("/data").isEmpty())
                .isTrue();
        assertThat(api.get("/api/v1/audit?until=2020-01-01T00:00:00%2B02:00")
                        .json()
                        .at("/data")
                        .isEmpty())
                .isTrue();
        long rows =
                api.get("/api/v1/audit?limit=1").json().at("/data/0/sequence").longValue();
        Got lines = api.get("/api/v1/audit/export");
        assertThat(lines.body().lines()).hasSize((int) rows);
        assertThat(lines.headers()).containsEntry("content-disposition", "attachment; filename=\"audit.jsonl\"");
        Got csv = api.get("/api/v1/audit/export?format=csv&connection=" + connection);
        assertThat(csv.body()).startsWith("sequence,time,kind,").contains(server);
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
        Got put = ok(405, api.send("PUT", "/api/v1/connections", "{}"));
        assertThat(put.headers()).containsEntry("allow", "GET, POST");
        ok(405, api.send("DELETE", "/api/v1/setup", ""));
    }

    @Test
    void everyMistakeInABodyIsNamedWithItsPlace() throws Exception {
        String all = "/api/v1/connections/" + api.connection() + "/servers";
        Got got = ok(
                400,
                api.send(
                        "POST",
                        all,
                        "{\"nmae\":\"x\",\"config\":{\"methods\":\"read\",\"readonly\":true,\"tags\":[1]},\"expires_at\":\"soon\"}"));
        List<String> places = new ArrayList<>();
        got.json()
                .at("/errors")
                .forEach(error -> places.add(error.get("pointer").stringValue() + " "
                        + error.get("code").stringValue()));
        assertThat(places)
                .containsExactlyInAnyOrder(
                        "/nmae unknown_member",
                        "/name required",
                        "/config/readonly unknown_member",
                        "/config/methods wrong_type",
                        "/config/tags/0 wrong_type",
                        "/expires_at no_time");
        assertThat(got.body()).contains("Did you mean \\\"name\\\"?").contains("Did you mean \\\"read_only\\\"?");
        Got twice = ok(400, api.send("POST", all, "{\"name\":\"a\",\"config\":{\"tags\":[],\"tags\":[]}}"));
        assertThat(twice.text("/errors/0/pointer")).isEqualTo("/config/tags");
        assertThat(twice.text("/errors/0/code")).isEqualTo("duplicate_member");
    }
}
