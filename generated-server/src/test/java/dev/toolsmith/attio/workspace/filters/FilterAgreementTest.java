package dev.toolsmith.attio.workspace.filters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.account.CheckedCall;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ObjectNode;

/** Queries put together by chance are refused exactly when the sandbox refuses them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilterAgreementTest {

    private static final int QUERIES = 1500;
    private static final List<String> SLUGS = List.of(
            "record_id",
            "created_at",
            "created_by",
            "code",
            "effort",
            "billable",
            "budget",
            "due_on",
            "kicked_off_at",
            "risk",
            "phase",
            "tags",
            "customer",
            "lead",
            "site",
            "portal",
            "mailbox",
            "hotline",
            "nothing",
            "$eq");
    private static final List<String> PROPERTIES = List.of(
            "value",
            "currency_value",
            "currency_code",
            "status",
            "option",
            "active_from",
            "target_object",
            "target_record_id",
            "referenced_actor_id",
            "referenced_actor_type",
            "locality",
            "line_4",
            "country_code",
            "latitude",
            "domain",
            "root_domain",
            "email_address",
            "email_domain",
            "original_email_address",
            "phone_number",
            "original_phone_number",
            "title",
            "full_name");
    private static final List<String> OPERATORS = List.of(
            "$eq",
            "$in",
            "$contains",
            "$starts_with",
            "$ends_with",
            "$lt",
            "$lte",
            "$gt",
            "$gte",
            "$not_empty",
            "$ne",
            "$exists");
    private static final List<String> OPERANDS = List.of(
            "'Planned'",
            "'x'",
            "''",
            "1",
            "-2.5",
            "'3'",
            "'3.'",
            "' 3'",
            "1e3",
            "true",
            "false",
            "'true'",
            "null",
            "[]",
            "['A','B']",
            "['A',1]",
            "[1]",
            "{}",
            "{'a':1}",
            "'2026'",
            "2026",
            "'2026-01'",
            "'2026-01-31'",
            "'2026-01-31T09:00:00Z'",
            "'2026-01-31 09:00:00+02:00'",
            "'2026-01-31T09:00'",
            "'2026-13-31'",
            "'+4930123'");
    private static final List<String> FITTING = List.of(
            "'record_id':{'$in':['A','B']}",
            "'created_at':{'$gte':'2026-01-31T09:00:00Z','$lt':'2026-02-28T09:00:00.5+01:00'}",
            "'created_by':{'referenced_actor_type':'workspace-member','referenced_actor_id':'A'}",
            "'code':'P-1'",
            "'code':{'value':{'$contains':'p','$not_empty':true}}",
            "'effort':{'$gt':1,'$lte':'2.5'}",
            "'effort':{'value':{'$in':[1,2]}}",
            "'billable':true",
            "'billable':{'$eq':'false'}",
            "'budget':{'currency_value':{'$gte':'1000'}}",
            "'due_on':{'$lt':'2026-01-31'}",
            "'kicked_off_at':{'value':'2026-01-31T09:00:00Z'}",
            "'risk':{'$gte':3}",
            "'phase':'No such phase'",
            "'phase':{'status':{'$eq':'Planned'},'active_from':{'$gt':'2026-01-31T09:00:00Z'}}",
            "'tags':{'$in':['Training','Nothing']}",
            "'tags':{'option':'Training'}",
            "'customer':{'target_object':'companies','target_record_id':{'$in':['A']}}",
            "'lead':{'referenced_actor_id':'A'}",
            "'site':{'locality':{'$starts_with':'Lon'},'country_code':'GB'}",
            "'portal':{'root_domain':{'$ends_with':'com'}}",
            "'portal':{'$not_empty':true}",
            "'mailbox':{'email_domain':'a.example','email_local_specifier':{'$contains':'a'}}",
            "'hotline':{'country_code':{'$not_empty':true}}",
            "'code':{},'site':{},'tags':'A'",
            "'path':[['projects','customer'],['companies','domains']],'constraints':{'domain':'a.example'}",
            "'path':[['projects','customer'],['companies','team'],['people','name']],'constraints':{'last_name':'A'}",
            "'path':[['projects','phase']],'constraints':{'$eq':'Done'}");
    private static final List<String> PATHS = List.of(
            "[['projects','customer'],['companies','name']]",
            "[['projects','customer'],['companies','team'],['people','name']]",
            "[['projects','customer'],['people','name']]",
            "[['projects','customer'],['compnies','name']]",
            "[['projects','customer'],['companies','nme']]",
            "[['projects','phase'],['companies','name']]",
            "[['companies','name']]",
            "[['projects','phase']]",
            "[['projects','site']]",
            "[['projects']]",
            "['projects','phase']",
            "[]",
            "'phase'");

    private final QueriedSandbox sandbox = new QueriedSandbox();

    @BeforeAll
    void knowsThePlaces() {
        sandbox.check(
                "all",
                "list_all_attio_records",
                "{'object':'projects','filter':{'path':" + PATHS.get(0) + ",'constraints':'A'}}");
        sandbox.check(
                "all",
                "list_all_attio_records",
                "{'object':'projects','filter':{'path':" + PATHS.get(1) + ",'constraints':'A'}}");
    }

    @AfterAll
    void closes() {
        sandbox.close();
    }

    @Test
    void filtersAreRefusedThatTheSandboxRefuses() throws Exception {
        Random random = new Random(20261122);
        List<String> differing = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < QUERIES; i++) {
            String query = "'filter':" + filter(random, 0);
            refused += compared(query, differing);
        }

        assertThat(differing).isEmpty();
        assertThat(refused).isBetween(QUERIES / 4, QUERIES * 3 / 4);
    }

    @Test
    void sortsAreRefusedThatTheSandboxRefuses() throws Exception {
        Random random = new Random(20261123);
        List<String> differing = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < QUERIES / 5; i++) {
            refused += compared("'sorts':[" + sort(random) + "]", differing);
        }

        assertThat(differing).isEmpty();
        assertThat(refused).isBetween(QUERIES / 20, QUERIES * 3 / 20);
    }

    private int compared(String query, List<String> differing) throws Exception {
        CheckedCall check = sandbox.check("all", "list_all_attio_records", "{'object':'projects'," + query + "}");
        ObjectNode body = QueriedSandbox.json("{" + query + "}");
        HttpResponse<String> answer = sandbox.query("objects/projects/records", body);
        if (check.gap().isPresent() || check.refusal().isPresent() != (answer.statusCode() == 400)) {
            differing.add(query + "\n  ours: " + check + "\n  the sandbox: " + answer.body());
        }
        return answer.statusCode() == 400 ? 1 : 0;
    }

    private static String filter(Random random, int depth) {
        int form = random.nextInt(depth > 2 ? 10 : 16);
        return switch (form) {
            case 0, 1, 2, 3, 4, 5 -> "{" + one(random, FITTING) + "}";
            case 12, 13, 14 ->
                "{'" + (random.nextBoolean() ? "$and" : "$or") + "':[" + filter(random, depth + 1) + ","
                        + filter(random, depth + 1) + "]}";
            case 15 -> "{'$not':" + filter(random, depth + 1) + "}";
            case 11 -> "{'" + one(random, List.of("$and", "$or", "$not")) + "':" + one(random, OPERANDS) + "}";
            case 6, 10 ->
                "{'path':" + one(random, PATHS) + ",'" + (random.nextInt(9) == 0 ? "constraint" : "constraints") + "':"
                        + constraint(random) + "}";
            default -> "{'" + one(random, SLUGS) + "':" + constraint(random) + "}";
        };
    }

    private static String constraint(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> one(random, OPERANDS);
            case 1 -> "{'" + one(random, PROPERTIES) + "':" + one(random, OPERANDS) + "}";
            case 2 ->
                "{'" + one(random, PROPERTIES) + "':{'" + one(random, OPERATORS) + "':" + one(random, OPERANDS) + "}}";
            default -> "{'" + one(random, OPERATORS) + "':" + one(random, OPERANDS) + "}";
        };
    }

    private static String sort(Random random) {
        String by = random.nextInt(3) == 0
                ? "'path':" + one(random, PATHS.subList(0, 9))
                : "'attribute':'" + one(random, SLUGS) + "'";
        String field = random.nextBoolean() ? ",'field':'" + one(random, PROPERTIES) + "'" : "";
        return "{'direction':'asc'," + by + field + "}";
    }

    private static String one(Random random, List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
