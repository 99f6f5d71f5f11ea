package dev.toolsmith.examples.spring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** In place of a model: the triage of an inbound lead. Looks at the answers so far, and says what to call next. */
final class ScriptedModel {

    /** A call that the model wants. */
    record Step(String tool, Map<String, Object> arguments) {}

    /** The next call; empty when the model has what it needs. */
    Optional<Step> next(List<JsonNode> answers) {
        return switch (answers.size()) {
            case 0 -> Optional.of(new Step("list_all_attio_lists", Map.of()));
            case 1 -> Optional.of(assertCompany());
            case 2 -> Optional.of(assertEntry(answers.get(0), answers.get(1)));
            default -> Optional.empty();
        };
    }

    private static Step assertCompany() {
        return new Step(
                "attio_companies_assert",
                Map.of(
                        "matching_attribute",
                        "domains",
                        "data",
                        Map.of("values", Map.of("domains", List.of("vertexanalytics.io")))));
    }

    private static Step assertEntry(JsonNode lists, JsonNode company) {
        JsonNode inbound = lists.path("data")
                .valueStream()
                .filter(list -> list.path("name").asString().equals("Inbound Q3"))
                .findFirst()
                .orElseThrow();
        return new Step(
                "attio_entries_assert",
                Map.of(
                        "list",
                        inbound.path("api_slug").asString(),
                        "data",
                        Map.of(
                                "parent_object",
                                "companies",
                                "parent_record_id",
                                company.at("/data/id/record_id").asString(),
                                "entry_values",
                                Map.of("status", "New Lead"))));
    }
}
