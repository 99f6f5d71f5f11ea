package dev.toolsmith.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.api.ApiRig.Got;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ApiListsTest {

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
    void pagesStayInStepWhileThingsComeAndGo() throws Exception {
        String all = "/api/v1/connections/" + api.connection() + "/servers";
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(api.send("POST", all, "{\"name\":\"" + i + "\"}").text("/id"));
        }
        Got first = api.get(all + "?limit=3");
        List<String> seen = new ArrayList<>(first.ids());
        api.send("DELETE", all + "/" + seen.get(2), "").must(204);
        String next = first.headers().get("link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        assertThat(next).contains("limit=3").contains("cursor=" + first.text("/next_cursor"));
        Got second = api.get(next);
        seen.addAll(second.ids());
        Got third = api.get(all + "?limit=3&cursor=" + second.text("/next_cursor"));
        seen.addAll(third.ids());
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(made);
        assertThat(third.json().at("/next_cursor").isNull()).isTrue();
        assertThat(third.headers()).doesNotContainKey("link");
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
            assertThat(api.get(path).must(400).text("/code")).as(path).isEqualTo("bad_cursor");
        }
        api.get(all + "?cursor=" + cursor).must(200);
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
}
