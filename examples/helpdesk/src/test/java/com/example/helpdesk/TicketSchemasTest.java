package com.example.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What a model gets to see of an account's own fields, of the real server before a stub of the API. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TicketSchemasTest {

    private static final String CREATE = "helpdesk_create_ticket";
    private static final String UPDATE = "helpdesk_update_ticket";

    private StubHelpdesk helpdesk;
    private StartedServer server;

    @BeforeEach
    void start() throws IOException {
        helpdesk = StubHelpdesk.start();
        server = StartedServer.before(helpdesk.baseUrl());
    }

    /** On a slow machine the first call may go before the fields are known, and says so; then it is made again. */
    private void fieldsAreKnown() {
        JsonNode result;
        do {
            result = server.call(UPDATE, "{'ticket_id':7,'fields':{'urgency':'Low'}}");
            assertThat(result.path("isError").asBoolean()).as(text(result)).isFalse();
        } while (result.at("/_meta/dev.toolsmith~1schema").isObject());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        helpdesk.close();
    }

    @Test
    void theAccountsFieldsAreListed() {
        JsonNode create = server.listed(CREATE).path("inputSchema");

        assertThat(create.path("required").toString()).isEqualTo("[\"subject\",\"fields\"]");
        assertThat(create.at("/properties/fields").toString()).isEqualTo("""
            {"type":"object","additionalProperties":false,"properties":{\
            "urgency":{"enum":["Low","Normal","High"],"description":"Urgency"},\
            "seats":{"type":"number","description":"Seats concerned"},\
            "due":{"type":"string","format":"date","description":"Due on"}},\
            "required":["urgency"]}\
            """);
        assertThat(server.listed(UPDATE).at("/inputSchema/properties/fields").has("required"))
                .isFalse();
    }

    @Test
    void aCallThatDoesNotFitTheAccountIsRefusedBeforeItIsSent() {
        fieldsAreKnown();

        JsonNode result =
                server.call(CREATE, "{'subject':'Printer','fields':{'urgency':'Hihg','seat':3,'due':'soon'}}");

        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(text(result)).isEqualTo("""
            These arguments do not fit this account. Nothing was sent.
            - /fields/urgency: expected one of "Low", "Normal", "High", got the string "Hihg". Did you mean "High"?
            - /fields/due: expected a date such as 2025-07-18, got the string "soon".
            - /fields/seat: not known there. Did you mean "seats"?
            Mend them and call the tool again.\
            """);
        assertThat(helpdesk.requests()).doesNotContain("POST /tickets");
    }

    @Test
    void callsThatFitAreSentAndTheFieldsAreReadOnce() {
        fieldsAreKnown();
        for (int call = 0; call < 3; call++) {
            JsonNode result = server.call(CREATE, "{'subject':'Printer','fields':{'urgency':'High','seats':3}}");
            assertThat(result.path("isError").asBoolean()).as(text(result)).isFalse();
        }

        assertThat(helpdesk.requests()).filteredOn("POST /tickets"::equals).hasSize(3);
        assertThat(helpdesk.requests()).filteredOn("GET /ticket_fields"::equals).hasSize(1);
    }

    @Test
    void aRenamedChoiceIsSeenWhenTheApiRefusesTheOldOne() {
        fieldsAreKnown();
        String old = "{'subject':'Printer','fields':{'urgency':'High'}}";
        helpdesk.urgenciesAre("Low", "Normal", "Severe");

        assertThat(text(server.call(CREATE, old)))
                .contains("urgency is none of the choices")
                .endsWith("""

                    As the account is now:
                    - /fields/urgency: expected one of "Low", "Normal", "Severe", got the string "High".\
                    """);
        JsonNode anew = server.call(CREATE, old.replace("High", "Severe"));
        assertThat(anew.path("isError").asBoolean()).as(text(anew)).isFalse();
    }

    @Test
    void fieldsThatCannotBeReadLeaveTheCallAsTheDescriptionHasIt() {
        helpdesk.fieldsAreAnsweredWith(403);

        JsonNode result = server.call(CREATE, "{'subject':'Printer','fields':{'urgency':'High'}}");

        assertThat(result.path("isError").asBoolean()).as(text(result)).isFalse();
        assertThat(result.at("/_meta/dev.toolsmith~1schema/used").asString()).isEqualTo("published");
        assertThat(helpdesk.requests()).contains("POST /tickets");
    }

    private static String text(JsonNode result) {
        return result.at("/content/0/text").asString();
    }
}
