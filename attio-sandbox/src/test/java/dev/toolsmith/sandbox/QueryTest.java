package dev.toolsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class QueryTest {
    @RegisterExtension
    static final RunningSandbox SANDBOX = new RunningSandbox();

    private final Caller caller = SANDBOX.calls();

    private Caller.Reply query(String object, String body) {
        return caller.post("/v2/objects/" + object + "/records/query", body.replace('`', '"'));
    }

    private static List<String> names(JsonNode records) {
        List<String> names = new ArrayList<>();
        for (JsonNode record : records) {
            JsonNode name = record.path("values").path("name").path(0);
            names.add(name.path("value").asString(name.path("full_name").asString("")));
        }
        return names;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            companies | {`name`:`Acme`} | Acme
            companies | {`name`:{`$eq`:`Acme`}} | Acme
            companies | {`name`:{`value`:{`$contains`:`INDUSTR`}}} | Stark Industries
            companies | {`name`:{`$starts_with`:`ini`}} | Initech
            companies | {`name`:{`$in`:[`Acme`,`Globex`]}} | Acme,Globex
            companies | {`description`:{`$not_empty`:true},`industry`:`SaaS`} | Initech
            companies | {`domains`:`stark.com`} | Stark Industries
            companies | {`domains`:{`root_domain`:{`$ends_with`:`.io`}}} | Vertex Analytics
            companies | {`categories`:`SaaS`} | Vertex Analytics,Initech
            companies | {`$or`:[{`name`:`Acme`},{`industry`:`SaaS`}]} | Acme,Initech
            companies | {`$and`:[{`categories`:`B2B`},{`$not`:{`name`:`Acme`}}]} | Globex
            companies | {`primary_location`:{`country_code`:`DE`}} | Vertex Analytics
            companies | {`path`:[[`companies`,`team`],[`people`,`email_addresses`]],`constraints`:{`email_address`:`wile@acme.com`}} | Acme
            people | {`name`:`Pepper Potts`} | Pepper Potts
            people | {`name`:{`last_name`:{`$eq`:`Potts`}}} | Pepper Potts
            people | {`email_addresses`:{`email_domain`:{`$contains`:`stark`}}} | Pepper Potts,Harold Hogan
            people | {`phone_numbers`:{`country_code`:`DE`}} | Jane Vector
            people | {`path`:[[`people`,`company`],[`companies`,`name`]],`constraints`:{`value`:`Globex`}} | Hank Scorpio
            deals | {`stage`:`Lost`} | Initech seats
            deals | {`value`:{`$gte`:64000,`$lt`:480000}} | Acme,Globex renewal
            projects | {`billable`:true} | Acme rollout
            projects | {`due_on`:{`$gt`:`2026-07-01`}} | Stark migration
            projects | {`risk`:{`$lte`:2}} | Acme rollout
            projects | {`kicked_off_at`:{`$lt`:`2026-02-01T00:00:00Z`}} | Acme rollout
            """)
    void aFilterFindsItsRecords(String object, String filter, String expected) {
        Caller.Reply reply = query(object, "{`filter`:" + filter + "}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(names(reply.data())).containsExactly(expected.split(","));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            companies | {`nope`:1} | unknown_filter_attribute_slug
            companies | {`$not`:{`$or`:[{`name`:`x`}]}} | unknown_filter_attribute_slug
            companies | {`name`:{`$gt`:`a`}} | invalid_filter_operator
            companies | {`name`:{`$neq`:`a`}} | invalid_filter_operator
            deals | {`stage`:{`$in`:[`Lead`]}} | invalid_filter_operator
            people | {`email_addresses`:{`$not_empty`:true}} | invalid_filter_operator
            people | {`phone_numbers`:{`original_phone_number`:`+1`}} | invalid_filter_field
            companies | {`primary_location`:{`latitude`:`1`}} | invalid_filter_field
            companies | {`name`:7} | filter_error
            companies | {`$or`:{}} | filter_error
            companies | {`primary_location`:`Paris`} | filter_error
            projects | {`kicked_off_at`:{`$gt`:`2026-01-01`}} | filter_error
            companies | {`path`:[[`people`,`name`]],`constraints`:{}} | filter_error
            """)
    void aWrongFilterIsAnsweredWithItsCode(String object, String filter, String code) {
        Caller.Reply reply = query(object, "{`filter`:" + filter + "}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.json().path("path").isArray()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            deals | [{`attribute`:`value`,`direction`:`desc`}] | Stark Industries,Acme,Globex renewal,Vertex Analytics pilot,Initech seats
            deals | [{`attribute`:`name`,`direction`:`asc`}] | Acme,Globex renewal,Initech seats,Stark Industries,Vertex Analytics pilot
            people | [{`attribute`:`name`,`field`:`last_name`,`direction`:`asc`}] | Wile Coyote,Peter Gibbons,Harold Hogan,Pepper Potts,Rhoda Runner,Hank Scorpio,Jane Vector
            companies | [{`attribute`:`foundation_date`,`direction`:`desc`},{`attribute`:`name`,`direction`:`desc`}] | Acme,Vertex Analytics,Umbra Logistics,Stark Industries,Initech,Globex
            deals | [{`path`:[[`deals`,`associated_company`],[`companies`,`name`]],`direction`:`desc`}] | Vertex Analytics pilot,Stark Industries,Initech seats,Globex renewal,Acme
            """)
    void sortsOrderRecords(String object, String sorts, String expected) {
        Caller.Reply reply = query(object, "{`sorts`:" + sorts + "}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(names(reply.data())).containsExactly(expected.split(","));
    }

    @Test
    void recordsAreFoundByIdAndByMomentOfCreation() {
        String acme = caller.record("companies", "{\"domains\":\"acme.com\"}");
        assertThat(names(query("companies", "{`filter`:{`record_id`:{`$in`:[`" + acme + "`]}}}")
                        .data()))
                .containsExactly("Acme");
        assertThat(query("companies", "{`filter`:{`created_at`:{`$gt`:`2030-01-01T00:00:00Z`}}}")
                        .data())
                .isEmpty();
    }

    @Test
    void entriesAreFoundByTheirParent() {
        String stark = caller.record("companies", "{\"domains\":\"stark.com\"}");
        String list = "/v2/lists/enterprise_sales/entries/query";
        String byId = "{\"filter\":{\"parent_record\":{\"target_record_id\":\"" + stark + "\"}}}";
        String byName = "{\"filter\":{\"path\":[[\"enterprise_sales\",\"parent_record\"],[\"companies\",\"name\"]],"
                + "\"constraints\":{\"value\":\"Stark Industries\"}}}";
        assertThat(caller.post(list, byId).data()).hasSize(1);
        assertThat(caller.post(list, byName).data()).hasSize(1);
    }

    @Test
    void pagesFollowOneAnother() {
        List<String> all = names(query("companies", "{}").data());
        List<String> pages = new ArrayList<>();
        for (int offset = 0; offset < 10; offset += 4) {
            pages.addAll(names(
                    query("companies", "{`limit`:4,`offset`:" + offset + "}").data()));
        }
        assertThat(pages).isEqualTo(all).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"limit,0", "limit,501", "limit,1.5", "offset,-1", "limit,x"})
    void aPageOutOfBoundsIsRefused(String name, String value) {
        String literal = value.equals("x") ? "`x`" : value;
        assertThat(query("companies", "{`" + name + "`:" + literal + "}").code())
                .isEqualTo("validation_type");
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/notes?limit=51",
        "/v2/meetings?limit=201",
        "/v2/meetings?cursor=bogus",
        "/v2/webhooks?limit=9",
        "/v2/tasks?sort=x",
        "/v2/notes?offset=-1",
        "/v2/tasks?is_completed=maybe"
    })
    void aQueryParameterOutOfBoundsIsRefused(String target) {
        Caller.Reply reply = caller.get(target);
        assertThat(reply.code()).isEqualTo("validation_type");
        assertThat(reply.json().path("validation_errors").path(0).path("path")).hasSize(1);
    }

    @Test
    void cursorsLeadThroughAllMeetings() {
        List<String> titles = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = caller.get("/v2/meetings?limit=1" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .json();
            titles.add(page.path("data").path(0).path("title").asString());
            cursor = page.path("pagination").path("next_cursor").asString("");
        } while (!cursor.isEmpty());
        assertThat(titles)
                .containsExactly("Acme: open questions", "Stark Industries: contract", "Vertex Analytics: first look");
    }

    @Test
    void searchFindsNamesDomainsAndAddresses() {
        for (String text : List.of("acme", "ACME.com", "wile@acme.com", "Wile Coyote")) {
            String body = "{\"query\":\"" + text
                    + "\",\"objects\":[\"companies\",\"people\"],\"request_as\":{\"type\":\"workspace\"}}";
            assertThat(caller.post("/v2/objects/records/search", body).data())
                    .as(text)
                    .isNotEmpty();
        }
        String unknown = "{\"query\":\"a\",\"objects\":[\"nope\"],\"request_as\":{\"type\":\"workspace\"}}";
        assertThat(caller.post("/v2/objects/records/search", unknown).code()).isEqualTo("value_not_found");
    }
}
