package dev.toolsmith.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.api.ApiRig.Got;
import dev.toolsmith.platform.hosting.CrmJar;
import dev.toolsmith.runtime.bundle.BundleVersion;
import dev.toolsmith.runtime.tool.ToolBundle;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ApiVersionsTest {

    private static final ToolBundle ONE = CrmJar.of("attio", "1", "attio_list_companies", "attio_list_deals");
    private static final ToolBundle TWO = CrmJar.of("attio", "2", "attio_list_companies", "attio_list_notes");
    private static final String FIRST = BundleVersion.of(ONE).digest();
    private static final String SECOND = BundleVersion.of(TWO).digest();

    @TempDir
    private Path folder;

    private ApiRig api;
    private String servers;

    @BeforeEach
    void start() throws Exception {
        api = new ApiRig(folder);
        servers = "/api/v1/connections/" + api.connection() + "/servers";
        api.keeper.prepare(List.of(ONE)).run();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private Got made(String config) throws Exception {
        return api.send("POST", servers, "{\"name\":\"One\",\"config\":" + config + "}");
    }

    @Test
    void versionsAreListedAndAServerKeepsTheOneItIsPinnedTo() throws Exception {
        Got pinned = made("{\"pinned_version\":\"" + FIRST + "\"}").must(201);
        assertThat(pinned.text("/config/pinned_version")).isEqualTo(FIRST);
        api.keeper.prepare(List.of(TWO)).run();
        Got apps = api.get("/api/v1/apps").must(200);
        JsonNode versions = apps.json().at("/data/0/versions");
        assertThat(apps.text("/data/0/app")).isEqualTo("attio");
        assertThat(apps.json().at("/problem").isNull()).isTrue();
        assertThat(versions.at("/0/digest").stringValue()).isEqualTo(SECOND);
        assertThat(versions.at("/0/newest").booleanValue()).isTrue();
        assertThat(versions.findValues("digest").toString()).contains(FIRST);
        for (JsonNode version : versions) {
            boolean isFirst = version.get("digest").stringValue().equals(FIRST);
            assertThat(version.get("servers").intValue()).isEqualTo(isFirst ? 1 : 0);
        }
        String one = servers + "/" + pinned.text("/id");
        assertThat(api.get(one).text("/version")).isEqualTo(FIRST);
        Got followed =
                api.send("PATCH", one, "{\"config\":{\"pinned_version\":null}}").must(200);
        assertThat(followed.text("/version")).isEqualTo(SECOND);
        assertThat(followed.json().at("/config/pinned_version").isNull()).isTrue();
    }

    @Test
    void aPreviewShowsThePinnedVersionsTools() throws Exception {
        made("{\"pinned_version\":\"" + FIRST + "\"}").must(201);
        api.keeper.prepare(List.of(TWO)).run();
        String tools = servers.replace("/servers", "/tools");
        assertThat(api.get(tools).must(200).body()).contains("attio_list_notes").doesNotContain("attio_list_deals");
        assertThat(api.get(tools + "?pinned_version=" + FIRST).must(200).body())
                .contains("attio_list_deals")
                .doesNotContain("attio_list_notes");
        assertThat(api.get(tools + "?pinned_version=zzz").must(400).text("/code"))
                .isEqualTo("unknown_version");
    }

    @Test
    void anUnknownVersionIsRefusedWithItsPlace() throws Exception {
        Got refused = made("{\"pinned_version\":\"../../etc\"}").must(400);
        assertThat(refused.text("/code")).isEqualTo("unknown_version");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/config/pinned_version");
        made("{\"pinned_version\":7}").must(400);
    }

    @Test
    void droppedWordsAreShown() throws Exception {
        String one = servers + "/"
                + made("{\"tools\":[\"attio_list_companies\",\"attio_list_deals\"]}")
                        .must(201)
                        .text("/id");
        api.keeper.prepare(List.of(TWO)).run();
        Got now = api.get(one).must(200);
        assertThat(now.json().at("/dropped").toString()).isEqualTo("{\"tools\":[\"attio_list_deals\"]}");
        assertThat(now.text("/notice")).contains("attio_list_deals");
        Got renamed = api.send("PATCH", one, "{\"name\":\"Other\"}").must(200);
        assertThat(renamed.text("/name")).isEqualTo("Other");
    }

    @Test
    void aRefusedMoveIsShownUntilOneIsNot() throws Exception {
        api.keeper.tried("The file is no jar.");
        assertThat(api.get("/api/v1/apps").text("/problem")).isEqualTo("The file is no jar.");
        api.keeper.tried("");
        assertThat(api.get("/api/v1/apps").json().at("/problem").isNull()).isTrue();
    }
}
