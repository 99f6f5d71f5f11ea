package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.it.AttioMcpCall.Ours;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls that people's models are used to from another server of the same API, npm's {@code attio-mcp} 1.6.1: each as it
 * is called, where that is Attio's own language, and as that server sends it on. They go well, and what was written is
 * there.
 *
 * <p>What does not map, and why:
 *
 * <ul>
 *   <li>the rows that have {@code translated}, as they are called: they are in a language of that server's own;
 *   <li>its examples {@code {stage: Demo}}, {@code {stage: Proposal}} for deals and {@code {status: Qualified}} for
 *       records of no object: the sample workspace has no such statuses, and Attio no object {@code records};
 *   <li>a member's id as a deal's {@code owner}, in an example: it is sent as it is, and Attio takes an e-mail address or
 *       a reference there;
 *   <li>{@code create_company} with both {@code domains} and {@code website}, an example: that server refuses it;
 *   <li>{@code create_record} of a person by the parts of a name, as it is sent: that server makes a name without parts
 *       of it, which Attio refuses; and its updates of a person's {@code company} and a company's {@code team}, which it
 *       wraps into one {@code value} too many;
 *   <li>{@code create_record} of {@code records} with an {@code object} in its data: it sends {@code values} in
 *       {@code values}, which Attio refuses;
 *   <li>{@code create-list} and {@code create_record} of {@code lists}: they send no {@code workspace_access}, which Attio
 *       requires;
 *   <li>{@code batch_records}: it makes the calls of {@code create_record} and {@code update_record} one by one, so its
 *       rows would be the same.
 * </ul>
 */
class AttioMcpCallsIT {

    private static Sandbox sandbox;
    private static Connection connection;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        connection = new Server("kernel", "http").connect(sandbox.baseUrl(), sandbox.credential());
    }

    @AfterAll
    static void stop() {
        connection.close();
        sandbox.close();
    }

    @TestFactory
    Stream<DynamicTest> whatAnotherServersToolsTakeOursTakeToo() {
        List<AttioMcpCall> table = AttioMcpCall.table(kept());
        List<DynamicTest> tests = new ArrayList<>();
        for (AttioMcpCall call : table) {
            call.asCalled().ifPresent(ours -> tests.add(test("as called: " + call, ours, call.holds())));
            call.asSent().ifPresent(ours -> tests.add(test("as sent: " + call, ours, call.holds())));
        }
        assertThat(tests).as("the table has rows of both kinds").hasSizeGreaterThan(table.size());
        return tests.stream();
    }

    private static DynamicTest test(String name, Ours ours, Map<String, JsonNode> holds) {
        return DynamicTest.dynamicTest(name, () -> {
            sandbox.reset();
            JsonNode written = call(ours.tool(), ours.arguments());
            ObjectNode reading = ours.reading().deepCopy();
            if (!ours.id().isEmpty()) {
                reading.set(ours.id(), written.required("id").required(ours.id()));
            }
            JsonNode read = call(ours.reader(), reading);
            holds.forEach((pointer, value) -> assertThat(plain(read.at(pointer)))
                    .as("%s of %s", pointer, read)
                    .isEqualTo(plain(value)));
        });
    }

    private static JsonNode call(String tool, JsonNode arguments) {
        return connection.rpc().call(tool, arguments).json().required("data");
    }

    /** A value as text, as 50000 and 50000.0 are the same amount. */
    private static String plain(JsonNode value) {
        return value.isNumber() ? value.decimalValue().stripTrailingZeros().toPlainString() : value.asString();
    }

    /** What the calls refer to. */
    private static Map<String, String> kept() {
        Map<String, String> kept = new HashMap<>();
        kept.put("company", first("companies").at("/id/record_id").asString());
        kept.put("person", first("people").at("/id/record_id").asString());
        kept.put("deal", first("deals").at("/id/record_id").asString());
        JsonNode member = sandbox.get("/v2/workspace_members").at("/data/0");
        kept.put("member", member.at("/id/workspace_member_id").asString());
        kept.put("member_email", member.required("email_address").asString());
        JsonNode stages = sandbox.get("/v2/objects/deals/attributes/stage/statuses");
        kept.put("stage", stages.at("/data/0/id/status_id").asString());
        kept.put("task", sandbox.get("/v2/tasks").at("/data/0/id/task_id").asString());
        JsonNode entry =
                sandbox.post("/v2/lists/enterprise_sales/entries/query", "{}").at("/data/0");
        kept.put("list", entry.at("/id/list_id").asString());
        kept.put("entry", entry.at("/id/entry_id").asString());
        return kept;
    }

    private static JsonNode first(String object) {
        return sandbox.post("/v2/objects/" + object + "/records/query", "{}").at("/data/0");
    }
}
