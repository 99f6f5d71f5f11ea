package dev.toolsmith.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.plan.PlanOptions.Naming;
import dev.toolsmith.generator.tool.ToolName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePlannerTest {

    private static final PlanOptions BY_ID = PlanOptions.forApp("app");

    @ParameterizedTest
    @CsvSource({
        "get, /v2/notes, list_all_app_notes, list",
        "post, /v2/notes/query, list_all_app_notes, list",
        "post, /v2/notes, create_a_app_note, create",
        "get, /v2/notes/{id}, get_single_app_note_by_id, get",
        "patch, /v2/notes/{id}, update_a_app_note_by_id, update",
        "delete, /v2/notes/{id}, delete_a_app_note_by_id, delete",
        "put, /v2/notes, app_notes_assert, assert",
        "put, /v2/notes/{id}, app_notes_overwrite, overwrite",
        "get, /v2/records/{id}/attributes/{attribute}/values, app_records_attribute_values, attribute_values",
        "get, /v2/records/{id}/entries, list_all_app_entries, list",
        "post, /v2/notes/search, app_notes_search, search",
        "post, /v2/notes/{id}, update_a_app_note_by_id, update",
        "patch, /v2/settings, update_a_app_setting, update",
        "delete, /v2/settings, delete_a_app_setting, delete",
        "get, /people/{id}, get_single_app_person_by_id, get",
        "get, /activities/{id}, get_single_app_activity_by_id, get",
        "get, /statuses/{id}, get_single_app_status_by_id, get",
        "get, /addresses/{id}, get_single_app_address_by_id, get",
        "get, /Call-Recordings/{id}, get_single_app_call_recording_by_id, get",
        "head, /notes, app_notes_head, head",
    })
    void pathAndMethodGiveNameAndKind(String method, String path, String name, String kind) {
        var tool = Planning.of(operation(method, path, "")).tool();

        assertThat(tool.name().value()).isEqualTo(name);
        assertThat(tool.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "listPets, app_list_pets",
        "app_list_pets, app_list_pets",
        "App.ListPets, app_list_pets",
        "getHTTPStatus2, app_get_http_status2",
        "récupérer-Élément, app_recuperer_element",
        "'../../../x', app_x",
        "'..\\x', app_x",
        "/etc/x, app_etc_x",
        "'C:x', app_c_x",
        "'*/ class X {}', app_class_x",
        "CON, app_con",
        "東京, app_get_things",
        "'!!', app_get_things",
    })
    void operationIdsBecomeSnakeCaseAscii(String id, String name) {
        Planning planning = Planning.of(operation("get", "/things", "operationId: '" + id + "'\n"), BY_ID);

        assertThat(planning.names()).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource({
        "get, /v2/notes, app_get_v2_notes",
        "get, /notes/{id}, app_get_notes_by_id",
        "put, /notes/{id}, app_put_notes_by_id",
        "get, /lists/{list}/entries/{entryId}, app_get_lists_list_entries_by_entry_id",
        "get, /, app_get",
    })
    void withoutOperationIdAllWordsOfThePathNameTheTool(String method, String path, String name) {
        Planning planning = Planning.of(
                operation(method, path, "") + operation("get", "/other", "").substring("paths:\n".length()), BY_ID);

        assertThat(planning.names()).contains(name);
    }

    @Test
    void aVersionThatAllPathsBeginWithIsLeftOut() {
        Planning planning = Planning.of(
                operation("get", "/v2/a", "") + operation("get", "/v2/b", "").substring("paths:\n".length()), BY_ID);

        assertThat(planning.names()).containsExactly("app_get_a", "app_get_b");
    }

    @Test
    void aPathWithoutAsciiLettersCountsByItsHash() {
        Planning planning = Planning.of(operation("get", "/東京", ""));

        assertThat(planning.names()).singleElement().asString().matches("app_get_[0-9a-f]{6}");
    }

    @Test
    void longNamesAreCutAtAWordAndEndInAHash() {
        String id = "retrieve_the_very_long_list_of_all_things_that_anybody_has_ever_seen_anywhere";
        Planning planning = Planning.of(operation("get", "/things", "operationId: " + id + "\n"), BY_ID);

        assertThat(planning.names()).containsExactly("app_retrieve_the_very_long_list_of_all_things_that_415c08");
        assertThat(planning.names().get(0)).hasSizeLessThanOrEqualTo(ToolName.MAX_LENGTH);
    }

    @Test
    void theSecondOfTwoEqualNamesIsLeftOut() {
        Planning planning = Planning.of(operation("get", "/a/things", "")
                + operation("get", "/b/things", "").substring("paths:\n".length()));

        assertThat(planning.catalog().tools())
                .singleElement()
                .satisfies(tool -> assertThat(tool.path()).isEqualTo("/a/things"));
        assertThat(planning.findings())
                .containsExactly(
                        "error duplicate-tool-name at api.yaml#/paths/~1b~1things/get: GET /b/things would be named"
                                + " 'list_all_app_things' as GET /a/things is\n"
                                + "  Write x-toolsmith-name, or x-toolsmith-resource or x-toolsmith-kind, on one of them.");
    }

    @Test
    void namesWhoseClassesDifferInCaseAloneAreRefused() {
        Planning planning = Planning.of(operation("get", "/a", "x-toolsmith-name: app_a1b\n")
                + operation("get", "/b", "x-toolsmith-name: app_a1_b\n").substring("paths:\n".length()));

        assertThat(planning.findings())
                .containsExactly("error duplicate-class-name at api.yaml#/paths/~1b/get: The class of 'app_a1_b' would"
                        + " differ from that of 'app_a1b' (GET /a) at most in upper and lower case\n"
                        + "  Write x-toolsmith-name on one of them.");
    }

    @ParameterizedTest
    @CsvSource({"con", "com1", "main", "string", "app_tools", "api_request"})
    void namesOfDevicesAndOfOurOwnClassesAreRefused(String name) {
        Planning planning = Planning.of(operation("get", "/things", "x-toolsmith-name: " + name + "\n"));

        assertThat(planning.names()).isEmpty();
        assertThat(planning.findings())
                .containsExactly("error reserved-tool-name at api.yaml#/paths/~1things/get: '" + name
                        + "' is the name of a file or class that can't be a tool's\n"
                        + "  Write another x-toolsmith-name.");
    }

    @Test
    void aGivenNameMustBeLegal() {
        Planning planning = Planning.of(operation("get", "/things", "x-toolsmith-name: '../../x'\n"));

        assertThat(planning.findings())
                .containsExactly("error illegal-tool-name at api.yaml#/paths/~1things/get: '../../x' can't be a tool's"
                        + " name\n  Write x-toolsmith-name in snake_case, at most 64 characters.");
    }

    @Test
    void resourceSingularAndKindChangeThePathName() {
        Planning planning = Planning.of(operation("get", "/staff/{id}", "x-toolsmith-resource: members\n")
                + operation("get", "/oxen/{id}", "x-toolsmith-singular: ox\n").substring("paths:\n".length())
                + operation("post", "/notes/{id}/star", "x-toolsmith-resource: notes\nx-toolsmith-kind: star\n")
                        .substring("paths:\n".length()));

        assertThat(planning.names())
                .containsExactly("app_notes_star", "get_single_app_member_by_id", "get_single_app_ox_by_id");
    }

    @Test
    void theUsersFiltersKeepAndLeaveOutByName() {
        String paths = operation("get", "/notes", "")
                + operation("delete", "/notes/{id}", "").substring("paths:\n".length())
                + operation("get", "/tasks", "").substring("paths:\n".length());
        PlanOptions options =
                BY_ID.withNaming(Naming.PATH).withFilters(List.of("*_notes", "list_*"), List.of("*tasks"));

        assertThat(Planning.of(paths, options).names()).containsExactly("list_all_app_notes");
    }

    @Test
    void aFilterWithoutMatchIsAnError() {
        PlanOptions options = BY_ID.withFilters(List.of(), List.of("nothing*"));

        assertThat(Planning.of(operation("get", "/notes", ""), options).findings())
                .containsExactly("error filter-without-match at configuration#/exclude: No tool is named 'nothing*'\n"
                        + "  Use a tool's name, with * for any characters.");
    }

    private static String operation(String method, String path, String members) {
        String parameters = PathShape.of(path).parameters().stream()
                .map(name -> "{name: " + name + ", in: path, required: true, schema: {type: string}}")
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        return Planning.operation(method, path, members + "parameters: [" + parameters + "]");
    }
}
