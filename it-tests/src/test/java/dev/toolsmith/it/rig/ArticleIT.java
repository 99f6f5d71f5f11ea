package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.it.Json;
import dev.toolsmith.it.ToolFact;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Requests that scripts written for another hosting service send, with host, id and key replaced and nothing else. */
class ArticleIT {

    @TempDir
    private static Path folder;

    private static final Mcp MCP = new Mcp();
    private static Rig rig;
    private static String account;

    @BeforeAll
    static void start() {
        rig = Rig.with(0, folder);
        account = rig.management().connect(1);
    }

    @AfterAll
    static void stop() {
        rig.finish();
        rig.close();
    }

    @Test
    void readIsTheThirtyFiveToolsThatAreKnownAndTheFiveNewerOnes() {
        Endpoint reads = created("{\"name\":\"Read\",\"config\":{\"methods\":[\"read\"]},\"expires_at\":null}");
        List<String> listed = MCP.tools(reads);
        assertThat(listed).hasSize(40);
        assertThat(listed).filteredOn(name -> ToolFact.of(name).core()).hasSize(35);
        assertThat(MCP.call(reads, "list_all_attio_notes", Json.object()).isResult())
                .isTrue();
        assertThat(MCP.call(reads, "create_a_attio_note", Json.object()).code()).isEqualTo("-32602");
    }

    @Test
    void tagsLeaveExactlyTheirOwnTools() {
        Endpoint tagged = created("{\"name\":\"Tags\",\"config\":{\"methods\":[\"read\",\"write\",\"custom\"],"
                + "\"tags\":[\"companies\",\"people\"]},\"expires_at\":\"2099-12-31T23:59:59Z\"}");
        assertThat(MCP.tools(tagged))
                .containsExactlyElementsOf(ToolFact.all().values().stream()
                        .filter(fact -> List.of("companies", "people").contains(fact.tag()))
                        .map(ToolFact::name)
                        .sorted()
                        .toList());
    }

    @Test
    void aServerThatAsksForATokenOpensWithOneOnly() {
        JsonNode made = create("{\"name\":\"Token\",\"config\":{\"methods\":[\"read\"],\"tags\":[\"companies\"],"
                + "\"require_api_token_auth\":true},\"expires_at\":\"2099-12-31T23:59:59Z\"}");
        assertThat(made.required("config").required("require_api_token_auth").asBoolean())
                .isTrue();
        Endpoint endpoint = endpoint(made);
        long before = rig.stub().count();
        assertThat(MCP.call(endpoint, "list_all_attio_companies", Json.object()).status())
                .isEqualTo(401);
        assertThat(rig.stub().count()).isEqualTo(before);
    }

    @Test
    void theTokenIsToldOnceAndTheServerCanBeReadChangedAndRemoved() {
        JsonNode made = create("{\"name\":\"Once\",\"config\":{\"methods\":[\"read\"]}}");
        String place =
                "/integrated-account/" + account + "/mcp/" + made.required("id").asString();
        assertThat(made.has("token") && made.has("url")).isTrue();
        JsonNode read = rig.management().send("GET", place, "").ok();
        assertThat(read.has("token") || read.has("url")).isFalse();
        JsonNode changed = rig.management()
                .send("PATCH", place, "{\"config\":{\"tags\":[\"notes\"]}}")
                .ok();
        assertThat(changed.required("config").required("methods").toString()).isEqualTo("[\"read\"]");
        assertThat(MCP.tools(endpoint(made)))
                .allMatch(name -> ToolFact.of(name).tag().equals("notes"));
        assertThat(rig.management().send("DELETE", place, "").status()).isEqualTo(204);
        assertThat(MCP.call(endpoint(made), "list_all_attio_notes", Json.object())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aRestrictionThatLeavesNothingIsRefusedWithWhatIsClose() {
        Answered answered = rig.management()
                .send(
                        "POST",
                        "/integrated-account/" + account + "/mcp",
                        "{\"name\":\"None\",\"config\":{\"tags\":[\"compnies\"]}}");
        assertThat(answered.status()).isEqualTo(400);
        assertThat(answered.body()).contains("compnies").contains("companies");
    }

    private static Endpoint created(String body) {
        return endpoint(create(body));
    }

    private static JsonNode create(String body) {
        return rig.management()
                .send("POST", "/integrated-account/" + account + "/mcp", body)
                .ok();
    }

    private static Endpoint endpoint(JsonNode made) {
        return new Endpoint(
                1,
                account,
                made.required("id").asString(),
                rig.hosted().base().resolve("/mcp/" + made.required("token").asString()));
    }
}
