package dev.toolsmith.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.sandbox.wire.Json;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class ValueShapesTest {
    @RegisterExtension
    static final RunningSandbox SANDBOX = new RunningSandbox();

    private static final String LOCATION_KEYS =
            "'line_1':null,'line_2':null,'line_3':null,'line_4':null,'locality':'Paris','region':null,"
                    + "'postcode':null,'country_code':'FR','latitude':'48.85','longitude':'2.35'";

    private final Caller caller = SANDBOX.calls();

    static Stream<Arguments> accepted() {
        return Stream.of(
                Arguments.of("projects", "name", "'Ada'", "{'value':'Ada'}"),
                Arguments.of("projects", "name", "['Ada']", "{'value':'Ada'}"),
                Arguments.of("projects", "name", "[{'value':'Ada'}]", "{'value':'Ada'}"),
                Arguments.of("projects", "effort", "12.5", "{'value':12.5}"),
                Arguments.of("projects", "effort", "'42'", "{'value':42}"),
                Arguments.of("projects", "effort", "{'value':3}", "{'value':3}"),
                Arguments.of("projects", "billable", "true", "{'value':true}"),
                Arguments.of("projects", "billable", "'false'", "{'value':false}"),
                Arguments.of("projects", "budget", "99.5", "{'currency_value':99.5,'currency_code':'EUR'}"),
                Arguments.of("projects", "budget", "'7'", "{'currency_value':7,'currency_code':'EUR'}"),
                Arguments.of(
                        "projects",
                        "budget",
                        "{'currency_value':1.2345}",
                        "{'currency_value':1.2345,'currency_code':'EUR'}"),
                Arguments.of("projects", "due_on", "'2026-01-31'", "{'value':'2026-01-31'}"),
                Arguments.of("projects", "due_on", "'2026-01-31T23:30:00-02:00'", "{'value':'2026-02-01'}"),
                Arguments.of("projects", "due_on", "'2026-03'", "{'value':'2026-03-01'}"),
                Arguments.of("projects", "due_on", "'2026'", "{'value':'2026-01-01'}"),
                Arguments.of(
                        "projects",
                        "kicked_off_at",
                        "'2026-01-31T10:00:00+01:00'",
                        "{'value':'2026-01-31T09:00:00.000000000Z'}"),
                Arguments.of("projects", "risk", "5", "{'value':5}"),
                Arguments.of("projects", "risk", "{'value':0}", "{'value':0}"),
                Arguments.of("projects", "site", "{" + LOCATION_KEYS + "}", "{" + LOCATION_KEYS + "}"),
                Arguments.of(
                        "projects",
                        "portal",
                        "'https://Shop.Example.co.uk:8080/a?b'",
                        "{'domain':'shop.example.co.uk','root_domain':'example.co.uk'}"),
                Arguments.of(
                        "projects",
                        "portal",
                        "{'domain':'example.com'}",
                        "{'domain':'example.com','root_domain':'example.com'}"),
                Arguments.of(
                        "projects",
                        "mailbox",
                        "'Ada@Mail.Example.com'",
                        "{'original_email_address':'Ada@Mail.Example.com','email_address':'ada@mail.example.com','email_domain':'mail.example.com','email_root_domain':'example.com','email_local_specifier':'ada'}"),
                Arguments.of(
                        "projects",
                        "hotline",
                        "'+1 555 867 5309'",
                        "{'original_phone_number':'+1 555 867 5309','country_code':'US','phone_number':'+15558675309'}"),
                Arguments.of(
                        "projects",
                        "hotline",
                        "{'original_phone_number':'030 901820','country_code':'DE'}",
                        "{'original_phone_number':'030 901820','country_code':'DE','phone_number':'+4930901820'}"),
                Arguments.of(
                        "projects",
                        "portal",
                        "'my_shop.example.com'",
                        "{'domain':'my_shop.example.com','root_domain':'example.com'}"),
                Arguments.of(
                        "projects",
                        "kicked_off_at",
                        "'2026-01-31T10:00:00+0130'",
                        "{'value':'2026-01-31T08:30:00.000000000Z'}"),
                Arguments.of(
                        "projects",
                        "hotline",
                        "'+1 555-867‑5309 ext. 2'",
                        "{'original_phone_number':'+1 555-867‑5309 ext. 2','country_code':'US','phone_number':'+15558675309'}"),
                Arguments.of(
                        "people",
                        "name",
                        "'Ada Lovelace'",
                        "{'first_name':'Ada Lovelace','last_name':'','full_name':'Ada Lovelace'}"),
                Arguments.of(
                        "people",
                        "name",
                        "{'first_name':'Ada','last_name':null,'full_name':'Ada'}",
                        "{'first_name':'Ada','last_name':'','full_name':'Ada'}"),
                Arguments.of(
                        "people",
                        "name",
                        "'Lovelace, Ada'",
                        "{'first_name':'Ada','last_name':'Lovelace','full_name':'Ada Lovelace'}"),
                Arguments.of(
                        "people",
                        "name",
                        "{'first_name':'A','last_name':'L','full_name':'A. L.'}",
                        "{'first_name':'A','last_name':'L','full_name':'A. L.'}"));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("projects", "name", "7", "validation_type"),
                Arguments.of("projects", "name", "{'text':'x'}", "validation_type"),
                Arguments.of("projects", "name", "['a','b']", "validation_type"),
                Arguments.of("projects", "effort", "'many'", "validation_type"),
                Arguments.of("projects", "billable", "'yes'", "validation_type"),
                Arguments.of("projects", "budget", "1.23456", "validation_type"),
                Arguments.of("projects", "budget", "{'currency_value':1,'currency_code':'USD'}", "validation_type"),
                Arguments.of("projects", "due_on", "'soon'", "validation_type"),
                Arguments.of("projects", "kicked_off_at", "12", "validation_type"),
                Arguments.of("projects", "risk", "6", "validation_type"),
                Arguments.of("projects", "risk", "2.5", "validation_type"),
                Arguments.of("projects", "phase", "'Unknown'", "value_not_found"),
                Arguments.of("projects", "phase", "{'option':'Done'}", "validation_type"),
                Arguments.of("projects", "tags", "['Unknown']", "value_not_found"),
                Arguments.of("projects", "tags", "'Training'", "validation_type"),
                Arguments.of("projects", "customer", "'nobody.example'", "value_not_found"),
                Arguments.of(
                        "projects",
                        "customer",
                        "{'target_object':'people','email_addresses':['a@b.co']}",
                        "validation_type"),
                Arguments.of(
                        "projects", "customer", "{'target_object':'companies','name':['Acme']}", "validation_type"),
                Arguments.of("projects", "lead", "'nobody@sandbox.example'", "value_not_found"),
                Arguments.of(
                        "projects",
                        "lead",
                        "{'referenced_actor_type':'system','referenced_actor_id':null}",
                        "validation_type"),
                Arguments.of("projects", "site", "{'locality':'Paris'}", "validation_type"),
                Arguments.of("projects", "portal", "'localhost'", "validation_type"),
                Arguments.of("projects", "mailbox", "'not an address'", "validation_type"),
                Arguments.of("projects", "hotline", "'555 867 5309'", "validation_type"),
                Arguments.of("people", "name", "' '", "validation_type"),
                Arguments.of(
                        "people", "name", "{'first_name':'Ada','last_name':7,'full_name':'Ada'}", "validation_type"),
                Arguments.of("people", "name", "{'first_name':'Ada'}", "validation_type"),
                Arguments.of("people", "email_addresses", "'a@b.co'", "validation_type"),
                Arguments.of("people", "first_interaction", "{'interaction_type':'email'}", "system_edit_unauthorized"),
                Arguments.of("people", "created_at", "'2026-01-01T00:00:00Z'", "system_edit_unauthorized"),
                Arguments.of("people", "no_such_attribute", "1", "value_not_found"));
    }

    private Caller.Reply write(String object, String slug, String value) {
        String body = "{'data':{'values':{'" + slug + "':" + value + "}}}";
        return caller.post("/v2/objects/" + object + "/records", body.replace('\'', '"'));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void anAcceptedShapeIsStoredAndShown(String object, String slug, String value, String expected) {
        Caller.Reply reply = write(object, slug, value);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        JsonNode shown = reply.data().path("values").path(slug);
        assertThat(shown).hasSize(1);
        ObjectNode keys = ((ObjectNode) shown.path(0)).deepCopy();
        keys.remove(java.util.List.of("active_from", "active_until", "created_by_actor", "attribute_type"));
        JsonNode wanted = Json.parse(expected.replace('\'', '"')).orElseThrow();
        assertThat(keys.toString()).isEqualTo(wanted.toString());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aRefusedShapeIsAnsweredWithItsCode(String object, String slug, String value, String code) {
        Caller.Reply reply = write(object, slug, value);
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(code);
    }

    @Test
    void statusesAndOptionsAreShownWhole() {
        JsonNode values = write("projects", "phase", "'Running'").data().path("values");
        JsonNode status = values.path("phase").path(0).path("status");
        assertThat(status.path("title").asString()).isEqualTo("Running");
        assertThat(status.path("id").path("status_id").asString()).isNotEmpty();
        String optionId = write("projects", "priority", "{'option':'High'}")
                .data()
                .path("values")
                .path("priority")
                .path(0)
                .path("option")
                .path("id")
                .path("option_id")
                .asString();
        assertThat(write("projects", "priority", "'" + optionId + "'")
                        .data()
                        .path("values")
                        .path("priority")
                        .path(0)
                        .path("option")
                        .path("title")
                        .asString())
                .isEqualTo("High");
    }

    @Test
    void aReferenceIsTakenByIdByUniqueValueAndByItsUsualKey() {
        String acme = caller.record("companies", "{\"domains\":\"acme.com\"}");
        for (String shape : new String[] {
            "'acme.com'",
            "{'target_object':'companies','target_record_id':'" + acme + "'}",
            "{'target_object':'companies','domains':[{'domain':'acme.com'}]}"
        }) {
            JsonNode value = write("projects", "customer", shape)
                    .data()
                    .path("values")
                    .path("customer")
                    .path(0);
            assertThat(value.path("target_record_id").asString()).as(shape).isEqualTo(acme);
            assertThat(value.path("target_object").asString()).isEqualTo("companies");
        }
    }

    @Test
    void aMemberIsTakenByAddressAndById() {
        JsonNode byAddress = write("projects", "lead", "'bob@sandbox.example'")
                .data()
                .path("values")
                .path("lead")
                .path(0);
        String id = byAddress.path("referenced_actor_id").asString();
        JsonNode byId = write(
                        "projects",
                        "lead",
                        "{'referenced_actor_type':'workspace-member','referenced_actor_id':'" + id + "'}")
                .data()
                .path("values")
                .path("lead")
                .path(0);
        assertThat(byId.path("referenced_actor_id").asString()).isEqualTo(id);
    }

    @Test
    void aLineOfTextIsSplitIntoALocation() {
        JsonNode site = write("projects", "site", "'1 Main Street, Springfield, OR 97403, US'")
                .data()
                .path("values")
                .path("site")
                .path(0);
        assertThat(site.path("line_1").asString()).isEqualTo("1 Main Street");
        assertThat(site.path("locality").asString()).isEqualTo("Springfield");
        assertThat(site.path("region").asString()).isEqualTo("OR");
        assertThat(site.path("postcode").asString()).isEqualTo("97403");
        assertThat(site.path("country_code").asString()).isEqualTo("US");
    }

    @Test
    void nullAndAnEmptyArrayClear() {
        String project = caller.record("projects", "{\"code\":\"P-1\"}");
        for (String nothing : new String[] {"null", "[]"}) {
            JsonNode values = caller.patch(
                            "/v2/objects/projects/records/" + project,
                            "{\"data\":{\"values\":{\"effort\":" + nothing + "}}}")
                    .data()
                    .path("values");
            assertThat(values.path("effort")).isEmpty();
        }
    }
}
