package dev.toolsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class ConfigurationTest {
    @RegisterExtension
    static final RunningSandbox SANDBOX = new RunningSandbox();

    private final Caller caller = SANDBOX.calls();

    private static String attribute(String slug, String type, String more) {
        return "{\"data\":{\"title\":\"T\",\"description\":null,\"api_slug\":\"" + slug + "\",\"type\":\"" + type
                + "\",\"is_required\":false,\"is_unique\":false,\"is_multiselect\":false,\"config\":{}"
                + (more.isEmpty() ? "" : "," + more.replace('\'', '"')) + "}}";
    }

    @Test
    void aNewObjectTakesAttributesAndRecords() {
        String object = "{\"data\":{\"api_slug\":\"ships\",\"singular_noun\":\"Ship\",\"plural_noun\":\"Ships\"}}";
        assertThat(caller.post("/v2/objects", object).data().path("api_slug").asString())
                .isEqualTo("ships");
        assertThat(caller.post("/v2/objects", object).code()).isEqualTo("slug_conflict");
        assertThat(caller.post("/v2/objects/ships/attributes", attribute("name", "text", ""))
                        .status())
                .isEqualTo(200);
        assertThat(caller.post("/v2/objects/ships/attributes", attribute("name", "text", ""))
                        .status())
                .isEqualTo(409);
        JsonNode record = caller.post("/v2/objects/ships/records", "{\"data\":{\"values\":{\"name\":\"Nautilus\"}}}")
                .data();
        assertThat(record.path("values").path("name").path(0).path("value").asString())
                .isEqualTo("Nautilus");
        assertThat(record.path("web_url").asString()).contains("/ship/");
        assertThat(caller.patch("/v2/objects/ships", "{\"data\":{}}").code()).isEqualTo("validation_type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            companies | x | personal-name | ''
            companies | x | status | ''
            companies | x | text | 'is_unique':true
            deals | x | text | 'is_multiselect':true
            deals | x | checkbox | 'is_unique':true
            deals | x | currency | ''
            deals | x | record-reference | 'config':{'record_reference':{'allowed_objects':['nope']}}
            deals | x | text | 'relationship':{'object':'people','title':'T','api_slug':'y','is_multiselect':false}
            deals | x | date | 'default_value':{'type':'dynamic','template':'tomorrow'}
            deals | x | number | 'default_value':{'type':'static','template':['many']}
            deals | x | text | 'colour':'red'
            """)
    void anImpossibleAttributeIsRefused(String object, String slug, String type, String more) {
        Caller.Reply reply = caller.post("/v2/objects/" + object + "/attributes", attribute(slug, type, more));
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("validation_type");
    }

    @Test
    void aSystemAttributeStaysAndACustomOneIsArchived() {
        String attributes = "/v2/objects/companies/attributes";
        assertThat(caller.patch(attributes + "/name", "{\"data\":{\"title\":\"x\"}}")
                        .code())
                .isEqualTo("system_edit_unauthorized");
        assertThat(caller.patch(attributes + "/industry", "{\"data\":{\"is_archived\":true}}")
                        .status())
                .isEqualTo(200);
        assertThat(caller.get(attributes).body()).doesNotContain("\"industry\"");
        assertThat(caller.get(attributes + "?show_archived=true").body()).contains("\"industry\"");
        assertThat(caller.post(attributes, attribute("industry", "text", "")).code())
                .isEqualTo("slug_conflict");
        assertThat(caller.post("/v2/objects/companies/records", "{\"data\":{\"values\":{\"industry\":\"SaaS\"}}}")
                        .code())
                .isEqualTo("value_not_found");
    }

    @Test
    void defaultsFillWhatACreateLeavesOut() {
        caller.post(
                "/v2/objects/assets/attributes",
                attribute("state", "text", "'default_value':{'type':'static','template':[{'value':'new'}]}"));
        caller.post(
                "/v2/objects/assets/attributes",
                attribute("check_on", "date", "'default_value':{'type':'dynamic','template':'P1M'}"));
        JsonNode values = caller.post("/v2/objects/assets/records", "{\"data\":{\"values\":{\"name\":\"Rack\"}}}")
                .data()
                .path("values");
        assertThat(values.path("state").path(0).path("value").asString()).isEqualTo("new");
        assertThat(values.path("check_on").path(0).path("value").asString()).isEqualTo("2026-02-05");
    }

    @Test
    void aRelationshipMakesBothSides() {
        String body = attribute(
                "supplier",
                "record-reference",
                "'config':{'record_reference':{'allowed_objects':['companies']}},'relationship':{'object':'companies','title':'Assets','api_slug':'assets','is_multiselect':true}");
        JsonNode created = caller.post("/v2/objects/assets/attributes", body).data();
        assertThat(created.path("relationship").path("api_slug").asString()).isEqualTo("assets");
        String asset = caller.post("/v2/objects/assets/records", "{\"data\":{\"values\":{\"supplier\":\"acme.com\"}}}")
                .data()
                .path("id")
                .path("record_id")
                .asString();
        String acme = caller.record("companies", "{\"domains\":\"acme.com\"}");
        assertThat(caller.get("/v2/objects/companies/records/" + acme)
                        .data()
                        .path("values")
                        .path("assets")
                        .path(0)
                        .path("target_record_id")
                        .asString())
                .isEqualTo(asset);
    }

    @Test
    void optionsAreAddedRenamedAndArchived() {
        String options = "/v2/objects/companies/attributes/categories/options";
        assertThat(caller.post(options, "{\"data\":{\"title\":\"Space\"}}")
                        .data()
                        .path("title")
                        .asString())
                .isEqualTo("Space");
        assertThat(caller.post(options, "{\"data\":{\"title\":\"Space\"}}").code())
                .isEqualTo("slug_conflict");
        assertThat(caller.patch(options + "/Space", "{\"data\":{\"title\":\"Outer space\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(caller.patch(options + "/Outer%20space", "{\"data\":{\"is_archived\":true}}")
                        .data()
                        .path("is_archived")
                        .asBoolean())
                .isTrue();
        assertThat(caller.get(options).body()).doesNotContain("Outer space");
        assertThat(caller.patch(options + "/Space", "{\"data\":{\"title\":\"x\"}}")
                        .code())
                .isEqualTo("value_not_found");
        assertThat(caller.post("/v2/objects/companies/attributes/name/options", "{\"data\":{\"title\":\"x\"}}")
                        .code())
                .isEqualTo("validation_type");
    }

    @Test
    void stagesHaveATargetTime() {
        String statuses = "/v2/objects/deals/attributes/stage/statuses";
        JsonNode created = caller.post(statuses, "{\"data\":{\"title\":\"Legal\",\"target_time_in_status\":\"P7D\"}}")
                .data();
        assertThat(created.path("target_time_in_status").asString()).isEqualTo("P7D");
        assertThat(created.path("celebration_enabled").asBoolean()).isFalse();
        assertThat(caller.post(statuses, "{\"data\":{\"title\":\"x\",\"target_time_in_status\":\"week\"}}")
                        .code())
                .isEqualTo("validation_type");
        assertThat(caller.get(statuses).data())
                .extracting(status -> status.path("title").asString())
                .containsExactly("Lead", "In Progress", "Won 🎉", "Lost", "Legal");
    }

    @Test
    void aListNeedsAManagerAndItsOwnSlug() {
        String list =
                "{\"data\":{\"name\":\"L\",\"api_slug\":\"%s\",\"parent_object\":\"%s\",\"workspace_access\":%s,\"workspace_member_access\":[]}}";
        assertThat(caller.post("/v2/lists", list.formatted("l", "companies", "null"))
                        .code())
                .isEqualTo("validation_type");
        assertThat(caller.post("/v2/lists", list.formatted("l", "nope", "\"full-access\""))
                        .status())
                .isEqualTo(404);
        assertThat(caller.post("/v2/lists", list.formatted("enterprise", "companies", "\"full-access\""))
                        .status())
                .isEqualTo(409);
        assertThat(caller.post("/v2/lists", list.formatted("l", "companies", "\"full-access\""))
                        .status())
                .isEqualTo(200);
        assertThat(caller.patch("/v2/lists/l", "{\"data\":{\"name\":\"Renamed\"}}")
                        .data()
                        .path("name")
                        .asString())
                .isEqualTo("Renamed");
    }
}
