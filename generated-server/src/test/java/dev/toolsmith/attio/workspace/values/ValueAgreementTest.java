package dev.toolsmith.attio.workspace.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.attio.workspace.SandboxAccount;
import dev.toolsmith.attio.workspace.SandboxAccount.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every kind of value, right and wrong: what is accepted goes well, what is refused would not have gone well. */
@TestInstance(Lifecycle.PER_CLASS)
final class ValueAgreementTest {

    private static final String LOCATION = """
            {"line_1":"1 Main St","line_2":null,"line_3":null,"line_4":null,"locality":"Berlin","region":null,
             "postcode":"10115","country_code":"DE","latitude":"52.52","longitude":"13.405"}""";

    /** Values of projects in the sample workspace, by attribute. */
    private static final String RIGHT = """
            name "Roof" ["Roof"] {"value":"Roof"} [{"value":"Roof"}] "" null []
            effort 3 3.5 -1e3 "42" " 4.5 " "-1e3" {"value":"7"} [{"value":7}] ".5" "5." null []
            billable true false "true" "false" {"value":true} [{"value":"false"}] [true] null
            budget 4200 "4200" 99.9999 "99.95" "0.123400" {"currency_value":1} [{"currency_value":"1.5"}] 1e29 1e300 null []
            due_on "2026-01-31" "2024-02-29" "2026" "2026-01" "2026-01-31T23:30:00-05:00" "2026-01-31T10:00" {"value":"2026-01-31"} ["2026-01-31"] null
            kicked_off_at "2026-01-31T09:00:00Z" "2026-01-31T09:00:00.123456789+02:00" "2026-01-31T09:00:00+0100" "2026-01-31T09:00:00+01" "2026-01-31 09:00:00" "2026-01-31" {"value":"2026-01-31T09:00:00Z"} []
            risk 0 5 3.0 {"value":4} [{"value":4}] [5] null
            phase "Running" {"status":"Done"} ["Planned"] [{"status":"Planned"}] null []
            priority "High" {"option":"Low"} ["Normal"] null
            tags ["Training"] ["Training","Migration"] [{"option":"Training"}] ["Training","Training"] [] null
            customer "acme.com" "https://acme.com/about" ["acme.com"] {"target_object":"companies","domains":["acme.com"]} {"target_object":"companies","domains":[{"domain":"acme.com"}]} null []
            lead "alice@sandbox.example" "ALICE@sandbox.example" {"workspace_member_email_address":"bob@sandbox.example"} ["bob@sandbox.example"] null
            site "1 Main Street, Berlin, DE" "Berlin" $L [$L] ["Berlin"] null []
            portal "example.com" "https://www.Example.co.uk:8080/a?b" "ex-ample.com." "bücher.example" "my_shop.example.com" "_dmarc.example.com" "हिन्दी.example" {"domain":"example.com"} ["example.com"] null
            mailbox "ada@example.com" "Ada.L+x@Example.com" "\\"ada.l\\"@example.com" "o'hara@example.com" "ada@हिन्दी.example" "ada@intranet" {"email_address":"ada@example.com"} ["ada@example.com"] null
            hotline "+15558675309" "+44 (0)20 7946-0018" "+1 555-867-5309 ext. 2" "+49‑30 901820" "+1 (555) 867‐5309 x7" "+123" {"original_phone_number":"030-901820 Durchwahl 5","country_code":"DE"} {"original_phone_number":"+15558675309"} {"original_phone_number":"+15558675309","country_code":"US"} {"original_phone_number":"+15558675309","country_code":null} {"original_phone_number":"030 901820","country_code":"DE"} ["+15558675309"] null
            code null
            """;

