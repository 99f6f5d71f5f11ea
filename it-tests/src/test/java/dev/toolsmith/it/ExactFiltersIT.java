package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.it.exact.Api;
import dev.toolsmith.it.exact.Case;
import dev.toolsmith.it.exact.FilterCases;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Queries that are known to be right or wrong, sent to the API and through the tools. */
class ExactFiltersIT {
    private static final long SEED = 20_261_122;
    private static final int EACH = 500;

    @Test
    void theSandboxTakesTheRightQueriesAndRefusesTheWrongOnes() {
        try (Sandbox sandbox = Sandbox.start()) {
            Api api = api(sandbox);
            List<String> faults = new ArrayList<>();
            for (Case each : FilterCases.of(api, SEED, EACH)) {
                Api.Answer answer = api.send(
                        each.call().method(),
                        each.call().target(),
                        java.util.Optional.of(each.call().body()));
                if (answer.accepted() != each.right() || answer.status() >= 500) {
                    faults.add(each + "\n    -> " + answer.status() + " " + answer.body());
                }
            }
            assertThat(faults).isEmpty();
        }
    }

    private static Api api(Sandbox sandbox) {
        return (method, target, body) -> {
            HttpResponse<String> response =
                    sandbox.ask(method, target, body.map(JsonNode::toString).orElse(""));
            return new Api.Answer(response.statusCode(), Json.parse(response.body()));
        };
    }
}
