package dev.toolsmith.attio.workspace.filters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.AttributeType;
import dev.toolsmith.attio.workspace.facts.Owner;
import dev.toolsmith.attio.workspace.facts.Place;
import dev.toolsmith.runtime.account.CheckedCall;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilterExaminationTest {

    private static final Pattern ADVICE =
            Pattern.compile("(?:[Uu]se|value,|filters:) (\\{.*?\\})(?=[.,]? for |\\.$|\\. )");

    private final QueriedSandbox sandbox = new QueriedSandbox();

    @AfterAll
    void closes() {
        sandbox.close();
    }

    private static Optional<String> problems(CheckedCall check) {
        return check.refusal()
                .map(text -> text.lines().filter(line -> line.startsWith("- ")).collect(Collectors.joining("\n")));
    }

    private Optional<String> problemsOfRecords(String query) {
        return problems(sandbox.check("one", "list_all_attio_records", "{'object':'projects'," + query + "}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'phase': {'$in': ['Planned','Done']}} | /filter/phase/$in: $in does not work on Phase, a status: use {"$or": [{"phase": "Planned"}, {"phase": "Done"}]}.
        {'phase': {'$in': 'Planned'}} | /filter/phase/$in: $in does not work on Phase, a status: use {"phase": "Planned"}.
        {'phase': ['Planned','Done']} | /filter/phase: Phase, a status, is compared with one value, not with an array: use {"$or": [{"phase": "Planned"}, {"phase": "Done"}]}.
        {'tags': ['Planned','Done']} | /filter/tags: Tags, a select, is compared with one value, not with an array: use {"tags": {"$in": ["Planned", "Done"]}}.
        {'tags': {'title':'Planned'}} | /filter/tags/title: Tags, a select, cannot be filtered by "title". It has option, active_from. The title of an option stands in "option", or in place of the properties.
        {'tags': {'$contains':'Planned'}} | /filter/tags/$contains: $contains does not work on Tags, a select. It takes $eq, $in, $not_empty. list_all_attio_attribute_options with {"target": "objects", "identifier": "projects", "attribute": "tags"} lists its titles.
        {'phase': {'$neq':'Planned'}} | /filter/phase/$neq: "$neq" is no operator of filters: use {"$not": {"phase": "Planned"}}.
        {'phase': {'$nin':['Planned','Done']}} | /filter/phase/$nin: "$nin" is no operator of filters: use {"$and": [{"$not": {"phase": "Planned"}}, {"$not": {"phase": "Done"}}]}.
        {'phase': {'$exists':true}} | /filter/phase/$exists: "$exists" is no operator of filters. Use {"phase": {"$not_empty": true}} for those with a value, {"$not": {"phase": {"$not_empty": true}}} for those without.
        {'due_on': {'$exists':true}} | /filter/due_on/$exists: "$exists" is no operator of filters. Use {"due_on": {"$gte": "0001-01-01"}} for those with a value, {"$not": {"due_on": {"$gte": "0001-01-01"}}} for those without.
        {'due_on': null} | /filter/due_on: Due on, a date, is compared with a date such as "2026-01-31", not with null. Use {"due_on": {"$gte": "0001-01-01"}} for those with a value, {"$not": {"due_on": {"$gte": "0001-01-01"}}} for those without.
        {'code': null} | /filter/code: Code, a text, is compared with a string, not with null. Use {"code": {"$not_empty": true}} for those with a value, {"$not": {"code": {"$not_empty": true}}} for those without.
        {'budget': null} | /filter/budget: Budget, a currency, is compared with a number, not with null. It takes $eq, $lt, $lte, $gt, $gte.
        {'budget': {'$between': [1,5]}} | /filter/budget/$between: "$between" is no operator of filters: use {"budget": {"$gte": 1, "$lte": 5}}.
        {'budget': {'currency_code': 'EUR'}} | /filter/budget/currency_code: Budget, a currency, cannot be filtered by "currency_code". Did you mean "currency_value"? It has currency_value.
        {'budget': {'gt': 5}} | /filter/budget/gt: Budget, a currency, cannot be filtered by "gt". Operators begin with $: write "$gt".
        {'budget': {'$gt': 'much'}} | /filter/budget/$gt: Budget, a currency, is compared with a number, not with "much".
        {'budget': {'$gt': 2222222222222222222222222222222222222222222222222222222222222222222222}} | /filter/budget/$gt: Budget, a currency, is compared with a number, not with a number that is too long.
        {'budget': {'$or': [1,5]}} | /filter/budget/$or: "$or" is no operator of filters within an attribute. It joins filters: {"$or": [{"budget": 1}, {"budget": 2}]}.
        {'kicked_off_at': '2026-01-31'} | /filter/kicked_off_at: Kicked off at, a timestamp, is compared with a full date-time such as "2026-01-31T09:00:00Z", not with "2026-01-31": use {"kicked_off_at": {"$gte": "2026-01-31T00:00:00Z", "$lt": "2026-02-01T00:00:00Z"}}.
        {'kicked_off_at': {'$gt':'2026-01-31'}} | /filter/kicked_off_at/$gt: Kicked off at, a timestamp, is compared with a full date-time such as "2026-01-31T09:00:00Z", not with "2026-01-31": use {"kicked_off_at": {"$gt": "2026-01-31T00:00:00Z"}}.
        {'site': 'London'} | /filter/site: Site, a location, is filtered by one of its properties, like {"site": {"locality": "London"}}. It has line_1, line_2, line_3, line_4, locality, region, postcode, country_code.
        {'site': {'latitude': '1'}} | /filter/site/latitude: Site, a location, cannot be filtered by "latitude". It has line_1, line_2, line_3, line_4, locality, region, postcode, country_code.
        {'hotline': {'original_phone_number': '1'}} | /filter/hotline/original_phone_number: Hotline, a phone-number, cannot be filtered by "original_phone_number". It has phone_number, country_code. Numbers are compared as "+15558675309".
        {'lead': {'workspace_member_email_address': 'a'}} | /filter/lead/workspace_member_email_address: Lead, an actor-reference, cannot be filtered by "workspace_member_email_address". It has referenced_actor_id, referenced_actor_type. list_all_attio_workspace_members tells the ids of members.
        {'customer': {'name': 'a'}} | /filter/customer/name: Customer, a record-reference, cannot be filtered by "name". It has target_record_id, target_object. An attribute of the records referred to is asked for by {"path": [["projects", "customer"], ["companies", "name"]], "constraints": ...}.
        {'customer': {'$contains': 'Acme'}} | /filter/customer/$contains: $contains does not work on Customer, a record-reference. It takes $eq, $in. It is compared with the ids of records. An attribute of the records referred to is asked for by {"path": [["projects", "customer"], ["companies", ATTRIBUTE]], "constraints": ...}.
        {'lead': {'$contains': 'alice'}} | /filter/lead/$contains: $contains does not work on Lead, an actor-reference. It takes $eq, $in. list_all_attio_workspace_members tells the ids of members.
        {'path':[['projects','customer'],['companies','team']],'constraints':{'$contains':'a'}} | /filter/constraints/$contains: $contains does not work on Team, a record-reference. It takes $eq, $in. It is compared with the ids of records. An attribute of the records referred to is asked for by {"path": [["projects","customer"],["companies","team"], ["people", ATTRIBUTE]], "constraints": ...}.
        {'customer.name': 'a'} | /filter/customer.name: there is no attribute "customer.name" on object projects. Names are not joined by dots. An attribute of the records referred to is asked for by {"path": [["projects", "customer"], ["companies", "name"]], "constraints": ...}.
        {'budget.currency_value': 1} | /filter/budget.currency_value: there is no attribute "budget.currency_value" on object projects. Names are not joined by dots. Use {"budget": {"currency_value": ...}}.
        {'phas': 'a'} | /filter/phas: there is no attribute "phas" on object projects. Did you mean "phase"? list_all_attio_attributes with {"target": "objects", "identifier": "projects"} lists them.
        {'Due on': 'a'} | /filter/Due on: there is no attribute "Due on" on object projects. That is the title of "due_on": write the slug.
        {'kicked': 'a'} | /filter/kicked: there is no attribute "kicked" on object projects. Did you mean "kicked_off_at"? list_all_attio_attributes with {"target": "objects", "identifier": "projects"} lists them.
        {'Du on': 'a'} | /filter/Du on: there is no attribute "Du on" on object projects. Did you mean "due_on"? list_all_attio_attributes with {"target": "objects", "identifier": "projects"} lists them.
        {'attribute': 'stage'} | /filter/attribute: there is no attribute "attribute" on object projects. It has record_id, created_at, created_by, code, name, effort, billable, budget, due_on, kicked_off_at, risk, phase and 8 more. list_all_attio_attributes with {"target": "objects", "identifier": "projects"} lists them.
        {'attribute': 'phase','operator':'eq','value':'a'} | /filter: there are no attributes "attribute", "operator", "value" on object projects. A condition is written {"code": "A"} or {"code": {"$contains": "a"}}. It has record_id, created_at, created_by, code, name, effort, billable, budget, due_on, kicked_off_at, risk, phase and 8 more. list_all_attio_attributes with {"target": "objects", "identifier": "projects"} lists them.
        {'$eq': 'a'} | /filter/$eq: there is no attribute "$eq" on object projects. Operators stand within an attribute, like {"code": {"$eq": ...}}.
        {'$nor': []} | /filter/$nor: there is no attribute "$nor" on object projects. Of words with $ only $and, $or and $not stand beside attributes; comparisons stand within one, like {"code": {"$contains": "a"}}.
        {'$or': {'phase':'a'}} | /filter/$or: $or takes an array of filters, like {"$or": [{"ATTRIBUTE": "A"}, {"ATTRIBUTE": "B"}]}, not an object.
        {'$or': ['phase']} | /filter/$or/0: a filter is an object, like {"ATTRIBUTE": "A"}, not "phase".
        {'$not': {'$or': []}} | /filter/$not/$or: $not takes conditions on attributes only, no $or. Use {"$and": [{"$not": A}, {"$not": B}]} for neither A nor B.
        {'$not': ['phase']} | /filter/$not: a filter is an object, like {"ATTRIBUTE": "A"}, not an array.
        {'code': 5} | /filter/code: Code, a text, is compared with a string, not with 5.
        {'code': {'$in': 'a'}} | /filter/code/$in: $in takes an array, not "a": use {"code": {"$in": ["a"]}}.
        {'code': {'$in': ['a', 5]}} | /filter/code/$in: Code, a text, is compared with an array of which each is a string; 5 is not.
        {'code': {'$not_empty': 5}} | /filter/code/$not_empty: $not_empty takes true, not 5. Use {"code": {"$not_empty": true}} for those with a value, {"$not": {"code": {"$not_empty": true}}} for those without.
        {'billable': 'yes'} | /filter/billable: Billable, a checkbox, is compared with true or false, not with "yes".
        {'mailbox': {'$not_empty': true}} | /filter/mailbox/$not_empty: $not_empty does not work on Mailbox, an email-address. Use {"mailbox": {"$contains": "@"}} for those with a value, {"$not": {"mailbox": {"$contains": "@"}}} for those without.
        {'mailbox': {'email_domain': {'$in':['a','b']}}} | /filter/mailbox/email_domain/$in: $in does not work on email_domain of Mailbox, an email-address: use {"$or": [{"mailbox": {"email_domain": "a"}}, {"mailbox": {"email_domain": "b"}}]}.
        {'path':[['projects','customer'],['companies','name']]} | /filter: a path needs constraints, like {"path": ..., "constraints": {"$contains": "a"}}.
        {'path':[['projects','customer'],['companies','name']],'constraints':{'$in':5}} | /filter/constraints/$in: $in takes an array, not 5: use {"path": [["projects","customer"],["companies","name"]], "constraints": {"$in": ["A"]}}.
        {'path':[['projects','customer'],['companies','nam']],'constraints':5} | /filter/path/1/1: there is no attribute "nam" on object companies. Did you mean "name"? list_all_attio_attributes with {"target": "objects", "identifier": "companies"} lists them.
        {'path':[['companies','name']],'constraints':5} | /filter/path/0: a path begins at object projects, not at "companies": [["projects", "customer"], ["companies", ATTRIBUTE]].
        {'path':[['projects','phase'],['companies','name']],'constraints':5} | /filter/path/1: Phase, a status, refers to no records: a path ends there, and its constraints ask for it. References of object projects: customer.
        {'path':[['projects','customer'],['people','name']],'constraints':5} | /filter/path/1: Customer, a record-reference, does not refer to "people". It refers to companies.
        {'path':[['projects','customer'],['company','name']],'constraints':5} | /filter/path/1: there is no object "company". Did you mean "companies"? It refers to companies.
        {'path':['customer','name'],'constraints':5} | /filter/path/0: a step of a path is a pair [object or list, attribute], not "customer": [["projects", REFERENCE], [OBJECT, ATTRIBUTE]].
        {'path':'customer','constraints':5} | /filter/path: a path is an array of pairs [object or list, attribute]: [["projects", REFERENCE], [OBJECT, ATTRIBUTE]].
        {'path':[['projects','customer']],'constraints':{}, 'code':'a'} | /filter/code: beside path stands nothing but constraints. Join others by {"$and": [{"path": ..., "constraints": ...}, ...]}.
        """)
    void aFilterThatAttioRefusesIsToldWhatFits(String filter, String words) throws Exception {
        assertThat(problemsOfRecords("'filter':" + filter)).contains("- " + words);

        Matcher advice = ADVICE.matcher(words);
        while (advice.find()) {
            String advised = advice.group(1);
            if (!advised.contains("...") && !advised.contains("A}")) {
                ObjectNode body = QueriedSandbox.json("{'filter':" + advised + "}");
                assertThat(sandbox.query("objects/projects/records", body).statusCode())
                        .as(advised)
                        .isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'direction':'asc','attribute':'phas'} | /sorts/0/attribute: there is no attribute "phas" on object projects. Did you mean "phase"? list_all_attio_attributes with {"target": "objects", "identifier": "projects"} lists them.
        {'direction':'asc','attribute':'site'} | /sorts/0: Site, a location, is sorted by one of its fields: name it as "field". It has line_1, line_2, line_3, line_4, locality, region, postcode, country_code.
        {'direction':'asc','attribute':'site','field':'localty'} | /sorts/0/field: Site, a location, cannot be sorted by "localty". Did you mean "locality"? It has line_1, line_2, line_3, line_4, locality, region, postcode, country_code.
        {'direction':'asc','path':[['projects','customer'],['companies','nam']]} | /sorts/0/path/1/1: there is no attribute "nam" on object companies. Did you mean "name"? list_all_attio_attributes with {"target": "objects", "identifier": "companies"} lists them.
        {'direction':'asc','path':[]} | /sorts/0/path: a path is an array of pairs [object or list, attribute]: [["projects", REFERENCE], [OBJECT, ATTRIBUTE]].
        """)
    void aSortThatAttioRefusesIsToldWhatFits(String sort, String words) {
        assertThat(problemsOfRecords("'sorts':[" + sort + "]")).contains("- " + words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':{'first_name':{'$not_empty':true}}}",
                "{'last_interaction':{'interacted_at':{'$gt':'2026-01-31T09:00:00Z'},'interaction_type':'email'}}",
                "{'last_interaction':{'owner_member_id':{'$not_empty':true}}}",
                "{'$and':[],'$or':[{}],'$not':{}}"
            })
    void whatOnlyPeopleHaveIsTaken(String filter) throws Exception {
        CheckedCall check = sandbox.check("one", "list_all_attio_people", "{'filter':" + filter + "}");

        assertThat(check.refusal()).isEmpty();
        assertThat(check.gap()).isEmpty();
        ObjectNode body = QueriedSandbox.json("{'filter':" + filter + "}");
        assertThat(sandbox.query("objects/people/records", body).statusCode()).isEqualTo(200);
    }

    @Test
    void anAttributeIsNamedByItsUuidToo() throws Exception {
        JsonNode attributes = sandbox.get("/v2/objects/deals/attributes").path("data");
        String stage = id(attributes, "stage", "attribute_id");
        String object = attributes.path(0).path("id").path("object_id").asString();

        String byIds = "{'filter':{'path':[['" + object + "','" + stage + "']],'constraints':{'$in':['A','B']}}}";
        assertThat(problems(sandbox.check("one", "list_all_attio_deals", byIds)).orElse(""))
                .contains("/filter/constraints/$in: $in does not work on Deal stage, a status");
        for (String name : List.of(stage, stage.toUpperCase(Locale.ROOT))) {
            String right = "{'filter':{'$and':[{'" + name + "':'Lead'},{'path':[['" + object.toUpperCase(Locale.ROOT)
                    + "','" + name + "']],'constraints':'Lead'}]},'sorts':[{'direction':'asc','attribute':'" + name
                    + "'}]}";
            assertThat(sandbox.check("one", "list_all_attio_deals", right).refusal())
                    .isEmpty();
            assertThat(sandbox.query("objects/deals/records", QueriedSandbox.json(right))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static String id(JsonNode attributes, String slug, String name) {
        for (JsonNode attribute : attributes) {
            if (attribute.path("api_slug").asString().equals(slug)) {
                return attribute.path("id").path(name).asString();
            }
        }
        throw new AssertionError("no " + slug);
    }

    @Test
    void entriesAreFilteredByTheirRecords() throws Exception {
        String filter = "{'path':[['enterprise_sales','parent_record'],['companies','name']],'constraints':'Globex'}";

        CheckedCall check = sandbox.check(
                "entries", "list_all_attio_entries", "{'list':'enterprise_sales','filter':" + filter + "}");

        assertThat(check.refusal()).isEmpty();
        assertThat(check.gap()).isEmpty();
        assertThat(sandbox.query("lists/enterprise_sales/entries", QueriedSandbox.json("{'filter':" + filter + "}"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'record_id':'A'} | /filter/record_id: there is no attribute "record_id" on list enterprise_sales. The record of an entry is {"parent_record": {"target_record_id": "UUID"}}.
        {'path':[['companies','name']],'constraints':'A'} | /filter/path/0: a path begins at list enterprise_sales, not at "companies": [["enterprise_sales", "parent_record"], [OBJECT, ATTRIBUTE]].
        {'path':[['enterprise_sales','parent_record'],['people','name']],'constraints':'A'} | /filter/path/1: Parent record, a record-reference, does not refer to "people". It refers to companies.
        {'stage':{'$in':['Proposal','Closed Won']}} | /filter/stage/$in: $in does not work on Stage, a status: use {"$or": [{"stage": "Proposal"}, {"stage": "Closed Won"}]}.
        """)
    void aFilterOfEntriesThatAttioRefusesIsToldWhatFits(String filter, String words) throws Exception {
        CheckedCall check = sandbox.check(
                "entries", "list_all_attio_entries", "{'list':'enterprise_sales','filter':" + filter + "}");

        assertThat(problems(check)).contains("- " + words);
        assertThat(sandbox.query("lists/enterprise_sales/entries", QueriedSandbox.json("{'filter':" + filter + "}"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatThereIsIsToldOnce() {
        String told = problemsOfRecords(
                        "'filter':{'$and':[{'attribute':'code','value':'A'},{'attribute':'code','value':'B'}]}")
                .orElseThrow();

        assertThat(told.lines().toList())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith(
                                        "- /filter/$and/0: there are no attributes \"attribute\", \"value\" on object")
                                .contains("A condition is written {\"code\": \"A\"}", " It has record_id, "),
                        second -> assertThat(second)
                                .isEqualTo(
                                        "- /filter/$and/1: there are no attributes \"attribute\", \"value\" on object"
                                                + " projects."));
    }

    @Test
    void onlyWhatIsNamedIsRead() {
        try (QueriedSandbox cold = new QueriedSandbox()) {
            cold.check("a", "list_all_attio_deals", "{'limit':1}");
            assertThat(cold.reads()).isEmpty();

            cold.check("a", "list_all_attio_deals", "{'filter':{'stage':'Lead'},'sorts':[]}");
            assertThat(cold.reads()).containsExactly("/v2/objects/deals/attributes");

            CheckedCall entries = cold.check(
                    "b",
                    "list_all_attio_entries",
                    "{'list':'enterprise_sales','filter':{'path':[['enterprise_sales','parent_record'],"
                            + "['companies','name']],'constraints':'A'}}");
            assertThat(entries.gap()).isEmpty();
            assertThat(cold.reads().subList(1, cold.reads().size()))
                    .containsExactly(
                            "/v2/lists",
                            "/v2/lists/enterprise_sales/attributes",
                            "/v2/objects",
                            "/v2/objects/companies/attributes");
        }
    }

    @Test
    void aPathOverMoreObjectsThanOneCallMayReadIsCheckedByALaterOne() {
        String far = "{'list':'enterprise_sales','filter':{'path':[['enterprise_sales','parent_record'],"
                + "['companies','team'],['people','nam']],'constraints':'A'}}";
        try (QueriedSandbox cold = new QueriedSandbox()) {
            CheckedCall first = cold.check("a", "list_all_attio_entries", far);
            assertThat(first.refusal()).isEmpty();
            assertThat(first.gap()).isPresent();

            assertThat(problems(cold.check("a", "list_all_attio_entries", far)).orElse(""))
                    .contains("/filter/path/2/1: there is no attribute \"nam\" on object people.");
        }
    }

    @Test
    void manyProblemsAreNotAllTold() {
        String wrong = Collections.nCopies(50_000, "{'nothing':1}").stream().collect(Collectors.joining(","));

        List<String> told = problemsOfRecords("'filter':{'$or':[" + wrong + "]}")
                .orElse("")
                .lines()
                .toList();

        assertThat(told).hasSize(10);
    }

    @Test
    void filtersInOneAnotherAreTakenHoweverDeepTheyAre() throws Exception {
        for (int depth : new int[] {1, 10, 11, 20, 40, 49, 50, 60, 90}) {
            String filter = "{'$and':[".repeat(depth) + "{'code':'A'}" + "]}".repeat(depth);
            ObjectNode body = QueriedSandbox.json("{'filter':" + filter + "}");

            assertThat(problemsOfRecords("'filter':" + filter))
                    .as("depth %d", depth)
                    .isEmpty();
            assertThat(sandbox.query("objects/projects/records", body).statusCode())
                    .as("depth %d", depth)
                    .isEqualTo(200);
        }
    }

    @Test
    void longNamesAreCutBetweenCharacters() {
        String name = "🎉".repeat(10_000);

        String told = problemsOfRecords("'filter':{'" + name + "':{'" + name + "':1}}")
                .orElse("");

        assertThat(told).hasSizeLessThan(1000).contains("🎉…");
        assertThat(told.codePoints().filter(character -> character >= 0xD800 && character <= 0xDFFF))
                .isEmpty();
    }

    @Test
    void typesThatAreNewAreNotChecked() {
        Attribute mood = new Attribute(
                "", "mood", "Mood", AttributeType.UNKNOWN, true, false, false, false, false, false, "", List.of());
        Place place = new Place(Owner.Kind.OBJECTS, "projects");
        KnownPlaces places = new KnownPlaces(place, Optional.empty(), Optional.empty());
        places.put(place, List.of(mood));
        ObjectNode query = QueriedSandbox.json(
                "{'filter':{'mood':{'$like':1},'$not':{'path':[['projects','mood'],['x','y']],'constraints':1}},"
                        + "'sorts':[{'direction':'asc','attribute':'mood','field':'tone'}]}");

        assertThat(FilterExamination.problems(query, places)).isEmpty();
    }

    @Test
    void whatEveryPlaceHasNeedsNotBeListed() {
        Place place = new Place(Owner.Kind.LISTS, "sales");
        KnownPlaces places = new KnownPlaces(place, Optional.empty(), Optional.empty());
        places.put(place, List.of());
        ObjectNode query = QueriedSandbox.json(
                "{'filter':{'entry_id':'A','parent_record':'B','created_at':{'$gt':'2026-01-31T09:00:00Z'}}}");

        assertThat(FilterExamination.problems(query, places)).isEmpty();
    }

    @Test
    void logicIsLookedAtWhereNoAttributesAreKnown() {
        Place place = new Place(Owner.Kind.OBJECTS, "projects");
        KnownPlaces nothing = new KnownPlaces(place, Optional.empty(), Optional.empty());
        ObjectNode query = QueriedSandbox.json("{'filter':{'x':{'$like':1},'$or':{}}}");

        assertThat(FilterExamination.problems(query, nothing))
                .singleElement()
                .asString()
                .startsWith("/filter/$or:");
    }
}
