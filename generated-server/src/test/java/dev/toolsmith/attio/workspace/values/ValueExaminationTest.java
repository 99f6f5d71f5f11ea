package dev.toolsmith.attio.workspace.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.toolsmith.attio.workspace.SandboxAccount;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(Lifecycle.PER_CLASS)
final class ValueExaminationTest {

    private static final String RECORD = "11111111-1111-4111-8111-111111111111";

    private SandboxAccount account;

    @BeforeAll
    void start() {
        account = new SandboxAccount();
        account.answer("create_a_attio_status", """
                {"target":"objects","identifier":"projects","attribute":"phase",
                 "data":{"title":"Cancelled","celebration_enabled":false}}""");
        account.answer("update_a_attio_status_by_id", """
                {"target":"objects","identifier":"projects","attribute":"phase","status":"Cancelled",
                 "data":{"is_archived":true}}""");
        account.answer("create_a_attio_object", """
                {"data":{"api_slug":"shells","singular_noun":"Shell","plural_noun":"Shells"}}""");
        attribute("deals", "legacy", "Legacy", "text", false, "null");
        account.answer("update_a_attio_attribute_by_id", """
                {"target":"objects","identifier":"deals","attribute":"legacy","data":{"is_archived":true}}""");
        attribute("assets", "bought_on", "Bought on", "date", true, "{\"type\":\"dynamic\",\"template\":\"PT0S\"}");
        attribute("assets", "keeper", "Keeper", "record-reference", false, "null");
        attribute("assets", "floor", "Floor", "number", true, "null");
    }

    private void attribute(String object, String slug, String title, String type, boolean required, String initial) {
        account.answer("create_a_attio_attribute", """
                {"target":"objects","identifier":"%s","data":{"title":"%s","description":null,"api_slug":"%s","type":"%s",
                 "is_required":%s,"is_unique":false,"is_multiselect":false,"config":{},"default_value":%s}}""".formatted(object, title, slug, type, required, initial));
    }

    @AfterAll
    void stop() {
        account.close();
    }

    @BeforeEach
    void knowNothing() {
        account.forget();
    }

    private List<String> deal(String values) {
        return account.problems("update_a_attio_deal_by_id", """
                {"record_id":"%s","data":{"values":%s}}""".formatted(RECORD, values));
    }

    @Test
    void aStatusThatIsNoneIsToldWithThoseThereAre() {
        assertThat(deal("{\"stage\":\"Closed Won\"}"))
                .containsExactly(
                        "/data/values/stage: \"Closed Won\" is no status of Deal stage here. It takes one of: \"Lead\","
                                + " \"In Progress\", \"Won 🎉\", \"Lost\". Did you mean \"Won 🎉\"? list_all_attio_statuses with {\"target\": \"objects\", \"identifier\": \"deals\", \"attribute\": \"stage\"} lists"
                                + " them.");
    }

    @Test
    void aValueOfAnArrayIsToldByItsIndexAlsoWhenItIsTheOnlyOne() {
        assertThat(deal("{\"stage\":[\"Closed Won\"]}"))
                .singleElement()
                .asString()
                .startsWith("/data/values/stage/0: \"Closed Won\" is no status of Deal stage here.");
    }

    @Test
    void anObjectThatTakesNothingIsToldAsSuch() {
        assertThat(account.problems("create_a_attio_record", """
                {"object":"shells","data":{"values":{"a/b~c":"x"}}}"""))
                .containsExactly(
                        "/data/values/a~1b~0c: the object shells has no attribute of this slug. It has none that"
                                + " can be written.");
    }

