package dev.toolsmith.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.api.ApiRig.Got;
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
        api.send("POST", "/api/v1/setup", ApiRig.setup(code)).must(201);
        api.get("/api/v1/openapi.json").must(200);
        api.get("/api/v1/apps").must(200);
        String connection = api.connection();
        String one = "/api/v1/connections/" + connection;
        api.get("/api/v1/connections").must(200);
        api.get(one).must(200);
        api.send("PATCH", one, "{\"name\":\"Other\"}").must(200);
        api.send("POST", one + "/check", "").must(200);
        api.send("POST", one + "/pause", "{}").must(200);
        api.send("POST", one + "/resume", "").must(200);
        api.send("PUT", one + "/credential", "{\"api_key\":\"" + api.sandbox.token() + "\"}")
                .must(200);
        api.get(one + "/tools").must(200);
        servers(one + "/servers", true);
        servers("/integrated-account/" + connection + "/mcp", false);
        api.get("/integrated-account/" + connection + "/tools?methods=read").must(200);
        String token = api.send("POST", "/api/v1/tokens", "{\"name\":\"CI\",\"permissions\":[\"call\"]}")
                .must(201)
                .text("/id");
        api.get("/api/v1/tokens").must(200);
        api.send("DELETE", "/api/v1/tokens/" + token, "").must(204);
        api.get("/api/v1/audit").must(200);
        api.get("/api/v1/audit/export?format=csv").must(200);
        api.send("DELETE", one, "").must(204);
        Set<String> missed = new TreeSet<>(api.contract.successes());
        missed.removeAll(api.contract.seen());
        assertThat(missed).isEmpty();
    }

    private void servers(String all, boolean own) throws Exception {
        String one = all + "/" + api.send("POST", all, ARTICLE).must(201).text("/id");
        api.get(all).must(200);
        api.get(one).must(200);
        api.send("PATCH", one, "{\"name\":\"Other\"}").must(200);
        if (own) {
            api.send("POST", one + "/roll", "{\"overlap_seconds\":60}").must(200);
            api.send("POST", one + "/pause", "").must(200);
            assertThat(api.get(one).text("/state")).isEqualTo("paused");
            api.send("POST", one + "/resume", "").must(200);
        }
        api.send("DELETE", one, "").must(204);
        api.send("DELETE", one, "").must(404);
    }

    @Test
    void theArticlesRequestMakesAServer() throws Exception {
        String connection = api.connection();
        Got made = api.send("POST", "/integrated-account/" + connection + "/mcp", ARTICLE)
                .must(201);
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
        Got changed = api.send("PATCH", one, "{\"config\":{\"methods\":[\"list\"],\"calls_per_minute\":7}}")
                .must(200);
        assertThat(changed.json().at("/config").toString())
                .isEqualTo(
                        "{\"methods\":[\"list\"],\"tags\":[\"companies\",\"people\"],\"tools\":[],\"denied_tools\":[],"
                                + "\"read_only\":false,\"require_api_token_auth\":true,\"calls_per_minute\":7,"
                                + "\"pinned_version\":null,\"tool_exposure\":\"all\",\"confirm\":\"never\","
                                + "\"view\":\"full\",\"structured\":false}");
        assertThat(changed.text("/expires_at")).isEqualTo("2030-01-01T00:00:00Z");
        Got later = api.send("PATCH", one, "{\"expires_at\":\"2031-01-01T01:30:00.25+02:00\"}")
                .must(200);
        assertThat(later.text("/expires_at")).isEqualTo("2030-12-31T23:30:00.250Z");
        Got never = api.send("PATCH", one, "{\"expires_at\":null,\"config\":{\"calls_per_minute\":null}}")
                .must(200);
        assertThat(never.json().at("/expires_at").isNull()).isTrue();
        assertThat(never.json().at("/config/calls_per_minute").isNull()).isTrue();
        assertThat(never.json().at("/config/methods").toString()).isEqualTo("[\"list\"]");
        assertThat(api.send("PATCH", one, "{}").body()).isEqualTo(never.body());
    }

    @Test
    void aServerWithoutConfigurationOffersEverything() throws Exception {
        String all = "/api/v1/connections/" + api.connection() + "/servers";
        Got made = api.send("POST", all, "{\"name\":\"All\"}").must(201);
        assertThat(made.json().at("/config/methods").isEmpty()).isTrue();
        assertThat(made.json().at("/expires_at").isNull()).isTrue();
    }

    @Test
    void aPresetIsWhereAConfigurationBegins() throws Exception {
        String all = "/api/v1/connections/" + api.connection() + "/servers";
        Got made = api.send(
                        "POST", all, "{\"name\":\"Look\",\"preset\":\"read-only\",\"config\":{\"tags\":[\"people\"]}}")
                .must(201);
        assertThat(made.json().at("/config/read_only").booleanValue()).isTrue();
        assertThat(made.json().at("/config/tags").toString()).isEqualTo("[\"people\"]");

        Got wider = api.send("POST", all, "{\"name\":\"x\",\"preset\":\"read-only\",\"config\":{\"read_only\":false}}")
                .must(400);
        assertThat(wider.text("/code")).isEqualTo("wider_than_preset");
        assertThat(wider.text("/errors/0/pointer")).isEqualTo("/config/read_only");

        Got unknown = api.send("POST", all, "{\"name\":\"x\",\"preset\":\"read_only\"}")
                .must(400);
        assertThat(unknown.text("/code")).isEqualTo("unknown_preset");
        assertThat(unknown.text("/errors/0/pointer")).isEqualTo("/preset");
        assertThat(unknown.text("/detail")).contains("Did you mean \"read-only\"?", "There are: read-only.");
        Got changed = api.send("PATCH", all + "/" + made.text("/id"), "{\"preset\":\"read-only\"}")
                .must(400);
        assertThat(changed.text("/errors/0/pointer")).isEqualTo("/preset");
        assertThat(changed.text("/errors/0/code")).isEqualTo("only_when_made");
        assertThat(changed.text("/errors/0/detail"))
                .isEqualTo("A preset is for making a server only. Change its \"config\", or make another server.");
    }

    @Test
    void howAServerMeetsItsClientsIsChosenAndChangedWordByWord() throws Exception {
        String all = "/api/v1/connections/" + api.connection() + "/servers";
        Got made = api.send(
                        "POST",
                        all,
                        "{\"name\":\"Lean\",\"config\":{\"tool_exposure\":\"discovery\",\"confirm\":\"destructive\"}}")
                .must(201);
        assertThat(made.text("/config/tool_exposure")).isEqualTo("discovery");
        assertThat(made.text("/config/confirm")).isEqualTo("destructive");
        assertThat(made.text("/config/view")).isEqualTo("full");
        String one = all + "/" + made.text("/id");
        Got changed = api.send(
                        "PATCH",
                        one,
                        "{\"config\":{\"view\":\"compact\",\"structured\":true,\"tool_exposure\":\"all\"}}")
                .must(200);
        assertThat(changed.text("/config/tool_exposure")).isEqualTo("all");
        assertThat(changed.text("/config/confirm")).isEqualTo("destructive");
        assertThat(changed.text("/config/view")).isEqualTo("compact");
        assertThat(changed.json().at("/config/structured").asBoolean()).isTrue();
        assertThat(api.get(one).body()).isEqualTo(changed.body());
        Got again =
                api.send("PATCH", one, "{\"config\":{\"view\":\"compact\"}}").must(200);
        assertThat(again.json().at("/config/structured").asBoolean()).isTrue();

        Got refused = api.send(
                        "POST",
                        all,
                        "{\"name\":\"x\",\"config\":{\"tool_exposure\":\"ALL\",\"confirm\":7,\"view\":\"\"}}")
                .must(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/config/tool_exposure");
        assertThat(refused.text("/errors/0/detail")).isEqualTo("\"tool_exposure\" is \"all\" or \"discovery\".");
        assertThat(refused.text("/errors/1/pointer")).isEqualTo("/config/confirm");
        assertThat(refused.text("/errors/1/code")).isEqualTo("wrong_type");
        assertThat(refused.text("/errors/2/detail")).isEqualTo("\"view\" is \"full\" or \"compact\" or \"text\".");
    }

    @Test
    void whatLeavesNoToolIsRefusedWithTheClosestThereIs() throws Exception {
        String all = "/api/v1/connections/" + api.connection() + "/servers";
        Got tag = api.send("POST", all, "{\"name\":\"x\",\"config\":{\"tags\":[\"company\"]}}")
                .must(400);
        assertThat(tag.text("/code")).isEqualTo("unknown_tag");
        assertThat(tag.text("/detail")).contains("\"company\"", "companies");
        Got none = api.send("POST", all, "{\"name\":\"x\",\"config\":{\"methods\":[\"write\"],\"tags\":[\"notes\"]}}")
                .must(400);
        assertThat(none.text("/code")).isEqualTo("no_tools");
        assertThat(none.text("/detail")).contains("write", "notes");
        assertThat(api.get(all).json().at("/data").isEmpty()).isTrue();
    }

    @Test
    void aPreviewTellsWhatToolsNeedAndCost() throws Exception {
        String connection = api.connection();
        Got preview = api.get(
                        "/integrated-account/" + connection + "/tools?methods=read,custom&tags=companies&tags=people")
                .must(200);
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
    void aPreviewBeginsWithAPresetAndCountsWhatTheServerWouldList() throws Exception {
        Got apps = api.get("/api/v1/apps").must(200);
        assertThat(apps.json().at("/data/0/presets").toString())
                .isEqualTo(
                        "[{\"name\":\"read-only\",\"summary\":\"looks at everything, changes nothing\",\"tools\":6}]");
        String tools = "/api/v1/connections/" + api.connection() + "/tools";
        Got all = api.get(tools + "?preset=read-only").must(200);
        assertThat(all.json().at("/count").intValue()).isEqualTo(6);
        assertThat(api.get(tools + "?preset=read-only&tags=people")
                        .must(200)
                        .json()
                        .at("/count")
                        .intValue())
                .isEqualTo(1);
        Got wider = api.get(tools + "?preset=read-only&read_only=false").must(400);
        assertThat(wider.text("/code")).isEqualTo("wider_than_preset");
        Got unknown = api.get(tools + "?preset=reed-only").must(400);
        assertThat(unknown.text("/detail")).contains("Did you mean \"read-only\"?");

        Got found = api.get(tools + "?preset=read-only&tool_exposure=discovery").must(200);
        assertThat(found.json().at("/tools")).isEqualTo(all.json().at("/tools"));
        assertThat(found.json().at("/tokens").intValue()).isBetween(200, 400);
        assertThat(all.json().at("/tokens").intValue()).isLessThan(200);
        assertThat(api.get(tools + "?tool_exposure=some").must(400).text("/detail"))
                .contains("is one of all, discovery");
    }

    @Test
    void aCredentialIsCheckedBeforeItIsKept() throws Exception {
        Got refused = api.send("POST", "/api/v1/connections", "{\"name\":\"x\",\"api_key\":\"sk_nonsense\"}")
                .must(422);
        assertThat(refused.text("/code")).isEqualTo("credential_refused");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/api_key");
        api.send("POST", "/api/v1/connections", "{\"app\":\"other\",\"name\":\"x\",\"api_key\":\"k\"}")
                .must(422);
        String connection = api.connection();
        api.sandbox.close();
        Got unreachable = api.send("POST", "/api/v1/connections", "{\"name\":\"x\",\"api_key\":\"sk_x\"}")
                .must(502);
        assertThat(unreachable.text("/code")).isEqualTo("upstream_unreachable");
        api.send("POST", "/api/v1/connections/" + connection + "/check", "").must(502);
        assertThat(api.get("/api/v1/connections").ids()).containsExactly(connection);
    }

    @Test
    void everyMistakeInABodyIsNamedWithItsPlace() throws Exception {
        String all = "/api/v1/connections/" + api.connection() + "/servers";
        Got got = api.send(
                        "POST",
                        all,
                        "{\"nmae\":\"x\",\"config\":{\"methods\":\"read\",\"readonly\":true,\"tags\":[1]},\"expires_at\":\"soon\"}")
                .must(400);
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
        Got twice = api.send("POST", all, "{\"name\":\"a\",\"config\":{\"tags\":[],\"tags\":[]}}")
                .must(400);
        assertThat(twice.text("/errors/0/pointer")).isEqualTo("/config/tags");
        assertThat(twice.text("/errors/0/code")).isEqualTo("duplicate_member");
    }

    @Test
    void aRevokedConnectionIsShownAndMendedByAnotherCredential() throws Exception {
        String key = api.sandbox("/_sandbox/tokens", "{\"scopes\":[\"note:read\"]}")
                .get("token")
                .stringValue();
        Got made = api.send("POST", "/api/v1/connections", "{\"name\":\"x\",\"api_key\":\"" + key + "\"}")
                .must(201);
        assertThat(made.json().at("/scopes").toString()).isEqualTo("[\"note:read\"]");
        assertThat(made.text("/credential_hint")).isEqualTo(key.substring(key.length() - 4));
        String one = "/api/v1/connections/" + made.text("/id");
        api.sandbox("/_sandbox/revoke", "{\"token\":\"" + key + "\"}");
        Got revoked = api.send("POST", one + "/check", "").must(200);
        assertThat(revoked.text("/state")).isEqualTo("revoked");
        assertThat(revoked.text("/state_reason")).isNotEmpty();
        assertThat(api.send("POST", one + "/pause", "").must(409).text("/code")).isEqualTo("connection_revoked");
        api.send("POST", one + "/resume", "").must(409);
        api.send("PUT", one + "/credential", "{\"api_key\":\"" + key + "\"}").must(422);
        Got mended = api.send("PUT", one + "/credential", "{\"api_key\":\"" + api.sandbox.token() + "\"}")
                .must(200);
        assertThat(mended.text("/state")).isEqualTo("active");
        assertThat(mended.json().at("/scopes").size()).isGreaterThan(1);
    }

    @Test
    void withoutAStoreTheAnswerSaysSoAndNothingElse() throws Exception {
        String connection = api.connection();
        api.store.close();
        for (Got got : List.of(
                api.get("/api/v1/audit"),
                api.send("POST", "/api/v1/tokens", "{\"name\":\"x\",\"permissions\":[\"call\"]}"),
                api.send("POST", "/integrated-account/" + connection + "/mcp", ARTICLE),
                api.send("DELETE", "/api/v1/connections/" + connection, ""))) {
            assertThat(got.must(503).body())
                    .contains("store_unavailable")
                    .doesNotContain("Exception", "SQL", "toolsmith.db", folder.toString());
        }
    }
}
