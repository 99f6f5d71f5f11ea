package dev.toolsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

final class ControlPathsTest {
    @RegisterExtension
    static final RunningSandbox SANDBOX = new RunningSandbox();

    private final Caller caller = SANDBOX.calls();

    @Test
    void theNextCallsAreAnsweredAsAsked() {
        caller.post("/_sandbox/next", "{\"count\":2,\"status\":503,\"path_prefix\":\"/v2/lists\",\"method\":\"GET\"}");
        assertThat(caller.get("/v2/objects").status()).isEqualTo(200);
        assertThat(caller.get("/v2/lists").status()).isEqualTo(503);
        assertThat(caller.get("/v2/lists/enterprise").status()).isEqualTo(503);
        assertThat(caller.get("/v2/lists").status()).isEqualTo(200);
    }

    @Test
    void tooManyCallsTellAnHttpDateToWaitFor() {
        caller.post("/_sandbox/next", "{\"status\":429,\"retry_after\":7}");
        Caller.Reply reply = caller.get("/v2/lists");
        assertThat(reply.code()).isEqualTo("rate_limit_exceeded");
        ZonedDateTime retry = ZonedDateTime.parse(reply.header("Retry-After"), DateTimeFormatter.RFC_1123_DATE_TIME);
        ZonedDateTime date = ZonedDateTime.parse(reply.header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME);
        assertThat(retry).isAfter(date);
    }

    @Test
    void aDelayAloneLetsTheCallThrough() {
        caller.post("/_sandbox/next", "{\"delay_ms\":150}");
        long start = System.nanoTime();
        assertThat(caller.get("/v2/lists").status()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(140_000_000L);
    }

    @Test
    void theJournalHoldsWhatArrivedAndNothingElse() {
        caller.delete("/_sandbox/requests");
        assertThat(caller.get("/_sandbox/requests").json().path("requests")).isEmpty();
        caller.post("/v2/notes?x=%20y", "{\"data\":{}}");
        JsonNode requests = caller.get("/_sandbox/requests").json().path("requests");
        assertThat(requests).hasSize(1);
        assertThat(requests.path(0).path("method").asString()).isEqualTo("POST");
        assertThat(requests.path(0).path("target").asString()).isEqualTo("/v2/notes?x=%20y");
        assertThat(requests.path(0).path("body").asString()).isEqualTo("{\"data\":{}}");
        assertThat(requests.path(0).path("headers").path("content-type").asString())
                .isEqualTo("application/json");
    }

    @Test
    void aResetGivesTheSameWorkspaceAgain() {
        String before = caller.post("/v2/objects/companies/records/query", "{}").body();
        String created = caller.post(
                        "/v2/objects", "{\"data\":{\"api_slug\":\"x\",\"singular_noun\":\"X\",\"plural_noun\":\"Xs\"}}")
                .body();
        caller.delete("/v2/objects/companies/records/" + caller.record("companies", "{\"domains\":\"acme.com\"}"));
        caller.post("/_sandbox/reset", "");
        assertThat(caller.post("/v2/objects/companies/records/query", "{}").body())
                .isEqualTo(before);
        assertThat(caller.post(
                                "/v2/objects",
                                "{\"data\":{\"api_slug\":\"x\",\"singular_noun\":\"X\",\"plural_noun\":\"Xs\"}}")
                        .body())
                .isEqualTo(created);
    }

    @Test
    void twoStartsAnswerTheSameBytes() {
        assertThat(session()).isEqualTo(session());
    }

    private static List<String> session() {
        try (AttioSandbox sandbox = AttioSandbox.start(0)) {
            Caller calls = new Caller(sandbox);
            List<String> bodies = new ArrayList<>();
            bodies.add(sandbox.token());
            for (String object : List.of("companies", "people", "deals", "users", "workspaces", "projects")) {
                bodies.add(calls.get("/v2/objects/" + object + "/attributes").body());
                bodies.add(calls.post("/v2/objects/" + object + "/records/query", "{}")
                        .body());
            }
            bodies.add(calls.post("/v2/objects/companies/records", "{\"data\":{\"values\":{\"name\":\"Same\"}}}")
                    .body());
            for (String target :
                    List.of("lists", "notes", "tasks", "meetings", "webhooks", "workspace_members", "self")) {
                bodies.add(calls.get("/v2/" + target).body());
            }
            return bodies;
        }
    }

    @Test
    void parallelAssertsOfOneDomainMakeOneCompany() throws Exception {
        String body = "{\"data\":{\"values\":{\"domains\":[\"parallel.example\"],\"name\":\"Parallel\"}}}";
        Callable<Integer> call = () -> caller.put("/v2/objects/companies/records?matching_attribute=domains", body)
                .status();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> answers = threads.invokeAll(java.util.Collections.nCopies(40, call));
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(caller.post("/v2/objects/companies/records/query", "{\"filter\":{\"domains\":\"parallel.example\"}}")
                        .data())
                .hasSize(1);
    }

    @Test
    void anUnknownPathIsNotFound() {
        assertThat(caller.get("/v2/nothing").code()).isEqualTo("not_found");
        assertThat(caller.get("/_sandbox/nothing").code()).isEqualTo("not_found");
        assertThat(caller.post("/_sandbox/tokens", "{\"scopes\":[\"no\"]}").status())
                .isEqualTo(400);
    }
}