    @Test
    void anArchivedStatusIsToldAsSuch() {
        assertThat(account.problems("create_a_attio_record", """
                {"object":"projects","data":{"values":{"phase":"Cancelled"}}}"""))
                .containsExactly(
                        "/data/values/phase: \"Cancelled\" is archived, so it is no status of Phase any more. It takes one of:"
                                + " \"Planned\", \"Running\", \"Done\". list_all_attio_statuses with {\"target\": \"objects\", \"identifier\": \"projects\", \"attribute\": \"phase\"} lists them.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"Deal stage\":\"Lead\"} | /data/values/Deal stage: the object deals has no attribute of this slug. Did you mean"
                        + " \"stage\" (Deal stage)? It takes: name, stage, owner, value, associated_people,"
                        + " associated_company, external_id. list_all_attio_attributes with {\"target\": \"objects\", \"identifier\": \"deals\"} lists them.",
                "{\"stag\":\"Lead\"} | /data/values/stag: the object deals has no attribute of this slug. Did you mean \"stage\""
                        + " (Deal stage)? It takes: name, stage, owner, value, associated_people, associated_company,"
                        + " external_id. list_all_attio_attributes with {\"target\": \"objects\", \"identifier\": \"deals\"} lists them.",
                "{\"legacy\":\"x\"} | /data/values/legacy: Legacy is archived, so it cannot be written. Leave it out.",
                "{\"created_at\":\"2026-01-01\"} | /data/values/created_at: Created at is read-only: Attio fills it. Leave it out.",
                "{\"stage\":null} | /data/values/stage: cannot be cleared. Every record of the object deals needs a value for Deal stage."
                        + " It takes one of: \"Lead\", \"In Progress\", \"Won 🎉\", \"Lost\"."
                        + " list_all_attio_statuses with {\"target\": \"objects\", \"identifier\": \"deals\", \"attribute\": \"stage\"} lists them.",
                "{\"value\":{\"currency_value\":5,\"currency_code\":\"USD\"}} | /data/values/value: currency_code cannot be written:"
                        + " amounts of Deal value are USD. Send {\"currency_value\": …} or the number alone.",
                "{\"associated_people\":\"wile@acme.com\"} | /data/values/associated_people: Associated people holds several values, so it"
                        + " takes an array, also of one. Send [\"wile@acme.com\"].",
                "{\"associated_people\":[\"wile@acme.com\",\"Wile\"]} | /data/values/associated_people/1: \"Wile\" does not"
                        + " name a record for Associated people. It takes a person's e-mail address, such as"
                        + " \"ada@example.com\", or {\"target_object\": \"people\", \"target_record_id\": \"<UUID>\"}.",
                "{\"associated_company\":{\"domain\":\"acme.example\"}} | /data/values/associated_company:"
                        + " {\"domain\":\"acme.example\"} has no target_object. It takes a company's domain, such as"
                        + " \"example.com\", or {\"target_object\": \"companies\", \"target_record_id\": \"<UUID>\"}."
                        + " Send \"acme.example\".",
                "{\"associated_company\":\"11111111-1111-4111-8111-111111111111\"} | /data/values/associated_company:"
                        + " \"11111111-1111-4111-8111-111111111111\" does not name a record for Associated company. Send"
                        + " {\"target_object\": \"companies\", \"target_record_id\":"
                        + " \"11111111-1111-4111-8111-111111111111\"}.",
                "{\"owner\":\"Bob Meyer\"} | /data/values/owner: \"Bob Meyer\" is no e-mail address of a workspace member, as Deal owner"
                        + " takes it. Did you mean \"bob@sandbox.example\"?"
                        + " list_all_attio_workspace_members lists them.",
            })
    void problemsTellWhatIsWrongAndWhatToSendInstead(String values, String problem) {
        assertThat(deal(values)).containsExactly(problem);
    }

    @Test
    void aNewRecordNeedsWhatIsRequiredAndHasNoDefault() {
        assertThat(account.problems("create_a_attio_deal", "{\"data\":{\"values\":{\"name\":\"Roof\"}}}"))
                .containsExactly(
                        "/data/values/stage: missing. Every record of the object deals needs a value for Deal stage. It takes one of:"
                                + " \"Lead\", \"In Progress\", \"Won 🎉\", \"Lost\". list_all_attio_statuses with {\"target\": \"objects\", \"identifier\": \"deals\", \"attribute\": \"stage\"} lists them.",
                        "/data/values/owner: missing. Every record of the object deals needs a value for Deal owner. It takes the"
                                + " e-mail address of a workspace member. list_all_attio_workspace_members lists them.");
        assertThat(account.problems("create_a_attio_record", "{\"object\":\"assets\",\"data\":{\"values\":{}}}"))
                .singleElement()
                .asString()
                .startsWith("/data/values/floor: missing.");
        assertThat(account.refusal(
                        "create_a_attio_record", "{\"object\":\"assets\",\"data\":{\"values\":{\"floor\":1}}}"))
                .isEmpty();
    }

    @Test
    void aDefaultDoesNotStandInForAValueThatIsTakenAway() {
        assertThat(account.problems("create_a_attio_record", """
                {"object":"assets","data":{"values":{"floor":1,"bought_on":null}}}"""))
                .singleElement()
                .asString()
                .startsWith("/data/values/bought_on: cannot be cleared.");
    }