    private static final String WRONG = """
            name 3 true {} {"value":3} {"text":"Roof"} ["a","b"] [null] {"value":"a","b":1} [["a"]]
            effort "four" true "" {"value":null} {"amount":3} [1,2] "1,000" "0x10"
            billable "yes" 1 "TRUE" {"value":"no"} [true,false] {}
            budget "€5" 1.23456 "1.23456" {"currency_value":1,"currency_code":"EUR"} {"currency_code":"EUR"} {"value":5} true [1,2]
            due_on "2026-02-30" "31.01.2026" 20260131 "2026-13" "2026-1-1" "tomorrow" {"date":"2026-01-31"} "2026-01-31T25:00:00Z"
            kicked_off_at "now" 1769850000 "2026-02-30T09:00:00Z" "2026-01-31T09:60:00Z" {"at":"2026-01-31"}
            risk 6 -1 2.5 "3" {"value":"3"} [1,2] {"rating":3}
            phase "running" "Closed" "" {"status":"Nope"} {"option":"Done"} ["Planned","Done"] 3
            priority "high" "Urgent" {"status":"High"} ["High","Low"] 1
            tags "Training" {"option":"Training"} ["Nope"] ["Training","Nope"] [{"title":"Training"}] [["Training"]] [null]
            customer "not a domain" 5 {"target_object":"people","target_record_id":"11111111-1111-4111-8111-111111111111"} {"target_record_id":"11111111-1111-4111-8111-111111111111"} {"target_object":"companies"} {"target_object":"companies","target_record_id":"acme"} {"target_object":"companies","domains":"acme.com"} {"target_object":"companies","domains":["acme.com","stark.com"]} {"target_object":"companies","name":["Acme"]} {"target_object":"companies","nope":["Acme"]} {"target_object":"companies","domains":["?"]} {"target_object":"nope","domains":["acme.com"]} ["acme.com","stark.com"]
            lead "nobody@sandbox.example" "Alice" {"referenced_actor_type":"workspace-member"} {"referenced_actor_type":"api-token","referenced_actor_id":"11111111-1111-4111-8111-111111111111"} {"referenced_actor_type":"workspace-member","referenced_actor_id":"11111111-1111-4111-8111-111111111111"} {"email":"alice@sandbox.example"} 4
            site "" " , " 5 {"locality":"Berlin"} ["Berlin","Paris"] {"locality":"Berlin","x":1}
            portal "example" "exa mple.com" 5 {"value":"example.com"} ["a.com","b.com"] "https://"
            mailbox "ada" "ada@" "@example.com" "ada@ex ample.com" {"value":"ada@example.com"} 5 ["a@b.co","c@d.co"]
            hotline "5558675309" "+" "call me" 15558675309 {"original_phone_number":"5558675309"} {"phone_number":"+15558675309"} {"original_phone_number":"+15558675309","country_code":"USA"} {"original_phone_number":"+15558675309","country_code":"us"} {"country_code":"US"}
            """;

    private SandboxAccount account;

    @BeforeAll
    void start() {
        account = new SandboxAccount();
    }

    @AfterAll
    void stop() {
        account.close();
    }

    static Stream<String> right() {
        return writes(RIGHT);
    }

    static Stream<String> wrong() {
        return writes(WRONG);
    }

    /** Each value of each line, as the values of a write. */
    private static Stream<String> writes(String table) {
        List<String> writes = new ArrayList<>();
        for (String line :
                table.replace("$L", LOCATION.replace("\n", "")).lines().toList()) {
            int space = line.indexOf(' ');
            for (String value : values(line.substring(space + 1))) {
                writes.add("{\"" + line.substring(0, space) + "\":" + value + "}");
            }
        }
        return writes.stream();
    }

