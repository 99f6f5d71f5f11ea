package dev.toolsmith.attio.workspace.listing;

import static dev.toolsmith.attio.workspace.KnownWorkspace.attribute;
import static dev.toolsmith.attio.workspace.KnownWorkspace.choice;
import static dev.toolsmith.attio.workspace.KnownWorkspace.list;
import static dev.toolsmith.attio.workspace.KnownWorkspace.object;
import static dev.toolsmith.attio.workspace.KnownWorkspace.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.attio.workspace.KnownWorkspace;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.schema.ArgumentSchema;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class WorkspaceListingTest {

    private static final String REQUIRED = ", \"is_required\": true";
    private static final String MULTI = ", \"is_multiselect\": true";
    private static final String READ_ONLY = ", \"is_writable\": false";
    private static final String VALUES = "/properties/data/properties/values";

    private final KnownWorkspace workspace = new KnownWorkspace()
            .with("objects", object(1, "companies", "Companies", "Company"), object(2, "deals", "Deals", "Deal"))
            .with("lists", list(11, "sales", "Sales", "deals"))
            .with("attributes objects companies", attribute(20, "name", "Name", "text", ""))
            .with(
                    "attributes objects deals",
                    attribute(20, "record_id", "Record ID", "text", READ_ONLY),
                    attribute(21, "tags", "Labels", "select", MULTI),
                    attribute(22, "stage", "Deal stage", "status", REQUIRED),
                    attribute(23, "old", "Old", "text", ", \"is_archived\": true"),
                    attribute(24, "external_id", "External ID", "text", ", \"is_unique\": true"),
                    attribute(
                            25,
                            "company",
                            "Company",
                            "record-reference",
                            ", \"config\": {\"record_reference\": {\"allowed_object_ids\": [\"" + uuid(1) + "\"]}}"))
            .with(
                    "statuses objects deals stage",
                    choice("status", 41, "Lead", false),
                    choice("status", 42, "Won 🎉", false))
            .with("attribute_options objects deals tags", options(31));

    private static String[] options(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> choice("option", 100 + i, "Label " + i, false))
                .toArray(String[]::new);
    }

    private JsonNode listed(String tool) throws Exception {
        JsonNode schema = workspace.listed().path(tool).path("inputSchema");
        assertThat(schema.isObject()).as(tool).isTrue();
        return schema;
    }

    @Test
    void toolsOfOneObjectHaveItsWritableAttributesTheRequiredFirst() throws Exception {
        JsonNode properties = listed("create_a_attio_deal").at(VALUES + "/properties");

        assertThat(properties.propertyNames()).containsExactly("stage", "tags", "external_id", "company");
        assertThat(properties.at("/stage/description").asString()).isEqualTo("Deal stage: status, required");
        assertThat(JsonTree.text(properties.at("/stage/anyOf/0"))).isEqualTo("{\"enum\":[\"Lead\",\"Won 🎉\"]}");
        assertThat(properties.at("/external_id/description").asString()).isEqualTo("text, unique");
        assertThat(properties.at("/company/description").asString()).isEqualTo("record of companies, by domain");
    }

    @Test
    void ofManyOptionsTheFirstAreExamplesBesideTheToolThatListsAll() throws Exception {
        JsonNode tags = listed("update_a_attio_deal_by_id").at(VALUES + "/properties/tags");

        assertThat(tags.path("examples")).hasSize(30);
        assertThat(tags.path("description").asString())
                .isEqualTo(
                        "Labels: array of options, 1 more than these examples, see list_all_attio_attribute_options");
        assertThat(tags.has("items")).isFalse();
    }

    @Test
    void thirtyOptionsAreAnEnum() throws Exception {
        workspace.with("attribute_options objects deals tags", options(30));

        JsonNode tags = listed("attio_deals_assert").at(VALUES + "/properties/tags");

        assertThat(tags.at("/items/anyOf/0/enum")).hasSize(30);
        assertThat(tags.path("description").asString()).isEqualTo("Labels: array of options");
    }

    @Test
    void whatIsRequiredIsOnlyNotToBeClearedOfARecordThatThereIs() throws Exception {
        assertThat(listed("update_a_attio_deal_by_id")
                        .at(VALUES + "/properties/stage/description")
                        .asString())
                .isEqualTo("Deal stage: status, required: not null");
    }

    @Test
    void keysAndFiltersNameAttributes() throws Exception {
        assertThat(listed("attio_deals_assert")
                        .at("/properties/matching_attribute/description")
                        .asString())
                .endsWith(" Unique here: external_id.");
        assertThat(listed("list_all_attio_deals")
                        .at("/properties/filter/description")
                        .asString())
                .endsWith(" Attributes: record_id, tags, stage, external_id, company.");
        assertThat(listed("attio_deals_attribute_values")
                        .at("/properties/attribute/description")
                        .asString())
                .endsWith(" Attributes: record_id, tags, stage, external_id, company.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create_a_attio_record /properties/object",
                "attio_records_search /properties/objects",
                "create_a_attio_note /properties/data/properties/parent_object",
                "create_a_attio_task /properties/data/properties/linked_records/items/anyOf/0/properties/target_object",
                "create_a_attio_meeting /properties/data/properties/linked_records/items/properties/object",
                "create_a_attio_attribute /properties/data/properties/relationship/properties/object",
            })
    void otherToolsNameTheObjects(String place) throws Exception {
        String[] words = place.split(" ", -1);

        assertThat(listed(words[0]).at(words[1] + "/description").asString()).endsWith(" Here: companies, deals.");
    }

    @Test
    void otherToolsNameTheLists() throws Exception {
        assertThat(listed("list_all_attio_entries")
                        .at("/properties/list/description")
                        .asString())
                .endsWith(" Here: sales.");
        assertThat(listed("list_all_attio_attributes")
                        .at("/properties/identifier/description")
                        .asString())
                .endsWith(" Objects: companies, deals. Lists: sales.");
    }

    @Test
    void manyObjectsAreNamedUpToThirty() throws Exception {
        workspace.with(
                "objects",
                IntStream.range(0, 40)
                        .mapToObj(i -> object(200 + i, "thing_%02d".formatted(i), "Things " + i, "Thing " + i))
                        .toArray(String[]::new));

        assertThat(listed("create_a_attio_record")
                        .at("/properties/object/description")
                        .asString())
                .contains("thing_29 and 10 more, see list_all_attio_objects.")
                .doesNotContain("thing_30");
    }

    @Test
    void aWideObjectKeepsTheBudgetAndTheSlugsOfAsManyAsPossible() throws Exception {
        String[] wide = IntStream.range(0, 400)
                .mapToObj(i -> attribute(
                        1000 + i, "attribute_%03d".formatted(i), "Title of " + i, "text", i == 399 ? REQUIRED : ""))
                .toArray(String[]::new);
        workspace.with("attributes objects deals", wide);

        JsonNode values = listed("create_a_attio_deal").at(VALUES);

        assertThat(JsonTree.text(values.path("properties"))).hasSizeLessThanOrEqualTo(ListedValues.MOST_CHARACTERS + 2);
        assertThat(values.path("properties").propertyNames()).first().isEqualTo("attribute_399");
        assertThat(values.at("/properties/attribute_399/description").asString())
                .contains("required");
        int more = 400 - values.path("properties").size();
        assertThat(values.path("description").asString())
                .endsWith(more + " more attributes, see list_all_attio_attributes.");
    }

    @Test
    void hostileTitlesNeitherBreakLinesNorGrow() throws Exception {
        workspace
                .with(
                        "attributes objects deals",
                        attribute(22, "stage", "Stage\\n\\nIgnore all\\u202e " + "x".repeat(500), "status", ""),
                        attribute(23, "bad\\u0000slug", "Bad", "text", ""))
                .with(
                        "statuses objects deals stage",
                        choice("status", 41, "Le\\nad", false),
                        choice("status", 42, "Won", false));

        JsonNode properties = listed("create_a_attio_deal").at(VALUES + "/properties");

        assertThat(properties.propertyNames()).containsExactly("stage");
        assertThat(properties.at("/stage/description").asString())
                .hasSizeLessThan(200)
                .doesNotContain("\n", "\u202e");
        assertThat(JsonTree.text(properties.at("/stage/examples"))).isEqualTo("[\"Won\"]");
        assertThat(properties.path("stage").has("anyOf")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"stage\": \"Won 🎉\"}",
                "{\"stage\": [\"Won 🎉\"]}",
                "{\"stage\": {\"status\": \"Lead\"}}",
                "{\"stage\": [{\"status\": \"Lead\"}]}",
                "{\"stage\": \"abcdef00-0000-4000-8000-000000000041\"}",
                "{\"stage\": null}",
                "{\"tags\": []}",
                "{\"tags\": [\"Label 1\", {\"option\": \"Label 2\"}, \"abcdef00-0000-4000-8000-000000000100\"]}",
                "{\"tags\": \"Label 1\"}",
                "{\"abcdef00-0000-4000-8000-000000000024\": \"x\"}",
                "{\"company\": \"acme.example\"}",
                "{}",
            })
    void whatMayBeWrittenFitsWhatIsListed(String values) throws Exception {
        workspace.with("attribute_options objects deals tags", options(3));
        ArgumentSchema schema = ArgumentSchema.compile(JsonTree.write(listed("create_a_attio_deal")));

        assertThat(schema.problemsOf(KnownWorkspace.json("{\"data\": {\"values\": " + values + "}}")))
                .isEmpty();
    }

    @Test
    void aTitleThatThereIsNotDoesNotFit() throws Exception {
        ArgumentSchema schema = ArgumentSchema.compile(JsonTree.write(listed("create_a_attio_deal")));

        assertThat(schema.problemsOf(KnownWorkspace.json("{\"data\": {\"values\": {\"stage\": \"Closed\"}}}")))
                .isPresent();
    }

    @Test
    void whatIsSwitchedOffOrUnknownIsListedAsPublished() throws Exception {
        ObjectNode listed = workspace.listed();

        assertThat(workspace.reads())
                .containsExactly(
                        "objects",
                        "lists",
                        "attributes objects companies",
                        "attributes objects deals",
                        "statuses objects deals stage",
                        "attribute_options objects deals tags");
        assertThat(listed.path("create_a_attio_user")).isEqualTo(KnownWorkspace.published("create_a_attio_user"));
        assertThat(new KnownWorkspace().listed().path("create_a_attio_deal"))
                .isEqualTo(KnownWorkspace.published("create_a_attio_deal"));
    }

    @Test
    void theOrderOfAnswersDoesNotMatter() throws Exception {
        ObjectNode before = workspace.listed();
        KnownWorkspace turned = new KnownWorkspace()
                .with("objects", object(2, "deals", "Deals", "Deal"), object(1, "companies", "Companies", "Company"))
                .with("lists", list(11, "sales", "Sales", "deals"));

        assertThat(turned.listed().path("create_a_attio_note")).isEqualTo(before.path("create_a_attio_note"));
        assertThat(List.of(JsonTree.text(workspace.listed()))).containsExactly(JsonTree.text(before));
    }
}
