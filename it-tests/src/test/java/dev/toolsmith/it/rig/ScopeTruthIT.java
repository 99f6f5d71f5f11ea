package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.it.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Every tool against every restriction: what is listed, what is answered, and what reaches the API. */
class ScopeTruthIT {

    /** Below the quota of writes in a second, so that no call waits. */
    private static final int MOST_WRITES = 20;

    @TempDir
    private static Path folder;

    private static final List<ToolCase> TOOLS = ToolCase.all();
    private static final AtomicInteger WORKSPACES = new AtomicInteger();
    private static final Mcp MCP = new Mcp();
    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = Rig.with(0, folder);
    }

    @AfterAll
    static void stop() {
        rig.finish();
        rig.close();
    }

    @Test
    void theTableHasEveryToolAndAtLeastFortyRestrictions() {
        assertThat(Restriction.table()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(Restriction.table().get(0).tools())
                .containsExactlyElementsOf(TOOLS.stream().map(ToolCase::name).toList());
    }

    @TestFactory
    Stream<DynamicTest> offersAndCallsExactlyWhatTheTableSays() {
        return Restriction.table().stream()
                .map(restriction ->
                        DynamicTest.dynamicTest(restriction.config().toString(), () -> everyToolUnder(restriction)));
    }

    private static void everyToolUnder(Restriction restriction) {
        Endpoint first = endpoint(restriction);
        assertThat(MCP.tools(first)).containsExactlyElementsOf(restriction.tools());
        for (ToolCase hidden : TOOLS) {
            if (!restriction.tools().contains(hidden.name())) {
                Answer answer = MCP.call(first, hidden.name(), hidden.arguments());
                assertThat(answer.code()).as("%s: %s", hidden.name(), answer).isEqualTo("-32602");
                assertThat(answer.text()).startsWith("Unknown tool");
            }
        }
        assertThat(arrivals(first)).as("requests of hidden tools").isEmpty();
        List<ToolCase> offered = TOOLS.stream()
                .filter(tool -> restriction.tools().contains(tool.name()))
                .toList();
        List<List<ToolCase>> groups = groups(offered);
        callAll(first, groups.get(0));
        groups.subList(1, groups.size()).forEach(group -> callAll(endpoint(restriction), group));
    }

    private static void callAll(Endpoint endpoint, List<ToolCase> tools) {
        for (ToolCase tool : tools) {
            Answer answer = MCP.call(endpoint, tool.name(), tool.arguments());
            assertThat(answer.isResult()).as("%s: %s", tool.name(), answer).isTrue();
        }
        assertThat(arrivals(endpoint))
                .containsExactlyElementsOf(tools.stream().map(ToolCase::request).toList());
    }

    @Test
    void aHiddenToolAnswersAsOneThatDoesNotExist() {
        Endpoint companies = endpoint("{\"name\":\"C\",\"config\":{\"tags\":[\"companies\"]}}");
        for (ToolCase hidden : TOOLS) {
            if (!hidden.fact().tag().equals("companies")) {
                String unknown = hidden.name().substring(0, hidden.name().length() - 1) + "_";
                String ofHidden =
                        MCP.call(companies, hidden.name(), hidden.arguments()).body();
                String ofUnknown =
                        MCP.call(companies, unknown, hidden.arguments()).body();
                assertThat(withoutHint(ofHidden).replace(hidden.name(), "X"))
                        .isEqualTo(withoutHint(ofUnknown).replace(unknown, "X"));
            }
        }
        assertThat(arrivals(companies)).isEmpty();
    }

    /** The closest name of an offered tool depends on what was typed, and on nothing else. */
    private static String withoutHint(String body) {
        return body.replaceAll("\\. Did you mean [^?]*\\?", "");
    }

    @Test
    void aServerForCompaniesReachesNothingElse() {
        Endpoint companies = endpoint("{\"name\":\"C\",\"config\":{\"tags\":[\"companies\"]}}");
        List<ToolCase> offered = TOOLS.stream()
                .filter(tool -> tool.fact().tag().equals("companies"))
                .toList();
        for (ToolCase tool : offered) {
            for (String laundered : List.of("object", "target", "identifier", "objects", "path", "base_url")) {
                ObjectNode arguments = (ObjectNode) tool.arguments().deepCopy();
                arguments.put(laundered, "deals");
                assertThat(MCP.call(companies, tool.name(), arguments).code()).isEqualTo("invalid_arguments");
            }
        }
        assertThat(arrivals(companies)).isEmpty();
        for (String id : List.of("..", ".", "../../deals/records/x", "%2e%2e/deals", "x/../../../deals", "deals?x=")) {
            ObjectNode arguments = Json.object().put("record_id", id);
            MCP.call(companies, "get_single_attio_company_by_id", arguments);
        }
        assertThat(rig.stub().journal())
                .filteredOn(arrival -> arrival.credential().equals(Workspace.key(companies.workspace())))
                .filteredOn(arrival -> !arrival.asksForSelf())
                .allSatisfy(arrival -> assertThat(arrival.target())
                        .matches("/v2/objects/companies/records/[^/?#]+")
                        .doesNotMatch(".*/(\\.|%2[eE]){1,2}"));
    }

    private static List<List<ToolCase>> groups(List<ToolCase> tools) {
        List<List<ToolCase>> groups = new ArrayList<>();
        List<ToolCase> group = new ArrayList<>();
        int writes = 0;
        for (ToolCase tool : tools) {
            group.add(tool);
            writes += tool.fact().reads() ? 0 : 1;
            if (writes == MOST_WRITES) {
                groups.add(List.copyOf(group));
                group.clear();
                writes = 0;
            }
        }
        groups.add(List.copyOf(group));
        return groups;
    }

    private static Endpoint endpoint(Restriction restriction) {
        return endpoint(restriction.body());
    }

    /** A server of a workspace of its own. */
    private static Endpoint endpoint(String body) {
        int workspace = WORKSPACES.incrementAndGet();
        return rig.management().server(workspace, rig.management().connect(workspace), body);
    }

    /** What reached the API with a server's credential, but for the look at it when its account was connected. */
    private static List<String> arrivals(Endpoint endpoint) {
        List<Arrival> all = rig.stub().journal().stream()
                .filter(arrival -> arrival.credential().equals(Workspace.key(endpoint.workspace())))
                .toList();
        return IntStream.range(1, all.size())
                .mapToObj(i -> ToolCase.request(all.get(i)))
                .toList();
    }
}
