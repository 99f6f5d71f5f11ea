package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every engine over every transport gives the same answers: the same list, and the same result of every call. */
class EnginesIT {

    private static Sandbox sandbox;
    private static RecordingProxy upstream;
    private static Connections connections;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        upstream = RecordingProxy.before(sandbox.baseUrl());
        connections = Connections.before(upstream.baseUrl(), Product.published(sandbox.credential()));
    }

    @AfterAll
    static void stop() {
        connections.close();
        upstream.close();
        sandbox.close();
    }

    @Test
    void listTheSameTools() {
        Server first = Server.all().get(0);
        List<JsonNode> expected = connections.to(first).tools();

        assertThat(Server.all())
                .allSatisfy(server -> assertThat(connections.to(server).tools())
                        .as("%s against %s", server, first)
                        .isEqualTo(expected));
    }

    @Test
    void answerEveryCallAlike() {
        Server first = Server.all().get(0);
        Map<String, JsonNode> expected = results(first);

        assertThat(expected).isNotEmpty();
        assertThat(Server.all())
                .allSatisfy(server -> assertThat(results(server))
                        .as("%s against %s", server, first)
                        .isEqualTo(expected));
    }

    @Test
    void refuseWrongArgumentsAlike() {
        JsonNode wrong = Json.parse("{\"matching_atribute\":\"domains\",\"data\":{\"values\":\"x\"}}");
        Server first = Server.all().get(0);
        JsonNode expected = refusal(first, wrong);

        assertThat(expected.path("isError").asBoolean(false)).isTrue();
        assertThat(Server.all())
                .allSatisfy(server ->
                        assertThat(refusal(server, wrong)).as("%s", server).isEqualTo(expected));
    }

    private static JsonNode refusal(Server server, JsonNode arguments) {
        return connections
                .to(server)
                .call("attio_companies_assert", arguments)
                .message()
                .path("result");
    }

    private static Map<String, JsonNode> results(Server server) {
        sandbox.reset();
        CallSequence sequence = CallSequence.over(connections.to(server), upstream);
        Map<String, JsonNode> results = new LinkedHashMap<>();
        for (ValidCall call : ValidCall.table()) {
            results.put(
                    call.row() + " " + call.tool(),
                    sequence.make(call).answer().message().path("result"));
        }
        return results;
    }
}
