package dev.toolsmith.platform.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.platform.model.ServerConduct;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.runtime.bundle.Exposure;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.upstream.Confirmation;
import dev.toolsmith.runtime.view.View;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Calls that a server answers by what it knows of its tools go the way of all others: watched, recorded, and refused. */
@Timeout(180)
class UnsentCallTest {

    private static final String SEARCH = "{\"query\":\"list deals\"}";
    private static final String SCHEMA = "{\"tool_names\":[\"crm_list_deals\"]}";

    @TempDir
    private Path folder;

    private final AtomicReference<FaultyStore> disk = new AtomicReference<>();
    private Hosting hosting;
    private HostedServers.Issued server;
    private Client client;

    @BeforeEach
    void start() {
        hosting = new Hosting(folder, new Hosting.Setup(List.of(), DestinationHosts.any(), store -> {
            disk.set(new FaultyStore(store));
            return disk.get();
        }));
        server = hosting.server(
                hosting.connected(),
                ServerConfig.everything()
                        .with(new ServerConduct(Exposure.DISCOVERY, Confirmation.NEVER, View.FULL, false)));
        client = new Client(hosting.url(server.token()));
    }

    @AfterEach
    void stop() {
        hosting.close();
    }

    @Test
    void nothingIsToldWhileTheTrailCannotBeWritten() {
        disk.get().breakDown();
        List<Client.Got> answers = List.of(
                client.call("search_tools", SEARCH),
                client.call("get_tool_schema", SCHEMA),
                client.call("search_tools", "{}"),
                client.call("call_tool", "{}"),
                client.call("crm_list_deals", "{}"));
        disk.get().mend();

        assertThat(answers).extracting(Client.Got::code).containsOnly("audit_unavailable");
        assertThat(answers).extracting(Client.Got::text).noneMatch(text -> text.contains("inputSchema"));
        assertThat(client.call("search_tools", SEARCH).toolText()).contains("crm_list_deals");
    }

    @Test
    void whyACallIsRefusedIsNotToldEitherWhileTheTrailCannotBeWritten() {
        hosting.servers.pause(
                Hosting.ACTOR, server.server().connectionId(), server.server().id());
        disk.get().breakDown();
        Client.Got refused = client.call("search_tools", SEARCH);
        disk.get().mend();

        assertThat(refused.code()).isEqualTo("audit_unavailable");
        assertThat(client.call("search_tools", SEARCH).code()).isEqualTo("server_paused");
    }

    @Test
    void eachIsWatchedFromItsBeginningToItsEnd() {
        hosting.observed.told.clear();

        client.call("search_tools", SEARCH);
        client.call("get_tool_schema", "{}");
        client.call("call_tool", "{}");

        assertThat(hosting.observed.told)
                .containsExactly(
                        "began",
                        "search_tools allowed ",
                        "began",
                        "get_tool_schema refused invalid_arguments",
                        "began",
                        "call_tool refused invalid_arguments");
    }

    private Access access() {
        Live live = hosting.servers.directory().byId(server.server().id()).orElseThrow();
        return new Access(live, live.tokens().values().iterator().next(), Optional.empty(), "127.0.0.1");
    }

    private CompletableFuture<ToolResult> answered(Supplier<CompletableFuture<ToolResult>> work) {
        CallParts parts = hosting.calls.parts();
        Access access = access();
        CallTrail trail = new CallTrail(
                new CallRows(parts.store(), parts.threads()),
                parts.clock(),
                new CallFacts(hosting.vault.mac("arguments")),
                access.subject(),
                searchCall());
        return new UnsentCall(parts, trail, access).answered(work).orTimeout(60, TimeUnit.SECONDS);
    }

    private String newestRow() {
        JsonNode row = hosting.trailOf(server.server().id()).stream()
                .filter(each -> each.has("tool"))
                .reduce((first, second) -> second)
                .orElseThrow();
        return row.at("/kind").stringValue() + " " + row.at("/tool").stringValue() + " "
                + row.at("/decision").stringValue() + " " + row.at("/reason").asString("");
    }

    @Test
    void nothingIsToldOfAConnectionThatWasPausedWhileItWasLookedFor() {
        ToolResult refused = answered(() -> {
                    hosting.connections.pause(Hosting.ACTOR, server.server().connectionId());
                    return CompletableFuture.completedFuture(
                            ToolResult.of("\"found\"".getBytes(StandardCharsets.UTF_8)));
                })
                .join();

        assertThat(refused.code()).isEqualTo("connection_paused");
        assertThat(new String(refused.text(), StandardCharsets.UTF_8)).doesNotContain("found");
        assertThat(newestRow()).isEqualTo("call.outcome search_tools refused connection_paused");
    }

    @Test
    void aFaultOfOurOwnLeavesARowWhetherItIsThrownOrComesLater() {
        hosting.observed.told.clear();
        IllegalStateException fault = new IllegalStateException("no index");
        List<Supplier<CompletableFuture<ToolResult>>> works = List.of(
                () -> {
                    throw fault;
                },
                () -> CompletableFuture.failedFuture(fault));
        for (Supplier<CompletableFuture<ToolResult>> work : works) {
            long rows = hosting.trailOf(server.server().id()).size();
            assertThatThrownBy(() -> answered(work).join()).hasCause(fault);
            assertThat(hosting.trailOf(server.server().id())).hasSize((int) rows + 1);
            assertThat(newestRow()).isEqualTo("call.outcome search_tools allowed internal_error");
        }
        assertThat(hosting.observed.told)
                .containsExactly(
                        "began", "search_tools allowed internal_error", "began", "search_tools allowed internal_error");
    }

    @Test
    void whoeverIsNotLetInAnyMoreIsToldNothing() throws Exception {
        ExposedTools tools = hosting.calls.offeredTo(access());
        assertThat(search(tools).isError()).isFalse();
        hosting.servers.delete(
                Hosting.ACTOR, server.server().connectionId(), server.server().id());

        ToolResult refused = search(tools);

        assertThat(refused.code()).isEqualTo(Refused.overBeforeSending().reason());
        assertThat(new String(refused.text(), StandardCharsets.UTF_8)).doesNotContain("crm_list_deals");
    }

    private static ToolResult search(ExposedTools tools) throws Exception {
        return tools.call(searchCall()).get(60, TimeUnit.SECONDS);
    }

    private static ToolCall searchCall() {
        byte[] arguments = SEARCH.getBytes(StandardCharsets.UTF_8);
        return new ToolCall("search_tools", arguments, CallOrigin.UNKNOWN, new CompletableFuture<>());
    }
}
