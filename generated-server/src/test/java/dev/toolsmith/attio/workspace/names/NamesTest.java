package dev.toolsmith.attio.workspace.names;

import static dev.toolsmith.attio.workspace.KnownWorkspace.attribute;
import static dev.toolsmith.attio.workspace.KnownWorkspace.choice;
import static dev.toolsmith.attio.workspace.KnownWorkspace.json;
import static dev.toolsmith.attio.workspace.KnownWorkspace.list;
import static dev.toolsmith.attio.workspace.KnownWorkspace.object;
import static dev.toolsmith.attio.workspace.KnownWorkspace.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.attio.workspace.KnownWorkspace;
import dev.toolsmith.runtime.account.CheckedCall;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    private static final String TASK =
            "{\"data\": {\"linked_records\": [{\"target_object\": \"%s\", \"target_record_id\": \"x\"}]}}";
    private static final String MEETING =
            "{\"data\": {\"linked_records\": [{\"object\": \"%s\", \"record_id\": \"x\"}]}}";
    private static final String REFERENCE = "{\"target\": \"objects\", \"identifier\": \"deals\", \"data\": {"
            + "\"relationship\": {\"object\": \"%s\"}, \"config\": {\"record_reference\": {\"allowed_objects\": [\"%s\"]}}}}";

    private final KnownWorkspace workspace = new KnownWorkspace()
            .with(
                    "objects",
                    object(1, "companies", "Companies", "Company"),
                    object(2, "deals", "Deals", "Deal"),
                    object(3, "projects", "Client projects", "Client project"))
            .with(
                    "lists",
                    list(11, "enterprise_sales", "Enterprise Sales", "companies"),
                    list(12, "outreach_eu", "Outreach", "companies"),
                    list(13, "outreach_us", "Outreach", "deals"),
                    list(14, "deals", "Hot deals", "deals"))
            .with(
                    "attributes objects deals",
                    attribute(21, "name", "Name", "text", ""),
                    attribute(22, "stage", "Deal stage", "status", ""),
                    attribute(23, "priority", "Priority", "select", ""),
                    attribute(24, "priority_old", "Priority", "select", ", \"is_archived\": true"),
                    attribute(25, "external_id", "External ID", "text", ", \"is_unique\": true"))
            .with(
                    "attributes lists enterprise_sales",
                    attribute(31, "stage", "Stage", "status", ""),
                    attribute(32, "owner", "Owner", "actor-reference", ""))
            .with(
                    "statuses objects deals stage",
                    choice("status", 41, "Lead", false),
                    choice("status", 42, "Won 🎉", false),
                    choice("status", 43, "Stalled", true))
            .with(
                    "attribute_options objects deals priority",
                    choice("option", 51, "High", false),
                    choice("option", 52, "High", true),
                    choice("option", 53, "Low", false));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            get_single_attio_object_by_id     | {"object": "deals"}                    | {"object": "deals"}
            get_single_attio_object_by_id     | {"object": "Deals"}                    | {"object": "deals"}
            get_single_attio_object_by_id     | {"object": "Client project"}           | {"object": "projects"}
            get_single_attio_list_by_id       | {"list": "Enterprise Sales"}           | {"list": "enterprise_sales"}
            get_single_attio_list_by_id       | {"list": "deals"}                      | {"list": "deals"}
            list_all_attio_entries            | {"list": "Hot deals"}                  | {"list": "deals"}
            list_all_attio_notes              | {"parent_object": "Company"}           | {"parent_object": "companies"}
            list_all_attio_tasks              | {"linked_object": "Company"}           | {"linked_object": "companies"}
            list_all_attio_meetings           | {"linked_object": "Company"}           | {"linked_object": "companies"}
            list_all_attio_threads            | {"object": "Deal"}                     | {"object": "deals"}
            list_all_attio_threads            | {"list": "Hot deals"}                  | {"list": "deals"}
            attio_records_search              | {"objects": ["Deals", "companies"]}    | {"objects": ["deals", "companies"]}
            create_a_attio_list               | {"data": {"parent_object": "Deal"}}    | {"data": {"parent_object": "deals"}}
            create_a_attio_note               | {"data": {"parent_object": "Deal"}}    | {"data": {"parent_object": "deals"}}
            create_a_attio_comment            | {"data": {"record": {"object": "Deal"}}} | {"data": {"record": {"object": "deals"}}}
            create_a_attio_comment            | {"data": {"entry": {"list": "Hot deals"}}} | {"data": {"entry": {"list": "deals"}}}
            attio_deals_attribute_values      | {"attribute": "Deal stage"}            | {"attribute": "stage"}
            attio_deals_attribute_values      | {"attribute": "Priority"}              | {"attribute": "priority"}
            attio_deals_attribute_values      | {"attribute": "priority_old"}          | {"attribute": "priority_old"}
            list_all_attio_attributes         | {"target": "lists", "identifier": "Enterprise Sales"} | {"target": "lists", "identifier": "enterprise_sales"}
            get_single_attio_attribute_by_id  | {"target": "lists", "identifier": "Enterprise Sales", "attribute": "Owner"} | {"target": "lists", "identifier": "enterprise_sales", "attribute": "owner"}
            update_a_attio_status_by_id       | {"target": "objects", "identifier": "Deals", "attribute": "Deal stage", "status": "Lead"} | {"target": "objects", "identifier": "deals", "attribute": "stage", "status": "Lead"}
            update_a_attio_status_by_id       | {"target": "objects", "identifier": "deals", "attribute": "stage", "status": "Stalled"} | {"target": "objects", "identifier": "deals", "attribute": "stage", "status": "Stalled"}
            update_a_attio_attribute_option_by_id | {"target": "objects", "identifier": "deals", "attribute": "priority", "option": "Low"} | {"target": "objects", "identifier": "deals", "attribute": "priority", "option": "Low"}
            """)
    void slugsAndTitlesBecomeWhatAttioTakes(String tool, String arguments, String sent) throws Exception {
        CheckedCall checked = workspace.check(tool, arguments);

        assertThat(checked.refusal()).isEmpty();
        assertThat(checked.gap()).isEmpty();
        assertThat(checked.arguments()).isEqualTo(json(sent));
        assertThat(workspace.reads()).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void linksAndReferencesNameObjectsByTitleToo() throws Exception {
        assertThat(workspace
                        .check("create_a_attio_task", TASK.formatted("Deal"))
                        .arguments())
                .isEqualTo(json(TASK.formatted("deals")));
        assertThat(workspace
                        .check("update_a_attio_task_by_id", TASK.formatted("Deal"))
                        .arguments())
                .isEqualTo(json(TASK.formatted("deals")));
        assertThat(workspace
                        .check("create_a_attio_meeting", MEETING.formatted("Deal"))
                        .arguments())
                .isEqualTo(json(MEETING.formatted("deals")));
        assertThat(workspace
                        .check("create_a_attio_attribute", REFERENCE.formatted("Company", "Deal"))
                        .arguments())
                .isEqualTo(json(REFERENCE.formatted("companies", "deals")));
    }

    @Test
    void conditionsOfWebhooksAreSentWithUuids() throws Exception {
        String webhook = "{\"data\": {\"subscriptions\": [{\"filter\": null}, {\"filter\": {\"$and\": ["
                + "{\"field\": \"id.object_id\", \"operator\": \"equals\", \"value\": \"%s\"},"
                + "{\"field\": \"id.list_id\", \"operator\": \"equals\", \"value\": \"%s\"},"
                + "{\"field\": \"actor.id\", \"operator\": \"equals\", \"value\": \"deals\"}]}}]}}";

        CheckedCall checked = workspace.check("create_a_attio_webhook", webhook.formatted("deals", "Hot deals"));

        assertThat(checked.refusal()).isEmpty();
        assertThat(checked.arguments()).isEqualTo(json(webhook.formatted(uuid(2), uuid(14))));
        assertThat(workspace
                        .check("create_a_attio_webhook", webhook.formatted("dealz", uuid(14)))
                        .refusal())
                .get()
                .asString()
                .contains("- /data/subscriptions/1/filter/$and/0/value: \"dealz\" is no object of this workspace.");
    }

    @Test
    void whatSeveralChoicesAreCalledStandsForTheOneInUse() throws Exception {
        String arguments =
                "{\"target\": \"objects\", \"identifier\": \"deals\", \"attribute\": \"priority\", \"option\": \"%s\"}";

        CheckedCall checked = workspace.check("update_a_attio_attribute_option_by_id", arguments.formatted("High"));

        assertThat(checked.arguments()).isEqualTo(json(arguments.formatted(uuid(51))));
    }

    @Test
    void uuidsStayAsTheyAre() throws Exception {
        String arguments =
                "{\"target\": \"objects\", \"identifier\": \"%s\", \"attribute\": \"%s\", \"status\": \"%s\"}"
                        .formatted(uuid(2), uuid(22), uuid(43));

        CheckedCall checked = workspace.check("update_a_attio_status_by_id", arguments);

        assertThat(checked.refusal()).isEmpty();
        assertThat(checked.arguments()).isEqualTo(json(arguments));
        assertThat(workspace.reads())
                .containsExactly("objects", "attributes objects deals", "statuses objects deals stage");
    }

    @Test
    void uuidsInUpperCaseAreSentAsTheAccountTellsThem() throws Exception {
        String arguments =
                "{\"target\": \"objects\", \"identifier\": \"%s\", \"attribute\": \"%s\", \"status\": \"%s\"}";
        String lower = arguments.formatted(uuid(2), uuid(22), uuid(43));

        CheckedCall checked = workspace.check(
                "update_a_attio_status_by_id",
                arguments.formatted(
                        uuid(2).toUpperCase(Locale.ROOT),
                        uuid(22).toUpperCase(Locale.ROOT),
                        uuid(43).toUpperCase(Locale.ROOT)));

        assertThat(checked.refusal()).isEmpty();
        assertThat(checked.arguments()).isEqualTo(json(lower));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            get_single_attio_object_by_id | {"object": "compnies"} | object: "compnies" is no object of this workspace. It takes one of: companies, deals, projects ("Client projects"). Did you mean "companies"? list_all_attio_objects lists them.
            get_single_attio_list_by_id   | {"list": "Outreach"}   | list: "Outreach" is the title of several lists of this workspace: outreach_eu, outreach_us. Say which one by its slug. list_all_attio_lists lists them.
            list_all_attio_attributes     | {"target": "lists", "identifier": "companies"} | identifier: "companies" is no list of this workspace. It takes one of: deals ("Hot deals"), enterprise_sales, outreach_eu ("Outreach"), outreach_us ("Outreach"). list_all_attio_lists lists them.
            attio_records_search          | {"objects": ["deals", "zzz"]} | /objects/1: "zzz" is no object of this workspace. It takes one of: companies, deals, projects ("Client projects"). list_all_attio_objects lists them.
            create_a_attio_comment        | {"data": {"record": {"object": "Deals "}}} | /data/record/object: "Deals" is no object of this workspace. It takes one of: companies, deals, projects ("Client projects"). Did you mean "deals"? list_all_attio_objects lists them.
            attio_deals_attribute_values  | {"attribute": "stages"} | attribute: "stages" is no attribute of object deals. It takes one of: name, stage ("Deal stage"), priority, external_id. Did you mean "stage"? list_all_attio_attributes with {"target": "objects", "identifier": "deals"} lists them.
            attio_deals_assert            | {"matching_attribute": "extern_id"} | matching_attribute: "extern_id" is no unique attribute of object deals. It takes one of: external_id. Did you mean "external_id"? list_all_attio_attributes with {"target": "objects", "identifier": "deals"} lists them.
            update_a_attio_status_by_id   | {"target": "objects", "identifier": "deals", "attribute": "stage", "status": "Won"} | status: "Won" is no status of the attribute stage of object deals. It takes one of: "Lead", "Won 🎉". Did you mean "Won 🎉"? list_all_attio_statuses with {"target": "objects", "identifier": "deals", "attribute": "stage"} lists them.
            update_a_attio_status_by_id   | {"target": "objects", "identifier": "deals", "attribute": "stage", "status": "stalled"} | status: "stalled" is no status of the attribute stage of object deals. It takes one of: "Lead", "Won 🎉". Did you mean "Stalled" (archived)? list_all_attio_statuses with {"target": "objects", "identifier": "deals", "attribute": "stage"} lists them.
            list_all_attio_attribute_options | {"target": "objects", "identifier": "deals", "attribute": "stage"} | attribute: "stage" of object deals has the type status; this tool is for attributes of the type select. Use list_all_attio_statuses for it.
            create_a_attio_status         | {"target": "objects", "identifier": "deals", "attribute": "name"} | attribute: "name" of object deals has the type text; this tool is for attributes of the type status. list_all_attio_attributes with {"target": "objects", "identifier": "deals"} tells the type of each.
            """)
    void whatStandsForNothingOrForSeveralThingsIsRefused(String tool, String arguments, String problem)
            throws Exception {
        CheckedCall checked = workspace.check(tool, arguments);

        assertThat(checked.refusal())
                .hasValue("These arguments do not fit this account. Nothing was sent.\n- " + problem
                        + "\nMend it and call the tool again.");
    }

    @Test
    void whatCannotBeKnownIsNotRefused() throws Exception {
        KnownWorkspace silent = new KnownWorkspace();
        String arguments =
                "{\"target\": \"objects\", \"identifier\": \"Dealz\", \"attribute\": \"x\", \"status\": \"y\"}";

        CheckedCall checked = silent.check("update_a_attio_status_by_id", arguments);

        assertThat(checked.refusal()).isEmpty();
        assertThat(checked.arguments()).isEqualTo(json(arguments));
        assertThat(checked.gap()).hasValue("not_found");
    }

    @Test
    void nothingIsReadByNamesOfWhichNoneIsKnown() throws Exception {
        KnownWorkspace partly = new KnownWorkspace()
                .with("attributes objects deals", attribute(22, "stage", "Deal stage", "status", ""));
        String arguments = "{\"object\": \"deals\", \"attribute\": \"Deal stage\"}";

        CheckedCall checked = partly.check("attio_records_attribute_values", arguments);

        assertThat(checked.refusal()).isEmpty();
        assertThat(checked.arguments()).isEqualTo(json(arguments));
        assertThat(checked.gap()).hasValue("not_found");
        assertThat(partly.reads()).containsExactly("objects");
    }

    @Test
    void theObjectsAreNotReadForTheParentOfAnEntry() throws Exception {
        String entry = "{\"list\": \"enterprise_sales\", \"data\": {\"parent_object\": \"%s\"}}";

        workspace.check("attio_entries_assert", entry.formatted("companies"));
        assertThat(workspace.reads()).contains("lists").doesNotContain("objects");

        assertThat(workspace
                        .check("attio_entries_assert", entry.formatted("Company"))
                        .arguments())
                .isEqualTo(json(entry.formatted("companies")));
    }

    @Test
    void theArgumentsThatWereGivenStayAsTheyWere() throws Exception {
        var given = json("{\"object\": \"Deals\"}");

        workspace
                .account()
                .check(KnownWorkspace.tool("get_single_attio_object_by_id"), given)
                .join();

        assertThat(given).isEqualTo(json("{\"object\": \"Deals\"}"));
    }
}
