package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Work that people give to a model, done with the calls that it would make. */
class WorkflowsIT {

    private static Sandbox sandbox;
    private static RecordingProxy upstream;
    private static final Description DESCRIPTION = Description.ofAttio();

    private static Connections connections;

    private Rpc rpc;

    @BeforeAll
    static void startUpstream() {
        sandbox = Sandbox.start();
        upstream = RecordingProxy.before(sandbox.baseUrl());
        connections = Connections.before(upstream.baseUrl(), sandbox.credential());
    }

    @AfterAll
    static void stopUpstream() {
        connections.close();
        upstream.close();
        sandbox.close();
    }

    @AfterEach
    void theSandboxAnsweredAsDescribed() {
        assertThat(DESCRIPTION.problems(upstream.exchanges())).isEmpty();
    }

    static List<Server> servers() {
        return Server.all();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aLeadTriagedTwiceIsOneCompanyAndOneEntry(Server server) {
        use(server);
        String list = slugOfList("Inbound Q3");
        List<String> companies = new ArrayList<>();
        List<String> entries = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            ObjectNode company = Json.object().put("matching_attribute", "domains");
            company.withObject("/data/values").putArray("domains").add("vertexanalytics.io");
            companies.add(call("attio_companies_assert", company).string("/data/id/record_id"));
            ObjectNode entry = Json.object().put("list", list);
            entry.putObject("data")
                    .put("parent_object", "companies")
                    .put("parent_record_id", companies.get(run))
                    .putObject("entry_values")
                    .put("status", "New Lead");
            entries.add(call("attio_entries_assert", entry).string("/data/id/entry_id"));
        }
        assertThat(companies.get(0)).isEqualTo(companies.get(1));
        assertThat(entries.get(0)).isEqualTo(entries.get(1));
        assertThat(call("list_all_attio_companies", "{'filter':{'domains':'vertexanalytics.io'}}")
                        .json()
                        .path("data"))
                .hasSize(1);
        JsonNode onList = call("list_all_attio_entries", "{'list':'" + list + "','filter':{'status':'New Lead'}}")
                .json();
        assertThat(onList.path("data")).singleElement().satisfies(entry -> {
            assertThat(entry.path("parent_record_id").asString()).isEqualTo(companies.get(0));
            assertThat(entry.at("/id/entry_id").asString()).isEqualTo(entries.get(0));
        });
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aDealIsBriefedFromItsEntryAndItsLatestNotes(Server server) {
        use(server);
        String deal = call(
                        "list_all_attio_records", "{'object':'deals','filter':{'name':'Stark Industries'},'limit':1}")
                .string("/data/0/id/record_id");
        JsonNode entries = call(
                        "attio_records_record_entries",
                        Json.object().put("object", "deals").put("record_id", deal))
                .json()
                .path("data");
        String entryId =
                find(entries, "list_api_slug", "enterprise").path("entry_id").asString();
        JsonNode values = call(
                        "get_single_attio_entry_by_id",
                        Json.object().put("list", "enterprise").put("entry_id", entryId))
                .json()
                .at("/data/entry_values");
        assertThat(values.at("/stage/0/status/title").asString()).isEqualTo("Negotiation");
        assertThat(values.at("/arr/0/currency_value").decimalValue()).isEqualByComparingTo("480000");
        assertThat(values.at("/owner/0/referenced_actor_type").asString()).isEqualTo("workspace-member");

        ObjectNode asked = Json.object()
                .put("parent_object", "deals")
                .put("parent_record_id", deal)
                .put("limit", 3);
        JsonNode page = call("list_all_attio_notes", asked).json();
        assertThat(page.path("data")).hasSize(3);
        List<String> times = new ArrayList<>();
        page.path("data").forEach(note -> times.add(note.path("created_at").asString()));
        assertThat(times).as("newest first").isSortedAccordingTo(Comparator.reverseOrder());
        asked.put("next_cursor", page.required("next_cursor").asString());
        JsonNode rest = call("list_all_attio_notes", asked).json();
        assertThat(rest.path("data")).hasSize(1);
        assertThat(rest.has("next_cursor"))
                .as("the last page says of no further one")
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aCompanyIsAddedUnlessItIsThere(Server server) {
        use(server);
        ObjectNode acme = Json.object().put("matching_attribute", "domains");
        acme.withObject("/data/values").putArray("domains").add("acme.com");
        acme.withObject("/data/values").putArray("categories").add("SaaS");
        JsonNode company = call("attio_companies_assert", acme).json();
        assertThat(company.at("/data/values/name/0/value").asString()).isEqualTo("Acme");
        assertThat(company.at("/data/values/categories/0/option/title").asString())
                .isEqualTo("SaaS");
        assertThat(call("list_all_attio_companies", "{'filter':{'domains':'acme.com'}}")
                        .json()
                        .path("data"))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aCompanyIsPutOnAListAtAStageAndThenMovedToTheEnd(Server server) {
        use(server);
        ObjectNode assertion = Json.object().put("list", slugOfList("Enterprise Sales"));
        assertion
                .putObject("data")
                .put("parent_object", "companies")
                .put("parent_record_id", company("Acme"))
                .putObject("entry_values")
                .put("stage", "Discovery");
        ToolAnswer entry = call("attio_entries_assert", assertion);
        assertThat(entry.string("/data/entry_values/stage/0/status/title")).isEqualTo("Discovery");

        ObjectNode move =
                Json.object().put("list", "enterprise_sales").put("entry_id", entry.string("/data/id/entry_id"));
        move.withObject("/data/entry_values").put("stage", "Closed Won").put("arr", 150_000);
        ToolAnswer moved = call("update_a_attio_entry_by_id", move);
        assertThat(moved.string("/data/entry_values/stage/0/status/title")).isEqualTo("Closed Won");
        assertThat(moved.json().at("/data/entry_values/arr/0/currency_value").decimalValue())
                .isEqualByComparingTo("150000");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theLastFiveNotesOnADealTellOfItsBlockers(Server server) {
        use(server);
        String deal = call("list_all_attio_deals", "{'filter':{'name':'Acme'}}").string("/data/0/id/record_id");
        JsonNode notes = call(
                        "list_all_attio_notes",
                        Json.object()
                                .put("parent_object", "deals")
                                .put("parent_record_id", deal)
                                .put("limit", 5))
                .json()
                .path("data");
        assertThat(notes).hasSize(5);
        assertThat(notes)
                .anySatisfy(note ->
                        assertThat(note.path("content_plaintext").asString()).contains("Blocker"));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aCustomAttributeOfACompanyIsRead(Server server) {
        use(server);
        ToolAnswer values = call(
                "attio_records_attribute_values",
                Json.object()
                        .put("object", "companies")
                        .put("record_id", company("Acme"))
                        .put("attribute", "technical_requirements"));
        assertThat(values.string("/data/0/value")).isNotBlank();
    }

    private void use(Server server) {
        sandbox.reset();
        rpc = connections.to(server);
    }

    private String slugOfList(String name) {
        return find(call("list_all_attio_lists", "{}").json().path("data"), "name", name)
                .path("api_slug")
                .asString();
    }

    private String company(String name) {
        return call("list_all_attio_companies", "{'filter':{'name':'" + name + "'}}")
                .string("/data/0/id/record_id");
    }

    private ToolAnswer call(String tool, String arguments) {
        return call(tool, Json.parse(arguments.replace('\'', '"')));
    }

    private ToolAnswer call(String tool, JsonNode arguments) {
        ToolAnswer answer = rpc.call(tool, arguments);
        assertThat(answer.failed())
                .as("%s %s -> %s", tool, arguments, answer.message())
                .isFalse();
        return answer;
    }

    private static JsonNode find(JsonNode rows, String property, String value) {
        for (JsonNode row : rows) {
            if (row.path(property).asString("").equals(value)) {
                return row;
            }
        }
        throw new AssertionError("Nothing with " + property + " " + value + " in " + rows);
    }
}
