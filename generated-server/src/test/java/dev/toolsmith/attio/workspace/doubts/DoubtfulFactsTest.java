package dev.toolsmith.attio.workspace.doubts;

import static dev.toolsmith.attio.workspace.KnownWorkspace.attribute;
import static dev.toolsmith.attio.workspace.KnownWorkspace.choice;
import static dev.toolsmith.attio.workspace.KnownWorkspace.json;
import static dev.toolsmith.attio.workspace.KnownWorkspace.object;
import static dev.toolsmith.attio.workspace.KnownWorkspace.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.attio.workspace.AttioWorkspaces;
import dev.toolsmith.attio.workspace.KnownWorkspace;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoubtfulFactsTest {

    private static final String RENAME =
            "{\"target\": \"objects\", \"identifier\": \"%s\", \"attribute\": \"%s\", \"%s\": \"%s\"}";

    private final AttioWorkspaces attio = new AttioWorkspaces();

    private static ToolResult refused(String apiCode) {
        byte[] meta = ("{\"dev.toolsmith/error\":{\"status\":400,\"apiCode\":\"" + apiCode + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
        return ToolResult.failure("refused_by_api", "Attio refused the call.", Optional.of(meta), Optional.empty());
    }

    private static ToolResult done() {
        return ToolResult.of("{}".getBytes(StandardCharsets.UTF_8));
    }

    private static Set<String> names(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            create_a_attio_deal          | value_not_found | {"data": {"values": {}}} | attributes/objects/deals/ choices/objects/deals/ members objects
            create_a_attio_deal          | missing_value   | {"data": {"values": {}}} | attributes/objects/deals/ choices/objects/deals/ members objects
            create_a_attio_deal          | uniqueness_conflict | {"data": {"values": {}}} | ``
            create_a_attio_record        | validation_type | {"object": "things", "data": {"values": {}}} | attributes/objects/things/ choices/objects/things/ members objects
            create_a_attio_record        | not_found       | {"object": "things", "data": {"values": {}}} | objects
            update_a_attio_entry_by_id   | immutable_value | {"list": "sales", "data": {"entry_values": {}}} | attributes/lists/sales/ choices/lists/sales/ members objects
            attio_deals_assert           | value_not_found | {"matching_attribute": "code", "data": {"values": {}}} | attributes/objects/deals/ choices/objects/deals/ members objects
            list_all_attio_deals         | unknown_filter_attribute_slug | {"filter": {"stage": "x"}} | attributes/objects/deals/ choices/objects/deals/
            list_all_attio_deals         | filter_error    | {"sorts": [{"path": [["deals", "x"]]}]} | attributes/objects/ attributes/lists/ attributes/objects/deals/ choices/objects/ choices/lists/ choices/objects/deals/ lists objects
            list_all_attio_deals         | validation_type | {"limit": 9999} | ``
            list_all_attio_entries       | not_found       | {"list": "sales"} | lists
            get_single_attio_company_by_id | not_found     | {"record_id": "x"} | ``
            attio_records_search         | value_not_found | {"objects": ["things"]} | objects
            attio_deals_attribute_values | not_found       | {"attribute": "x"} | attributes/objects/deals/
            update_a_attio_status_by_id  | value_not_found | {"target": "objects", "identifier": "deals", "attribute": "stage", "status": "x"} | attributes/objects/deals/ choices/objects/deals/stage/ objects
            create_a_attio_attribute     | slug_conflict   | {"target": "lists", "identifier": "sales"} | attributes/lists/sales/
            create_a_attio_list          | slug_conflict   | {"data": {}} | lists
            create_a_attio_note          | rate_limit_exceeded | {"data": {"parent_object": "deals"}} | ``
            create_a_attio_note          | not_found       | {"data": {"parent_object": "deals"}} | objects
            """)
    void aRefusalSpeaksAgainstFacts(String tool, String code, String arguments, String facts) {
        BundledTool called = KnownWorkspace.tool(tool);

        assertThat(attio.doubtful(called, json(arguments), refused(code))).isEqualTo(names(facts));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            create_a_attio_object           | {"data": {}} | objects
            update_a_attio_object_by_id     | {"object": "things", "data": {}} | attributes/objects/things/ choices/objects/things/ lists objects
            update_a_attio_object_by_id     | {"object": "things", "data": {"api_slug": "deals"}} | attributes/objects/deals/ attributes/objects/things/ choices/objects/deals/ choices/objects/things/ lists objects
            create_a_attio_list             | {"data": {}} | lists
            update_a_attio_list_by_id       | {"list": "sales", "data": {}} | attributes/lists/sales/ choices/lists/sales/ lists
            create_a_attio_attribute        | {"target": "objects", "identifier": "deals", "data": {}} | attributes/objects/deals/
            create_a_attio_attribute        | {"target": "objects", "identifier": "deals", "data": {"relationship": {"object": "things"}}} | attributes/objects/deals/ attributes/objects/things/
            update_a_attio_attribute_by_id  | {"target": "lists", "identifier": "00000000-0000-4000-8000-000000000001", "attribute": "x", "data": {}} | attributes/lists/ choices/lists/
            update_a_attio_attribute_by_id  | {"target": "lists", "identifier": "sales", "attribute": "x", "data": {"api_slug": "y"}} | attributes/lists/sales/ choices/lists/sales/x/ choices/lists/sales/y/
            create_a_attio_attribute_option | {"target": "objects", "identifier": "deals", "attribute": "tags", "data": {}} | choices/objects/deals/tags/
            update_a_attio_status_by_id     | {"target": "objects", "identifier": "deals", "attribute": "00000000-0000-4000-8000-000000000002", "status": "x", "data": {}} | choices/objects/deals/
            create_a_attio_record           | {"object": "deals", "data": {"values": {}}} | ``
            list_all_attio_statuses         | {"target": "objects", "identifier": "deals", "attribute": "stage"} | ``
            """)
    void aCallThatGoesWellChangesFacts(String tool, String arguments, String facts) {
        BundledTool called = KnownWorkspace.tool(tool);

        assertThat(attio.concerns(called)).isTrue();
        assertThat(attio.doubtful(called, json(arguments), done())).isEqualTo(names(facts));
    }

    @Test
    void aStatusThatWasRenamedByUuidsIsReadAnew() throws Exception {
        KnownWorkspace workspace = new KnownWorkspace()
                .with("objects", object(2, "deals", "Deals", "Deal"))
                .with("attributes objects deals", attribute(22, "stage", "Deal stage", "status", ""))
                .with("statuses objects deals stage", choice("status", 41, "Lead", false));
        BundledTool rename = KnownWorkspace.tool("update_a_attio_status_by_id");
        String byName = RENAME.formatted("deals", "stage", "status", "Lead");
        var byId = json(RENAME.formatted(uuid(2), uuid(22), "status", uuid(41)));
        assertThat(workspace.check(rename.name(), byName).refusal()).isEmpty();

        workspace.with("statuses objects deals stage", choice("status", 41, "Fresh", false));
        workspace.account().after(rename, byId, byId, done()).get(1, TimeUnit.MINUTES);

        assertThat(workspace.check(rename.name(), byName).refusal())
                .isPresent()
                .get()
                .asString()
                .contains("\"Fresh\"");
    }

    @Test
    void anAttributeThatTookTheSlugOfAnotherTakesItsOwnChoices() throws Exception {
        KnownWorkspace workspace = new KnownWorkspace()
                .with("objects", object(2, "deals", "Deals", "Deal"))
                .with(
                        "attributes objects deals",
                        attribute(22, "aa", "A", "select", ""),
                        attribute(23, "bb", "B", "select", ""))
                .with("attribute_options objects deals aa", choice("option", 41, "Alpha", false))
                .with("attribute_options objects deals bb", choice("option", 42, "Beta", false));
        String write = "{\"record_id\": \"x\", \"data\": {\"values\": {\"aa\": \"%s\"}}}";
        assertThat(workspace
                        .check("update_a_attio_deal_by_id", write.formatted("Alpha"))
                        .refusal())
                .isEmpty();

        workspace
                .with(
                        "attributes objects deals",
                        attribute(22, "aa_old", "A", "select", ""),
                        attribute(23, "aa", "B", "select", ""))
                .with("attribute_options objects deals aa_old", choice("option", 41, "Alpha", false))
                .with("attribute_options objects deals aa", choice("option", 42, "Beta", false));
        renamed(workspace, "aa", "aa_old");
        renamed(workspace, "bb", "aa");

        assertThat(workspace
                        .check("update_a_attio_deal_by_id", write.formatted("Beta"))
                        .refusal())
                .isEmpty();
        assertThat(workspace
                        .check("update_a_attio_deal_by_id", write.formatted("Alpha"))
                        .refusal())
                .isPresent();
    }

    private static void renamed(KnownWorkspace workspace, String from, String to) throws Exception {
        BundledTool rename = KnownWorkspace.tool("update_a_attio_attribute_by_id");
        var arguments = json("{\"target\": \"objects\", \"identifier\": \"deals\", \"attribute\": \"" + from
                + "\", \"data\": {\"api_slug\": \"" + to + "\"}}");
        workspace.account().after(rename, arguments, arguments, done()).get(1, TimeUnit.MINUTES);
    }
}
