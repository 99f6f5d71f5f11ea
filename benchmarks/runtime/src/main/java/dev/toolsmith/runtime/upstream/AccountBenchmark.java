package dev.toolsmith.runtime.upstream;

import dev.toolsmith.attio.AttioTools;
import dev.toolsmith.attio.workspace.AttioWorkspaces;
import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.account.CheckedCall;
import dev.toolsmith.runtime.account.KnownAccounts;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolList.Listing;
import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import tools.jackson.databind.node.ObjectNode;

/** What knowing the workspace costs: a call and a listing with a known workspace, an unknown one, and with none. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AccountBenchmark {

    private static final int MOST_READS_OF_A_CALL = 4;
    private static final int MOST_READS_OF_A_LISTING = 14;

    private static final byte[] ARGUMENTS = """
            {"data": {"values": {
              "domains": ["vertexanalytics.io", "vertex-analytics.example"],
              "name": "Vertex Analytics",
              "categories": ["Choice 1", "Choice 3"],
              "employee_range": "Choice 2",
              "primary_location": {"line_1": "Rosenthaler Str. 40", "line_2": null, "line_3": null, "line_4": null,
                "locality": "Berlin", "region": "Berlin", "postcode": "10178", "country_code": "DE",
                "latitude": "52.5246", "longitude": "13.4025"},
              "foundation_date": "2019-04-01",
              "team": [
                {"target_object": "people", "target_record_id": "b4ff580a-a94a-5601-8cef-5a86b4e4d268"},
                {"target_object": "people", "target_record_id": "0d1b9f5e-52c9-5b51-9c61-7a10c79f3f35"}]}}}
            """.getBytes(StandardCharsets.UTF_8);

    private final StubWorkspace workspace = new StubWorkspace();
    private final BundleTools tools = BundleTools.of(List.of(new AttioTools()), ToolSelection.everything());
    private final BundledTool tool = tools.find("create_a_attio_company").orElseThrow();
    private final ObjectNode arguments = (ObjectNode) JsonTree.read(ARGUMENTS);
    private final KnownAccounts accounts =
            new KnownAccounts(new AttioWorkspaces(), key -> {}, Throwable::printStackTrace);
    private final UpstreamCaller caller = UpstreamCaller.of(
            tools,
            UpstreamSettings.of(
                    "attio",
                    new ApiEndpoint(workspace.url(), () -> Optional.of(Secret.of("benchmark")), Optional.empty()),
                    "benchmark/1"));
    private int accountsUsed;

    /** Makes sure that reads keep to their number, and that the calls are good ones. */
    public AccountBenchmark() {
        requireGood(coldCall());
        requireReads(MOST_READS_OF_A_CALL);
        requireGood(warmCall());
        requireReads(MOST_READS_OF_A_CALL);
        coldListing();
        requireReads(MOST_READS_OF_A_LISTING);
    }

    private static void requireGood(ToolResult result) {
        if (result.isError()) {
            throw new IllegalStateException(new String(result.text(), StandardCharsets.UTF_8));
        }
    }

    private void requireReads(int most) {
        int reads = workspace.reads();
        if (reads > most) {
            throw new IllegalStateException(reads + " reads, may be " + most);
        }
    }

    private Account known() {
        return account("known");
    }

    private Account unknown() {
        return account("unknown " + accountsUsed++);
    }

    private Account account(String key) {
        return accounts.of(
                key,
                (name, given) -> caller.read(
                        call(name, JsonTree.write(given)),
                        CallTerms.of(tools.find(name).orElseThrow())));
    }

    private static ToolCall call(String name, byte[] arguments) {
        return new ToolCall(name, arguments, CallOrigin.UNKNOWN, new CompletableFuture<>());
    }

    private ToolResult called(CallTerms terms) {
        return caller.call(call(tool.name(), ARGUMENTS), terms).join();
    }

    /** Creates a company by the published schema, over HTTP. */
    @Benchmark
    public ToolResult plainCall() {
        return called(CallTerms.of(tool));
    }

    /** Creates a company of a workspace that is known, over HTTP. */
    @Benchmark
    public ToolResult warmCall() {
        return called(CallTerms.of(tool).withAccount(known()));
    }

    /** Creates a company of a workspace of which nothing is known yet, over HTTP. */
    @Benchmark
    public ToolResult coldCall() {
        return called(CallTerms.of(tool).withAccount(unknown()));
    }

    /** Checks a company's values for a workspace that is known. */
    @Benchmark
    public CheckedCall warmCheck() {
        return known().check(tool, arguments).join();
    }

    /** Lists all tools for a workspace that is known. */
    @Benchmark
    public Listing warmListing() {
        return known().listed(tools).join();
    }

    /** Lists all tools for a workspace of which nothing is known yet. */
    @Benchmark
    public Listing coldListing() {
        return unknown().listed(tools).join();
    }

    /** Ends the connections and the API. */
    @TearDown
    public void close() {
        caller.close();
        workspace.close();
    }
}
