package dev.toolsmith.it.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.it.CommandRun;
import dev.toolsmith.it.Json;
import dev.toolsmith.it.Product;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every tool of an account that has just the scopes which it needs, more than these, or one too few. */
class NeededScopesIT {

    @TempDir
    private static Path folder;

    private static final AtomicInteger WORKSPACES = new AtomicInteger();
    private static final Map<Integer, List<String>> GRANTED = new ConcurrentHashMap<>();
    private static final Mcp MCP = new Mcp();
    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = Rig.with(0, folder);
        rig.stub()
                .follow(arrival -> arrival.asksForSelf()
                        ? Replies.self(String.join(" ", GRANTED.get(Workspace.of(arrival.credential()))))
                        : Replies.echo());
    }

    @AfterAll
    static void stop() {
        rig.finish();
        rig.close();
    }

    @TestFactory
    Stream<DynamicTest> aCallIsSentIfTheAccountHasItsScopesAndElseNamesWhatIsMissing() {
        Map<String, JsonNode> rows = rows();
        return ToolCase.all().stream()
                .map(tool -> DynamicTest.dynamicTest(tool.name(), () -> verify(tool, needed(tool, rows))));
    }

    private static void verify(ToolCase tool, List<String> scopes) {
        Endpoint endpoint = connected(scopes);
        assertThat(isSent(endpoint, tool)).as("with %s", scopes).isTrue();
        regrant(endpoint, scopes.stream().map(NeededScopesIT::greater).toList());
        assertThat(isSent(endpoint, tool)).as("with more than %s", scopes).isTrue();
        for (String missing : scopes) {
            List<String> others = new ArrayList<>(scopes);
            others.remove(missing);
            if (missing.endsWith(":read-write")) {
                others.add(missing.replace(":read-write", ":read"));
            }
            regrant(endpoint, others);
            long before = rig.stub().count();
            Answer answer = MCP.call(endpoint, tool.name(), tool.arguments());
            assertThat(answer.code()).as("without %s: %s", missing, answer).isEqualTo("missing_scope");
            assertThat(answer.text()).contains(missing);
            assertThat(rig.stub().count()).isEqualTo(before);
        }
    }

    private static Endpoint connected(List<String> scopes) {
        int workspace = WORKSPACES.incrementAndGet();
        GRANTED.put(workspace, scopes);
        return rig.management().server(workspace, rig.management().connect(workspace));
    }

    private static void regrant(Endpoint endpoint, List<String> scopes) {
        GRANTED.put(endpoint.workspace(), scopes);
        rig.management()
                .ofConnection("POST", endpoint.connectionId(), "/check", "")
                .ok();
    }

    private static boolean isSent(Endpoint endpoint, ToolCase tool) {
        long before = rig.stub().count();
        Answer answer = MCP.call(endpoint, tool.name(), tool.arguments());
        return answer.isResult() && rig.stub().count() == before + 1;
    }

    private static String greater(String scope) {
        return scope.endsWith(":read") ? scope + "-write" : scope;
    }

    /** What a call needs: by the value of an argument, where the product says so. */
    private static List<String> needed(ToolCase tool, Map<String, JsonNode> rows) {
        JsonNode row = rows.get(tool.name());
        JsonNode by = row.path("scopesBy");
        JsonNode scopes = by.isMissingNode()
                ? row.required("scopes")
                : by.required("scopes")
                        .required(tool.arguments()
                                .required(by.required("argument").asString())
                                .asString());
        List<String> needed = new ArrayList<>();
        scopes.forEach(scope -> needed.add(scope.asString()));
        return List.copyOf(needed);
    }

    /** What the product tells of each tool. */
    private static Map<String, JsonNode> rows() {
        CommandRun run = CommandRun.of(Product.command("tools", "--json"), Map.of(), "");
        Map<String, JsonNode> rows = new HashMap<>();
        Json.parse(run.out())
                .required("tools")
                .forEach(tool -> rows.put(tool.required("name").asString(), tool));
        return rows;
    }
}