    /** Splits at the blanks that stand in no string and no brackets. */
    private static List<String> values(String line) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (char character : (line + " ").toCharArray()) {
            quoted ^= character == '"';
            depth += quoted ? 0 : "[{".indexOf(character) >= 0 ? 1 : "]}".indexOf(character) >= 0 ? -1 : 0;
            if (character == ' ' && depth == 0 && !quoted) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(character);
            }
        }
        return values;
    }

    private static String project(String values) {
        return "{\"object\":\"projects\",\"data\":{\"values\":" + values + "}}";
    }

    @ParameterizedTest
    @MethodSource("right")
    void rightValuesAreAcceptedAndGoWell(String values) {
        assertThat(account.refusal("create_a_attio_record", project(values))).isEmpty();
        Sent sent = account.send("create_a_attio_record", SandboxAccount.json(project(values)));

        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongValuesAreRefusedAndWouldNotHaveGoneWell(String values) {
        List<String> problems = account.problems("create_a_attio_record", project(values));

        assertThat(problems)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem)
                        .contains(": ")
                        .doesNotContain("..", "  ")
                        .hasSizeLessThan(700));
        assertThat(account.send("create_a_attio_record", SandboxAccount.json(project(values)))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("rightOfPeople")
    void rightValuesOfPeopleAreAcceptedAndGoWell(String values) {
        String arguments = "{\"data\":{\"values\":" + values + "}}";

        assertThat(account.refusal("create_a_attio_person", arguments)).isEmpty();
        Sent sent = account.send("create_a_attio_person", SandboxAccount.json(arguments));
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
    }

    static Stream<String> rightOfPeople() {
        return writes("""
                name "Lovelace, Ada" "Ada" "Ada Lovelace" "," {"first_name":"Ada","last_name":null,"full_name":"Ada"} {"first_name":null,"last_name":null,"full_name":"Ada"} {"first_name":"Ada","last_name":"Lovelace","full_name":"Ada Lovelace"} ["Lovelace, Ada"] [{"first_name":"","last_name":"","full_name":"Ada"}] null []
                email_addresses ["one@new.example","two@new.example"] [{"email_address":"three@new.example"}] [] null
                phone_numbers ["+15558675309","+4930901820"] [{"original_phone_number":"+15558675309","country_code":"US"}]
                company "acme.com" {"target_object":"companies","domains":[{"domain":"acme.com"}]}
                """);
    }

    @ParameterizedTest
    @MethodSource("wrongOfPeople")
    void wrongValuesOfPeopleAreRefusedAndWouldNotHaveGoneWell(String values) {
        String arguments = "{\"data\":{\"values\":" + values + "}}";

        assertThat(account.problems("create_a_attio_person", arguments)).hasSize(1);
        assertThat(account.send("create_a_attio_person", SandboxAccount.json(arguments))
                        .status())
                .isEqualTo(400);
    }

    static Stream<String> wrongOfPeople() {
        return writes("""
                name "" " " {"first_name":"Ada","last_name":"Lovelace"} {"first_name":"Ada","last_name":7,"full_name":"Ada"} {"first":"Ada"} 5
                email_addresses "ada@example.com" {"email_address":"ada@example.com"} ["ada"] [{"email":"ada@example.com"}] ["a@new.example","b"]
                phone_numbers "+15558675309" ["1"]
                avatar_url "https://example.com/a.png"
                twitter_follower_count 5
                first_interaction "2026-01-01" {"interaction_type":"email"}
                strongest_connection_strength "Weak"
                record_id "11111111-1111-4111-8111-111111111111"
                created_at "2026-01-01T00:00:00Z"
                primary_location {"line_1":"1 Main St","line_2":null,"line_3":null,"line_4":null,"locality":"Berlin","region":null,"postcode":"10115","country_code":"DEU","latitude":"52.52","longitude":"13.405"} {"line_1":"1 Main St","line_2":null,"line_3":null,"line_4":null,"locality":"Berlin","region":null,"postcode":"10115","country_code":"DE","latitude":52.52,"longitude":"13.405"} {"line_1":"1 Main St","line_2":null,"line_3":null,"line_4":null,"locality":"Berlin","region":null,"postcode":"10115","country_code":"DE","latitude":"91","longitude":"13.405"}
                """);
    }

    @ParameterizedTest
    @MethodSource("idsOfProjects")
    void uuidsNameAttributesOptionsRecordsAndMembers(String kind) {
        JsonNode attributes =
                account.answer("list_all_attio_attributes", "{\"target\":\"objects\",\"identifier\":\"projects\"}");
        ObjectNode values = SandboxAccount.json("{}");
        switch (kind) {
            case "attribute" -> values.put(id(attributes, "name"), "Roof");
            case "status" ->
                values.put(
                        "phase",
                        account.answer(
                                        "list_all_attio_statuses",
                                        "{\"target\":\"objects\",\"identifier\":\"projects\",\"attribute\":\"phase\"}")
                                .path(0)
                                .path("id")
                                .path("status_id")
                                .asString());
            case "option" ->
                values.putArray("tags")
                        .addObject()
                        .put(
                                "option",
                                account.answer(
                                                "list_all_attio_attribute_options",
                                                "{\"target\":\"objects\",\"identifier\":\"projects\",\"attribute\":\"tags\"}")
                                        .path(0)
                                        .path("id")
                                        .path("option_id")
                                        .asString());
            case "record" ->
                values.putObject("customer")
                        .put("target_object", "companies")
                        .put(
                                "target_record_id",
                                account.answer("list_all_attio_companies", "{}")
                                        .path(0)
                                        .path("id")
                                        .path("record_id")
                                        .asString());
            default ->
                values.putObject("lead")
                        .put("referenced_actor_type", "workspace-member")
                        .put(
                                "referenced_actor_id",
                                account.answer("list_all_attio_workspace_members", "{}")
                                        .path(0)
                                        .path("id")
                                        .path("workspace_member_id")
                                        .asString());
        }
        assertGoesWell(project(values.toString()));
        assertGoesWell(project(inUpperCase(values)));
    }

    private void assertGoesWell(String arguments) {
        assertThat(account.refusal("create_a_attio_record", arguments)).isEmpty();
        assertThat(account.send("create_a_attio_record", SandboxAccount.json(arguments))
                        .status())
                .isEqualTo(200);
    }

    /** The same with each UUID in upper case. */
    private static String inUpperCase(ObjectNode values) {
        return Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                .matcher(values.toString())
                .replaceAll(uuid -> uuid.group().toUpperCase(Locale.ROOT));
    }

    static Stream<String> idsOfProjects() {
        return Stream.of("attribute", "status", "option", "record", "member");
    }

    private static String id(JsonNode attributes, String slug) {
        for (JsonNode attribute : attributes) {
            if (attribute.path("api_slug").asString().equals(slug)) {
                return attribute.path("id").path("attribute_id").asString();
            }
        }
        throw new IllegalArgumentException(slug);
    }
}
