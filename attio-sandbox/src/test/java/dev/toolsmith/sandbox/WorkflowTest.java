package dev.toolsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class WorkflowTest {
    private static AttioSandbox sandbox;
    private static Caller caller;

    @BeforeAll
    static void start() {
        sandbox = AttioSandbox.start(0);
        caller = new Caller(sandbox);
    }

    @BeforeEach
    void reset() {
        caller.post("/_sandbox/reset", "");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void anInboundLeadEndsInOneCompanyAndOneEntryHoweverOftenItIsTriaged() {
        String company = "{\"data\":{\"values\":{\"domains\":[\"newlead.example\"],\"name\":\"New Lead Inc\"}}}";
        for (int round = 0; round < 3; round++) {
            String id = caller.put("/v2/objects/companies/records?matching_attribute=domains", company)
                    .data()
                    .path("id")
                    .path("record_id")
                    .asString();
            String entry = """
                    {"data":{"parent_object":"companies","parent_record_id":"%s",
                     "entry_values":{"status":"New Lead"}}}""".formatted(id);
            assertThat(caller.put("/v2/lists/inbound_q3/entries", entry).status())
                    .isEqualTo(200);
        }
        JsonNode companies = caller.post(
                        "/v2/objects/companies/records/query", "{\"filter\":{\"domains\":\"newlead.example\"}}")
                .data();
        assertThat(companies).hasSize(1);
        String id = companies.path(0).path("id").path("record_id").asString();
        assertThat(caller.get("/v2/objects/companies/records/" + id + "/entries")
                        .data())
                .hasSize(1);
    }

    @Test
    void theNotesOfADealComeNewestFirst() {
        String deal = caller.record("deals", "{\"name\":\"Stark Industries\"}");
        JsonNode notes = caller.get("/v2/notes?limit=3&parent_object=deals&parent_record_id=" + deal)
                .data();
        assertThat(notes)
                .extracting(note -> note.path("title").asString())
                .containsExactly("Price talk", "Security questionnaire", "Architecture review");
    }

    @Test
    void theTechnicalRequirementsOfAcmeAreAnAttributeValue() {
        String acme = caller.record("companies", "{\"domains\":\"acme.com\"}");
        JsonNode values = caller.get(
                        "/v2/objects/companies/records/" + acme + "/attributes/technical_requirements/values")
                .data();
        assertThat(values.path(0).path("value").asString()).contains("SAML");
    }
}