    @ParameterizedTest
    @CsvSource({"update_a_attio_record_by_id", "attio_records_overwrite"})
    void aChangeNeedsNothing(String tool) {
        assertThat(account.refusal(tool, """
                {"object":"deals","record_id":"%s","data":{"values":{}}}""".formatted(RECORD))).isEmpty();
    }

    @Test
    void theAttributeThatFindsARecordIsUniqueAndHasAValue() {
        assertThat(account.problems("attio_deals_assert", """
                {"matching_attribute":"name","data":{"values":{"name":"Roof"}}}"""))
                .containsExactly(
                        "matching_attribute: \"name\" is not unique, so that it cannot find a record. Unique are:"
                                + " external_id.");
        assertThat(account.problems("attio_people_assert", """
                {"matching_attribute":"email_addresses","data":{"values":{"job_title":"x"}}}"""))
                .containsExactly(
                        "/data/values/email_addresses: missing. It is the matching_attribute, so the record is found by its"
                                + " value. It takes an array, each value an e-mail address, such as \"ada@example.com\".");
        assertThat(account.problems("attio_people_assert", """
                {"matching_attribute":"email_addresses","data":{"values":{"email_addresses":[]}}}"""))
                .singleElement()
                .asString()
                .startsWith("/data/values/email_addresses: cannot be cleared. It is the matching_attribute,");
        assertThat(account.refusal("attio_people_assert", """
                {"matching_attribute":"email_addresses","data":{"values":{"email_addresses":["a@b.co"]}}}""")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "attio_people_assert | {'matching_attribute':'email','data':{'values':{'email':'a@b.co'}}}"
                        + " | matching_attribute: 'email' is no unique attribute of object people. It takes one of:"
                        + " email_addresses. Did you mean 'email_addresses'? list_all_attio_attributes with"
                        + " {'target': 'objects', 'identifier': 'people'} lists them.",
                "attio_companies_assert | {'matching_attribute':'domain_name','data':{'values':{}}}"
                        + " | matching_attribute: 'domain_name' is no unique attribute of object companies. It takes one of:"
                        + " domains. Did you mean 'domains'? list_all_attio_attributes with"
                        + " {'target': 'objects', 'identifier': 'companies'} lists them.",
                "create_a_attio_person | {'data':{'values':{'email':['a@b.co']}}}"
                        + " | /data/values/email: the object people has no attribute of this slug. Did you mean"
                        + " 'email_addresses'? It takes: ",
                "update_a_attio_deal_by_id | {'record_id':'11111111-1111-4111-8111-111111111111',"
                        + "'data':{'values':{'company':'acme.com'}}}"
                        + " | /data/values/company: the object deals has no attribute of this slug. Did you mean"
                        + " 'associated_company'? It takes: ",
                "list_all_attio_people | {'filter':{'email':'a@b.co'}} | /filter/email: there is no attribute 'email' on"
                        + " object people. Did you mean 'email_addresses'?",
                "list_all_attio_deals | {'filter':{'company':'acme.com'}} | /filter/company: there is no attribute"
                        + " 'company' on object deals. Did you mean 'associated_company'?",
            })
    void aPartOfANameTellsTheAttributeThatIsMeant(String tool, String arguments, String problem) {
        assertThat(account.problems(tool, arguments.replace('\'', '"')))
                .first()
                .asString()
                .startsWith(problem.replace('\'', '"').strip());
    }

    @Test
    void anEntryTakesTheAttributesOfItsListButNotItsParent() {
        String parent = "\"parent_record_id\":\"" + RECORD + "\",\"parent_object\":\"companies\",";
        assertThat(account.problems("create_a_attio_entry", """
                {"list":"enterprise_sales","data":{%s"entry_values":{"stage":"Won","arr":"ten","name":"x",
                 "parent_record":"acme.com"}}}""".formatted(parent)))
                .satisfiesExactlyInAnyOrder(
                        stage -> assertThat(stage)
                                .startsWith("/data/entry_values/stage: \"Won\" is no status of Stage here.")
                                .contains("Did you mean \"Closed Won\"?"),
                        arr -> assertThat(arr)
                                .startsWith(
                                        "/data/entry_values/arr: \"ten\" does not fit ARR. It takes an amount of USD"),
                        name -> assertThat(name)
                                .startsWith(
                                        "/data/entry_values/name: the list enterprise_sales has no attribute of this slug."),
                        immutable -> assertThat(immutable)
                                .startsWith(
                                        "/data/entry_values/parent_record: the parent record of an entry cannot be changed."));
        assertThat(account.refusal("attio_entries_assert", """
                {"list":"enterprise_sales","data":{%s"entry_values":{"stage":"Closed Won","products":["Platform"]}}}""".formatted(parent)))
                .isEmpty();
    }

