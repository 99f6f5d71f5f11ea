package dev.toolsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

final class WriteSemanticsTest {
    @RegisterExtension
    static final RunningSandbox SANDBOX = new RunningSandbox();

    private final Caller caller = SANDBOX.calls();

    private static String values(String json) {
        return "{\"data\":{\"values\":" + json.replace('\'', '"') + "}}";
    }

    private String company() {
        return "/v2/objects/companies/records/" + caller.record("companies", "{\"domains\":\"acme.com\"}");
    }

    private static List<String> titles(Caller.Reply reply, String slug) {
        List<String> titles = new ArrayList<>();
        reply.data()
                .path("values")
                .path(slug)
                .forEach(value -> titles.add(value.path("option").path("title").asString()));
        return titles;
    }

    private static List<String> texts(JsonNode values, String key) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.path(key).asString()));
        return texts;
    }

    @Test
    void patchPutsNewValuesInFront() {
        Caller.Reply reply = caller.patch(company(), values("{'categories':['SaaS','B2B']}"));
        assertThat(titles(reply, "categories")).containsExactly("SaaS", "B2B", "Manufacturing");
    }

    @Test
    void putReplacesValues() {
        Caller.Reply reply = caller.put(company(), values("{'categories':['SaaS']}"));
        assertThat(titles(reply, "categories")).containsExactly("SaaS");
    }

    @Test
    void attributesThatAreNotSentStay() {
        JsonNode shown =
                caller.put(company(), values("{'description':'New'}")).data().path("values");
        assertThat(texts(shown.path("name"), "value")).containsExactly("Acme");
        assertThat(shown.path("categories")).hasSize(2);
    }

    @Test
    void aCreateWithATakenUniqueValueIsRefused() {
        Caller.Reply reply = caller.post("/v2/objects/companies/records", values("{'domains':['acme.com']}"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("uniqueness_conflict");
    }

    @Test
    void assertFindsTheRecordAndItsMatchingAttributeGainsValues() {
        Caller.Reply reply = caller.put(
                "/v2/objects/companies/records?matching_attribute=domains",
                values("{'domains':['acme.com','acme.org'],'categories':['SaaS']}"));
        assertThat(texts(reply.data().path("values").path("domains"), "domain"))
                .containsExactly("acme.com", "acme.org");
        assertThat(titles(reply, "categories")).containsExactly("SaaS");
        assertThat(company()).endsWith(reply.data().path("id").path("record_id").asString());
    }

    @Test
    void assertRefusesWhatItCannotMatch() {
        String records = "/v2/objects/companies/records";
        String body = values("{'domains':['acme.com','stark.com']}");
        assertThat(caller.put(records + "?matching_attribute=domains", body).code())
                .isEqualTo("multiple_match_results");
        assertThat(caller.put(records + "?matching_attribute=name", body).code())
                .isEqualTo("matching_attribute_definition_not_unique");
        assertThat(caller.put(records + "?matching_attribute=nope", body).code())
                .isEqualTo("value_not_found");
        assertThat(caller.put(records, body).code()).isEqualTo("validation_type");
        assertThat(caller.put(records + "?matching_attribute=domains", values("{'name':'x'}"))
                        .code())
                .isEqualTo("validation_type");
    }

    @Test
    void aRequiredAttributeNeedsAValue() {
        Caller.Reply created = caller.post("/v2/objects/deals/records", values("{'name':'x','stage':'Lead'}"));
        assertThat(created.code()).isEqualTo("missing_value");
        String deal = "/v2/objects/deals/records/" + caller.record("deals", "{\"external_id\":\"D-1001\"}");
        assertThat(caller.patch(deal, values("{'owner':null}")).code()).isEqualTo("missing_value");
    }

    @Test
    void aRefusedWriteChangesNothing() {
        String acme = company();
        String before = caller.get(acme).body();
        assertThat(caller.patch(acme, values("{'name':'Changed','industry':'Nope'}"))
                        .status())
                .isEqualTo(400);
        assertThat(caller.get(acme).body()).isEqualTo(before);
    }

    @Test
    void bothSidesOfARelationshipFollowEachOther() {
        String person = caller.record("people", "{\"email_addresses\":\"wile@acme.com\"}");
        String acme = company();
        assertThat(texts(caller.get(acme).data().path("values").path("team"), "target_record_id"))
                .contains(person);
        caller.patch("/v2/objects/people/records/" + person, values("{'company':'stark.com'}"));
        assertThat(texts(caller.get(acme).data().path("values").path("team"), "target_record_id"))
                .doesNotContain(person);
        caller.patch(acme, values("{'team':['wile@acme.com']}"));
        JsonNode company = caller.get("/v2/objects/people/records/" + person)
                .data()
                .path("values")
                .path("company");
        assertThat(acme).endsWith(company.path(0).path("target_record_id").asString());
        assertThat(company).hasSize(1);
    }

    @Test
    void replacedValuesStayInTheHistory() {
        String acme = company();
        caller.patch(acme, values("{'name':'Acme Corporation'}"));
        JsonNode current = caller.get(acme + "/attributes/name/values").data();
        assertThat(texts(current, "value")).containsExactly("Acme Corporation");
        JsonNode all =
                caller.get(acme + "/attributes/name/values?show_historic=true").data();
        assertThat(texts(all, "value")).containsExactly("Acme Corporation", "Acme");
        assertThat(all.path(0).path("active_until").isNull()).isTrue();
        assertThat(all.path(1).path("active_until").isString()).isTrue();
        assertThat(caller.get(acme + "/attributes/categories/values?show_historic=true")
                        .code())
                .isEqualTo("validation_type");
    }

    @Test
    void aDeletedRecordIsGoneWithItsEntriesNotesAndReferences() {
        String globex = caller.record("companies", "{\"domains\":\"globex.example\"}");
        String person = caller.record("people", "{\"email_addresses\":\"hank@globex.example\"}");
        assertThat(caller.delete("/v2/objects/companies/records/" + globex).body())
                .isEqualTo("{}");
        assertThat(caller.get("/v2/objects/companies/records/" + globex).status())
                .isEqualTo(404);
        assertThat(caller.post(
                                "/v2/lists/enterprise_sales/entries/query",
                                "{\"filter\":{\"parent_record\":\"" + globex + "\"}}")
                        .data())
                .isEmpty();
        assertThat(caller.get("/v2/objects/people/records/" + person)
                        .data()
                        .path("values")
                        .path("company"))
                .isEmpty();
        assertThat(caller.delete("/v2/objects/companies/records/" + globex).code())
                .isEqualTo("not_found");
    }

    @Test
    void entriesMayRepeatAParentButThenCannotBeAsserted() {
        String acme = caller.record("companies", "{\"domains\":\"acme.com\"}");
        String body = "{\"data\":{\"parent_object\":\"companies\",\"parent_record_id\":\"" + acme
                + "\",\"entry_values\":{\"products\":[\"Platform\"]}}}";
        String entries = "/v2/lists/enterprise_sales/entries";
        String first =
                caller.post(entries, body).data().path("id").path("entry_id").asString();
        String second =
                caller.post(entries, body).data().path("id").path("entry_id").asString();
        assertThat(first).isNotEqualTo(second);
        assertThat(caller.put(entries, body).code()).isEqualTo("multiple_match_results");
        assertThat(caller.delete(entries + "/" + second).status()).isEqualTo(200);
        assertThat(caller.put(entries, body).data().path("id").path("entry_id").asString())
                .isEqualTo(first);
    }

    @Test
    void anEntryIsAddedToByPatchAndOverwrittenByPut() {
        String entry = caller.post("/v2/lists/enterprise_sales/entries/query", "{\"filter\":{\"stage\":\"Proposal\"}}")
                .data()
                .path(0)
                .path("id")
                .path("entry_id")
                .asString();
        String target = "/v2/lists/enterprise_sales/entries/" + entry;
        assertThat(caller.patch(target, "{\"data\":{\"entry_values\":{\"products\":[\"Support\"]}}}")
                        .data()
                        .path("entry_values")
                        .path("products"))
                .hasSize(3);
        assertThat(caller.put(target, "{\"data\":{\"entry_values\":{\"products\":[\"Support\"]}}}")
                        .data()
                        .path("entry_values")
                        .path("products"))
                .hasSize(1);
        assertThat(caller.patch(target, "{\"data\":{\"entry_values\":{\"parent_record\":null}}}")
                        .code())
                .isEqualTo("immutable_value");
    }
}
