package dev.toolsmith.runtime.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class ArgumentSchemaTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String SCHEMA = """
            {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","additionalProperties":false,
             "required":["data"],
             "properties":{
              "limit":{"type":"integer","minimum":1,"maximum":50},
              "size":{"type":"number","exclusiveMinimum":0,"exclusiveMaximum":10,"multipleOf":0.5},
              "format":{"type":"string","enum":["plaintext","markdown"]},
              "kind":{"const":"note"},
              "id":{"type":"string","format":"uuid"},
              "day":{"type":"string","format":"date"},
              "at":{"type":["string","null"],"format":"date-time"},
              "slug":{"type":"string","pattern":"^[a-z_]+$","minLength":2,"maxLength":8},
              "tags":{"type":"array","items":{"type":"string"},"minItems":1,"maxItems":2,"uniqueItems":true},
              "on":{"type":"boolean"},
              "mail":{"type":"string","format":"email"},
              "target":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]},
              "actor":{"oneOf":[{"$ref":"#/$defs/member"},{"$ref":"#/$defs/mail"}]},
              "pick":{"oneOf":[{"const":"a"},{"const":"b"},{"enum":["c","d"]}]},
              "either":{"oneOf":[{"type":"object","required":["a"]},{"type":"object","required":["b"]}]},
              "data":{"type":"object","required":["title"],"additionalProperties":false,"minProperties":1,
               "properties":{"title":{"type":"string"},"content":{"type":"string"},
                "values":{"type":"object","additionalProperties":{"anyOf":[{"type":"string"},{"type":"number"},
                 {"type":"array","items":{"type":"object","required":["value"]}}]}},
                "a/b":{"type":"integer"}}}},
             "$defs":{
              "member":{"type":"object","additionalProperties":false,"required":["type","id"],
               "properties":{"type":{"const":"workspace-member"},"id":{"type":"string","format":"uuid"}}},
              "mail":{"type":"object","additionalProperties":false,"required":["type","email"],
               "properties":{"type":{"const":"email"},"email":{"type":"string"}}}}}
            """;

    private static final String HEAD = "These arguments do not fit the tool. Nothing was sent.\n- ";
    private static final String ONE = "\nMend it and call the tool again.";

    private final ArgumentSchema schema = compile(SCHEMA);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "'limit':50",
                "'limit':10.0",
                "'size':9.5",
                "'format':'markdown'",
                "'id':'123E4567-e89b-12d3-a456-426614174000'",
                "'day':'2024-02-29'",
                "'day':'2024-02-29T10:00:00Z'",
                "'at':null",
                "'at':'2025-07-18T13:49:44.710000000Z'",
                "'at':'2025-07-18T13:49:44+02:00'",
                "'at':'2025-07-18 13:49'",
                "'mail':'not checked here'",
                "'target':'x'",
                "'target':['x']",
                "'actor':{'type':'email','email':'a@b.co'}",
                "'pick':'d'"
            })
    void whatFitsPasses(String arguments) {
        String more = arguments.equals("{}") ? "" : "," + arguments;
        assertThat(problems("{'data':{'title':'t'}" + more + "}")).isEmpty();
    }

    @Test
    void anObjectOfAnyMembersIsToldByItsDescription() {
        ArgumentSchema filtered = compile("""
                {"type":"object","properties":{"filter":{"type":"object","description":"{\\"name\\": \\"Ada\\"}; or more."}}}""");

        assertThat(filtered.problemsOf(object("{'filter':'name = Ada'}")).orElseThrow())
                .contains("filter: expected an object, got the string \"name = Ada\". It is described so: {\"name\":"
                        + " \"Ada\"}; or more.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'limit':'10'|limit: expected a whole number, got the string \"10\". Send 10 without quotes.",
                "'limit':'ten'|limit: expected a whole number, got the string \"ten\".",
                "'limit':1.5|limit: expected a whole number, got the number 1.5.",
                "'limit':null|limit: expected a whole number, got null.",
                "'limit':0|limit: expected at least 1, got the number 0.",
                "'limit':51|limit: expected at most 50, got the number 51.",
                "'size':0|size: expected more than 0, got the number 0.",
                "'size':10|size: expected less than 10, got the number 10.",
                "'size':0.3|size: expected a multiple of 0.5, got the number 0.3.",
                "'format':'markdwon'|format: expected one of \"plaintext\", \"markdown\", got the string \"markdwon\"."
                        + " Did you mean \"markdown\"?",
                "'format':'Markdown'|format: expected one of \"plaintext\", \"markdown\", got the string \"Markdown\"."
                        + " Did you mean \"markdown\"?",
                "'format':'html'|format: expected one of \"plaintext\", \"markdown\", got the string \"html\".",
                "'kind':'task'|kind: expected \"note\", got the string \"task\".",
                "'id':'123'|id: expected a UUID such as 123e4567-e89b-12d3-a456-426614174000, got the string \"123\".",
                "'day':'2025-02-29'|day: expected a date such as 2025-07-18, got the string \"2025-02-29\".",
                "'day':'tomorrow'|day: expected a date such as 2025-07-18, got the string \"tomorrow\".",
                "'at':'2025-07-18'|at: expected a date and time such as 2025-07-18T13:49:44Z, got the string \"2025-07-18\".",
                "'at':5|at: expected a string or null, got the number 5. Send it in quotes: \"5\".",
                "'slug':'A-'|slug: expected text that matches ^[a-z_]+$, got the string \"A-\".",
                "'slug':'a'|slug: expected at least 2 characters, got 1.",
                "'slug':'aaaaaaaaa'|slug: expected at most 8 characters, got 9.",
                "'tags':[]|tags: expected at least 1 item, got 0.",
                "'tags':['a','b','c']|tags: expected at most 2 items, got 3.",
                "'tags':['a','a']|tags: expected items that all differ, got one twice.",
                "'tags':['a',1]|/tags/1: expected a string, got the number 1. Send it in quotes: \"1\".",
                "'tags':'a'|tags: expected an array, got the string \"a\". Send an array, also of one value.",
                "'tags':'[\\\"a\\\"]'|tags: expected an array, got the string \"[\"a\"]\"."
                        + " Send the array itself, not a string of JSON.",
                "'on':'true'|on: expected true or false, got the string \"true\". Send true without quotes.",
                "'target':5|target: expected a string or an array, got the number 5. Send an array, also of one value.",
                "'target':['a',2]|/target/1: expected a string, got the number 2. Send it in quotes: \"2\".",
                "'actor':{'type':'email','mail':'x'}|/actor/mail: not known there. Did you mean \"email\"?"
                        + "~/actor/email: required, but missing (a string).",
                "'actor':{'type':'workspace-member','id':'7'}|/actor/id: expected a UUID such as"
                        + " 123e4567-e89b-12d3-a456-426614174000, got the string \"7\".",
                "'actor':'me'|actor: expected an object with type and id, or with type and email, got the"
                        + " string \"me\".",
                "'pick':'x'|pick: expected one of \"a\", \"b\", \"c\", \"d\", got the string \"x\".",
                "'either':{'a':1,'b':2}|either: fits more than one of the allowed forms."
                        + " Send the members of only one of them.",
                "'either':{}|either: required, but missing: a or b.",
                "'content':'x'|content: not known to this tool. Send it as /data/content.",
                "'lmit':5|lmit: not known to this tool. Did you mean \"limit\"?",
                "'webhooks':5|webhooks: not known to this tool. Known are: actor, at, data, day, either, format, id, kind,"
                        + " limit, mail, on, pick and 4 more.",
                "'__proto__':{}|__proto__: not known to this tool. Known are: actor, at, data, day, either, format, id,"
                        + " kind, limit, mail, on, pick and 4 more."
            })
    void whatDoesNotFitIsToldExactly(String arguments, String problems) {
        String end = problems.contains("~") ? "\nMend them and call the tool again." : ONE;
        assertThat(problems("{'data':{'title':'t'}," + arguments + "}"))
                .contains(HEAD + problems.replace("~", "\n- ") + end);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|data: required, but missing (an object with title).",
                "{'data':'{\\\"title\\\":\\\"t\\\"}'}|data: expected an object with title, got the string \"{\"title\":\"t\"}\"."
                        + " Send the object itself, not a string of JSON.",
                "{'data':[]}|data: expected an object with title, got the array [].",
                "{'data':{'titel':'x','title':'y'}}|/data/titel: not known there. Did you mean \"title\"?",
                "{'data':{'title':'t','a/b':'x'}}|/data/a~1b: expected a whole number, got the string \"x\".",
                "{'data':{'title':'t','values':{'x':[{}]}}}|/data/values/x/0/value: required, but missing.",
                "{'data':{'title':'t','values':{'x':true}}}|/data/values/x: expected a string, a number or an array,"
                        + " got true. Send an array, also of one value."
            })
    void whatIsDeepIsNamedByItsPointer(String arguments, String problem) {
        assertThat(problems(arguments)).contains(HEAD + problem + ONE);
    }

    @Test
    void misfitsAreToldAsLinesWithoutTheMessageAroundThem() {
        ObjectNode arguments = (ObjectNode) MAPPER.readTree("{\"data\":{\"title\":\"T\"},\"limit\":51,\"on\":\"yes\"}");

        assertThat(schema.misfitsOf(arguments))
                .containsExactlyInAnyOrder(
                        "limit: expected at most 50, got the number 51.",
                        "on: expected true or false, got the string \"yes\".");
        assertThat(schema.misfitsOf(arguments.put("limit", 50).put("on", true))).isEmpty();
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThat(problems("{'limit':'x','format':'y','data':{}}"))
                .contains(HEAD + "limit: expected a whole number, got the string \"x\"."
                        + "\n- format: expected one of \"plaintext\", \"markdown\", got the string \"y\"."
                        + "\n- /data/title: required, but missing (a string)."
                        + "\n- data: expected at least 1 member, got 0."
                        + "\nMend them and call the tool again.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'string','enum':['plaintext','markdown']}|one of \"plaintext\", \"markdown\"",
                "{'enum':['note']}|\"note\"",
                "{'const':'note'}|\"note\"",
                "{'$ref':'#/$defs/body'}|an object",
                "{'$ref':'#/$defs/bare'}|an object",
                "{'$ref':'#/$defs/format'}|one of \"a\", \"b\"",
                "{'anyOf':[{'type':'string'},{'$ref':'#/$defs/body'}]}|a string or an object",
                "{'oneOf':[{'type':'string'},{'type':'string'}]}|a string",
                "{'type':['string','null']}|a string or null"
            })
    void whatIsMissingIsToldWithWhatItWouldBe(String wanted, String words) {
        ArgumentSchema strict = compile(("{'type':'object','required':['data'],'properties':{'data':{'type':'object',"
                        + "'required':['x'],'properties':{'x':" + wanted + "}}},'$defs':{'body':{'type':'object'},"
                        + "'bare':{'properties':{}},'format':{'enum':['a','b']}}}")
                .replace('\'', '"'));
        assertThat(strict.problemsOf(object("{'data':{}}")))
                .contains(HEAD + "/data/x: required, but missing (" + words + ")." + ONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'who':{}}|who: required, but missing: kind and id, or mail.",
                "{'who':{'kind':'k'}}|who: required, but missing: id or mail.",
                "{'who':'me'}|who: expected an object with kind and id, or with mail, got the string \"me\".",
                "{'who':{'mail':1}}|/who/mail: expected a string, got the number 1. Send it in quotes: \"1\".",
                "{'deep':{'x':1}}|/deep/x: not known there. Send it as /deep/er/x.",
                "{'x':1}|x: not known to this tool. Send it as /deep/er/x.",
                "{'twice':1}|twice: not known to this tool. Known are: deep, more, who."
            })
    void whatIsToBeSentInsteadIsToldWhereThatIsCertain(String arguments, String problem) {
        ArgumentSchema schema = compile(("{'type':'object','additionalProperties':false,'properties':{"
                        + "'who':{'anyOf':[{'type':'object','required':['kind','id']},"
                        + "{'type':'object','required':['mail'],'properties':{'mail':{'type':'string'}}}]},"
                        + "'deep':{'type':'object','additionalProperties':false,'properties':{'twice':{},"
                        + "'er':{'$ref':'#/$defs/er'}}},'more':{'properties':{'twice':{}}}},"
                        + "'$defs':{'er':{'properties':{'x':{},'er':{'$ref':'#/$defs/er'}}}}}")
                .replace('\'', '"'));

        assertThat(schema.problemsOf(object(arguments))).contains(HEAD + problem + ONE);
    }

    @Test
    void membersThatNoFormKnowsAreNamedOnceAFormFits() {
        ArgumentSchema schema = compile(("{'properties':{'source':{'unevaluatedProperties':{'not':{}},'anyOf':["
                        + "{'properties':{'kind':{'const':'card'},'number':{'type':'string'}},'required':['kind','number']},"
                        + "{'properties':{'kind':{'const':'bank'},'iban':{'type':'string'}},'required':['kind','iban']}]}}}")
                .replace('\'', '"'));

        assertThat(schema.problemsOf(object("{'source':{'kind':'card','foo':1}}")))
                .hasValueSatisfying(message -> assertThat(message)
                        .contains("- /source/number: required, but missing")
                        .doesNotContain("/source/kind")
                        .doesNotContain("/source/foo"));
        assertThat(schema.problemsOf(object("{'source':{'kind':'card','number':'4','foo':1}}")))
                .hasValueSatisfying(message -> assertThat(message)
                        .contains("- /source/foo: not known there. Leave it out.")
                        .doesNotContain("/source/kind"));
    }

    @Test
    void valuesAreCutTo64Characters() {
        assertThat(problems("{'data':{'title':{'x':'" + "y".repeat(500) + "\\u0000\\u202e'}}}"))
                .contains(HEAD + "/data/title: expected a string, got the object {\"x\":\"" + "y".repeat(58) + "…."
                        + ONE);
    }

    @Test
    void moreThanTenProblemsAreCounted() {
        StringBuilder many = new StringBuilder("{'data':{'title':'t'}");
        for (int i = 0; i < 25; i++) {
            many.append(",'zzzzzzz").append(i).append("':1");
        }
        String message = problems(many + "}").orElseThrow();
        assertThat(message).endsWith("\n- and 15 more.\nMend them and call the tool again.");
        assertThat(message.lines()).hasSize(13);
    }

    @Test
    void aChainOfChoicesEndsQuickly() {
        StringBuilder defs = new StringBuilder();
        for (int i = 0; i < 22; i++) {
            defs.append(",'d")
                    .append(i)
                    .append("':{'anyOf':[{'$ref':'#/$defs/d")
                    .append(i + 1);
            defs.append("'},{'$ref':'#/$defs/d").append(i + 1).append("'}]}");
        }
        ArgumentSchema bomb = compile(("{'$ref':'#/$defs/d0','$defs':{'d22':false" + defs + "}}").replace('\'', '"'));
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> bomb.problemsOf(object("{}"))))
                .isPresent();
    }

    @Test
    void schemasThatNameEachOtherEndQuickly() {
        ArgumentSchema loop = compile(
                "{'$ref':'#/$defs/a','$defs':{'a':{'$ref':'#/$defs/b'},'b':{'$ref':'#/$defs/a'}}}".replace('\'', '"'));
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> loop.problemsOf(object("{}"))))
                .contains("The arguments are nested too deeply or are too many to check. Send fewer of them at a time."
                        + " Nothing was sent.");
    }

    @Test
    void patternsTakeLinearTime() {
        ArgumentSchema slow = compile(
                "{'type':'object','properties':{'x':{'type':'string','pattern':'(.*a){12}$'}}}".replace('\'', '"'));
        String text = "a".repeat(61) + "b";
        assertThat(assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> slow.problemsOf(object("{'x':'" + text + "'}"))))
                .isPresent();
    }

    @Test
    void recursionInArgumentsIsAllowed() {
        ArgumentSchema tree = compile(
                ("{'type':'object','properties':{'f':{'$ref':'#/$defs/f'}},'$defs':{'f':{'type':'object','properties':"
                                + "{'and':{'type':'array','items':{'$ref':'#/$defs/f'}},'n':{'type':'integer'}},"
                                + "'additionalProperties':false}}}")
                        .replace('\'', '"'));
        assertThat(tree.problemsOf(object("{'f':{'and':[{'and':[{'n':1}]},{'n':2}]}}")))
                .isEmpty();
        assertThat(tree.problemsOf(object("{'f':{'and':[{'and':[{'m':1}]},{'n':2}]}}")))
                .contains(HEAD + "/f/and/0/and/0/m: not known there. Known are: and, n." + ONE);
    }

    private Optional<String> problems(String arguments) {
        return schema.problemsOf(object(arguments));
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) MAPPER.readTree(json.replace('\'', '"'));
    }

    private static ArgumentSchema compile(String json) {
        return ArgumentSchema.compile(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void valuesOfAnyKindAreAcceptedOrNot() {
        ArgumentSchema numbers = compile("{\"type\":\"array\",\"items\":{\"type\":\"number\"}}");

        assertThat(numbers.accepts(MAPPER.readTree("[1,2.5]"))).isTrue();
        assertThat(numbers.accepts(MAPPER.readTree("[1,\"2\"]"))).isFalse();
        assertThat(numbers.accepts(MAPPER.readTree("7"))).isFalse();
        assertThat(numbers.accepts(MAPPER.readTree("[" + "1,".repeat(30_000) + "1]")))
                .isTrue();
    }
}
