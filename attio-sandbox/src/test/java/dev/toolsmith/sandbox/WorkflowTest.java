package dev.toolsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

final class WorkflowTest {
    @RegisterExtension
    static final RunningSandbox SANDBOX = new RunningSandbox();

    private final Caller caller = SANDBOX.calls();

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

    @Test
    void anEntryMovesToClosedWonWithItsRevenue() {
        String acme = caller.record("companies", "{\"domains\":\"acme.com\"}");
        String parent = "{\"data\":{\"parent_object\":\"companies\",\"parent_record_id\":\"" + acme + "\","
                + "\"entry_values\":{\"stage\":\"Discovery\"}}}";
        String entry = caller.put("/v2/lists/enterprise_sales/entries", parent)
                .data()
                .path("id")
                .path("entry_id")
                .asString();
        String target = "/v2/lists/enterprise_sales/entries/" + entry;
        assertThat(caller.patch(target, "{\"data\":{\"entry_values\":{\"stage\":\"Closed Won\",\"arr\":150000}}}")
                        .status())
                .isEqualTo(200);
        JsonNode values = caller.get(target).data().path("entry_values");
        assertThat(values.path("stage").path(0).path("status").path("title").asString())
                .isEqualTo("Closed Won");
        assertThat(values.path("arr").path(0).path("currency_value").asInt()).isEqualTo(150_000);
        JsonNode history = caller.get(target + "/attributes/stage/values?show_historic=true")
                .data();
        assertThat(history)
                .extracting(value -> value.path("status").path("title").asString())
                .containsExactly("Closed Won", "Discovery");
        assertThat(history.path(1).path("active_until"))
                .isEqualTo(history.path(0).path("active_from"));
    }
}