    @Test
    void anEntryIsOfARecordThatItsListIsAbout() {
        String entry = """
                {"list":"enterprise_sales","data":{"parent_record_id":"%s","parent_object":"%s","entry_values":{}}}""";
        String companies = account.answer("get_single_attio_object_by_id", "{\"object\":\"companies\"}")
                .path("id")
                .path("object_id")
                .asString();

        assertThat(account.problems("attio_entries_assert", entry.formatted(RECORD, "deals")))
                .containsExactly(
                        "/data/parent_object: the list enterprise_sales holds no records of \"deals\". It holds"
                                + " records of: companies. Records of deals are held by: enterprise.");
        assertThat(account.problems("create_a_attio_entry", entry.formatted(RECORD, "users")))
                .singleElement()
                .asString()
                .endsWith(" It holds records of: companies. No list holds records of users.");
        assertThat(account.problems("create_a_attio_entry", entry.formatted(RECORD, "companies")))
                .isEmpty();
        assertThat(account.problems("create_a_attio_entry", entry.formatted(RECORD, companies)))
                .isEmpty();
    }

    @Test
    void aReferenceToAnyObjectNamesTheObject() {
        assertThat(account.problems("create_a_attio_record", """
                {"object":"assets","data":{"values":{"floor":1,"keeper":"acme.com"}}}"""))
                .singleElement()
                .asString()
                .startsWith(
                        "/data/values/keeper: \"acme.com\" does not name a record for Keeper. It takes a record of ");
        assertThat(account.problems("create_a_attio_record", """
                {"object":"assets","data":{"values":{"floor":1,"keeper":{"target_object":"peoples","target_record_id":"%s"}}}}""".formatted(RECORD)))
                .singleElement()
                .asString()
                .endsWith("Did you mean \"people\"?");
        assertThat(account.refusal("create_a_attio_record", """
                {"object":"assets","data":{"values":{"floor":1,"keeper":{"target_object":"people","target_record_id":"%s"}}}}""".formatted(RECORD)))
                .isEmpty();
    }

    @Test
    void onlyWhatIsNamedIsRead() {
        account.refusal("create_a_attio_record", "{\"object\":\"projects\",\"data\":{\"values\":{\"name\":\"x\"}}}");
        assertThat(account.reads()).isEqualTo(2);

        account.forget();
        deal("{\"stage\":\"Lead\",\"owner\":\"bob@sandbox.example\",\"associated_company\":\"acme.com\"}");
        assertThat(account.reads()).isEqualTo(4);
    }

    @Test
    void whatIsNotKnownYetRefusesNothing() {
        String values = """
                {"object":"projects","data":{"values":{"phase":"Done","tags":["Training"],"priority":"z","lead":"q@example.com"}}}""";
        var first = account.check("create_a_attio_record", SandboxAccount.json(values));

        assertThat(first.refusal()).isEmpty();
        assertThat(first.gap()).isPresent();
        assertThat(account.reads()).isEqualTo(4);
        assertThat(account.problems("create_a_attio_record", values)).hasSize(2);
    }

    @Test
    void manyUnknownNamesAreToldInShort() {
        StringBuilder values = new StringBuilder("{\"name\":1");
        for (int i = 0; i < 20_000; i++) {
            values.append(",\"unknown_").append(i).append("\":1");
        }
        String refusal = assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> account.refusal("create_a_attio_deal", "{\"data\":{\"values\":" + values.append('}') + "}}"));

        assertThat(refusal)
                .hasSizeLessThan(4_000)
                .contains("/data/values/unknown_0: the object deals has no attribute");
    }

    @ParameterizedTest
    @CsvSource({"name", "effort", "budget", "risk", "billable", "due_on", "phase", "hotline"})
    void numbersWithVeryManyDigitsTakeNoTime(String slug) {
        String huge = "{\"object\":\"projects\",\"data\":{\"values\":{\"" + slug + "\":%s}}}";

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            boolean takesNumbers = slug.equals("effort") || slug.equals("budget");
            assertThat(account.problems("create_a_attio_record", huge.formatted("1e1000000000")))
                    .hasSize(takesNumbers ? 0 : 1);
            assertThat(account.problems("create_a_attio_record", huge.formatted("1e-1000000000")))
                    .hasSize(slug.equals("effort") ? 0 : 1);
        });
    }
}
