package dev.toolsmith.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.account.HostedApi;
import dev.toolsmith.platform.account.HostedApi.Counts;
import dev.toolsmith.platform.account.HostedApi.Quota;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ConnectionState;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.runtime.bundle.BundleManifest;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolBundle;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallLimitsTest {

    private static final BundledTool READ = tool("crm_list_companies", "list", true);
    private static final BundledTool WRITE = tool("crm_create_company", "create", false);
    private static final BundledTool SEARCH = tool("crm_search_records", "search", true);

    private final AtomicLong nanos = new AtomicLong(TimeUnit.DAYS.toNanos(3));
    private final CallLimits limits = new CallLimits(nanos::get);

    private static BundledTool tool(String name, String kind, boolean reads) {
        return new BundledTool(
                new ToolDescriptor(name, "GET", "/x", kind, "read", List.of("all"), reads, List.of(), 0, 2),
                true,
                Optional.empty(),
                Optional.empty(),
                new NoBundle(),
                new BundleManifest("crm", "CRM", "1", "00", "", "", "", List.of()));
    }

    private static final class NoBundle implements ToolBundle {

        @Override
        public String app() {
            return "crm";
        }

        @Override
        public ApiTool tool(String name) {
            throw new IllegalArgumentException(name);
        }

        @Override
        public InputStream open(String name) {
            throw new IllegalArgumentException(name);
        }
    }

    private static HostedApi api(Quota... quotas) {
        return new HostedApi("crm", Optional.empty(), List.of(quotas), List.of(), Set.of());
    }

    private static Connection connection(String id, String workspace) {
        return new Connection(
                id,
                "crm",
                "Acme",
                ConnectionState.ACTIVE,
                "",
                workspace,
                "",
                Optional.empty(),
                "abcd",
                "adm",
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static HostedServer server(Optional<Integer> callsPerMinute) {
        ServerConfig config =
                new ServerConfig(List.of(), List.of(), List.of(), List.of(), false, false, callsPerMinute);
        return new HostedServer(
                "srv_1", "con_1", "S", config, false, "adm", Instant.EPOCH, Instant.EPOCH, Optional.empty());
    }

    private Turn take(Connection connection, HostedApi api, BundledTool tool) {
        return limits.take(server(Optional.empty()), connection, api, tool);
    }

    private void takeAndEnd(Connection connection, HostedApi api, BundledTool tool, String code) {
        granted(take(connection, api, tool)).ended(code);
    }

    private static Turn.Granted granted(Turn turn) {
        assertThat(turn).isInstanceOf(Turn.Granted.class);
        return (Turn.Granted) turn;
    }

    private static Turn.Denied denied(Turn turn, String reason) {
        assertThat(turn).isInstanceOf(Turn.Denied.class);
        Turn.Denied denied = (Turn.Denied) turn;
        assertThat(denied.reason()).isEqualTo(reason);
        return denied;
    }

    @Test
    void noSpanOfASecondHoldsMoreWritesThanTheQuota() {
        HostedApi api = api(new Quota("writes", 25, Duration.ofSeconds(1), Counts.WRITES));
        Connection one = connection("con_1", "ws");
        Connection other = connection("con_2", "ws");
        List<Long> passed = new ArrayList<>();

        for (int i = 0; i < 400; i++) {
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(17));
            if (take(i % 2 == 0 ? one : other, api, WRITE) instanceof Turn.Granted turn) {
                turn.ended("");
                passed.add(nanos.get());
            }
        }

        for (int i = 25; i < passed.size(); i++) {
            assertThat(passed.get(i) - passed.get(i - 25)).isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(1));
        }
        assertThat(passed).hasSizeGreaterThan(150);
    }

    @Test
    void anotherWorkspaceAndOtherKindsOfCallsAreNotCounted() {
        HostedApi api = api(
                new Quota("writes", 1, Duration.ofSeconds(1), Counts.WRITES),
                new Quota("reads", 2, Duration.ofSeconds(1), Counts.READS));
        Connection one = connection("con_1", "ws-1");

        takeAndEnd(one, api, WRITE, "");
        Turn.Denied denied = denied(take(one, api, WRITE), "rate_limited_workspace");
        assertThat(denied.message()).contains("1 writes in a second").contains("Wait 1 second,");
        assertThat(denied.limit().orElseThrow().remaining()).isZero();
        takeAndEnd(one, api, READ, "");
        takeAndEnd(connection("con_2", "ws-2"), api, WRITE, "");
    }

    @Test
    void aCallThatAnotherQuotaRefusesIsNotCounted() {
        HostedApi api = api(
                new Quota("reads", 2, Duration.ofSeconds(10), Counts.READS),
                new Quota("searches", 1, Duration.ofSeconds(10), Counts.SEARCHES));
        Connection one = connection("con_1", "ws-1");

        takeAndEnd(one, api, SEARCH, "");
        denied(take(one, api, SEARCH), "rate_limited_workspace");
        takeAndEnd(one, api, READ, "");
        denied(take(one, api, READ), "rate_limited_workspace");
    }

    @Test
    void aServersCallsAMinuteAreCountedAndComeBack() {
        Connection one = connection("con_1", "ws-1");
        HostedServer two = server(Optional.of(2));

        granted(limits.take(two, one, api(), READ)).ended("");
        granted(limits.take(two, one, api(), READ)).ended("");
        Turn.Denied denied = denied(limits.take(two, one, api(), READ), "rate_limited_server");
        assertThat(denied.limit().orElseThrow().limit()).isEqualTo(2);
        assertThat(denied.limit().orElseThrow().resetSeconds()).isEqualTo(30);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(31));
        granted(limits.take(two, one, api(), READ)).ended("");
    }

    @Test
    void anAccountHasSixteenCallsUnderWayAndAnotherIsNotSlowedByIt() {
        Connection one = connection("con_1", "ws-1");
        List<Turn.Granted> taken = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            taken.add(granted(take(one, api(), READ)));
        }

        denied(take(one, api(), READ), "busy");
        granted(take(connection("con_2", "ws-2"), api(), READ)).ended("");
        taken.get(0).unused();
        taken.get(0).ended("");
        taken.get(1).ended("");
        granted(take(one, api(), READ));
        granted(take(one, api(), READ));
        denied(take(one, api(), READ), "busy");
    }

    @Test
    void anAccountMostOfWhoseCallsFailIsLeftAloneForTenSeconds() {
        Connection one = connection("con_1", "ws-1");
        for (int i = 0; i < 20; i++) {
            takeAndEnd(one, api(), READ, i % 2 == 0 ? "upstream_error" : "");
        }

        denied(take(one, api(), READ), "circuit_open");
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(9));
        denied(take(one, api(), READ), "circuit_open");
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
        List<Turn.Granted> probes = List.of(
                granted(take(one, api(), READ)), granted(take(one, api(), READ)), granted(take(one, api(), READ)));
        denied(take(one, api(), READ), "circuit_open");
        probes.forEach(probe -> probe.ended(""));
        granted(take(one, api(), READ)).ended("");
    }

    @Test
    void aProbeThatWasNotSentLeavesItsPlaceToAnother() {
        Connection one = connection("con_1", "ws-1");
        for (int i = 0; i < 20; i++) {
            takeAndEnd(one, api(), READ, "upstream_timeout");
        }
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(11));

        for (int i = 0; i < 50; i++) {
            granted(take(one, api(), READ)).unused();
            granted(take(one, api(), READ)).ended("cancelled");
        }
    }

    @Test
    void thePlatformsOwnCallsTakeNoPlaceAndNoProbeFromThoseWhoCall() {
        Connection one = connection("con_1", "ws-1");
        List<Turn.Granted> own = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            own.add(granted(limits.takeOwn(one, api(), READ)));
        }
        denied(limits.takeOwn(one, api(), READ), "busy");
        for (int i = 0; i < 16; i++) {
            granted(take(one, api(), READ));
        }
        denied(take(one, api(), READ), "busy");
        own.get(0).unused();
        own.get(0).ended("");
        granted(limits.takeOwn(one, api(), READ));
        denied(limits.takeOwn(one, api(), READ), "busy");

        Connection failing = connection("con_2", "ws-2");
        for (int i = 0; i < 20; i++) {
            takeAndEnd(failing, api(), READ, "upstream_error");
        }
        denied(limits.takeOwn(failing, api(), READ), "circuit_open");
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(11));
        denied(limits.takeOwn(failing, api(), READ), "circuit_open");
        takeAndEnd(failing, api(), READ, "");
        denied(limits.takeOwn(failing, api(), READ), "circuit_open");
    }

    @Test
    void thePlatformsOwnCallsOfAllAccountsLeaveMostConnectionsToThoseWhoCall() {
        List<Turn.Granted> own = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            own.add(granted(limits.takeOwn(connection("con_" + i, "ws-" + i), api(), READ)));
        }

        denied(limits.takeOwn(connection("con_64", "ws-64"), api(), READ), "busy");
        granted(take(connection("con_64", "ws-64"), api(), READ)).ended("");
        own.get(0).ended("");
        granted(limits.takeOwn(connection("con_64", "ws-64"), api(), READ));
    }

    @Test
    void thePlatformsOwnCallsAreCountedInTheWorkspacesQuotas() {
        HostedApi api = api(new Quota("reads", 2, Duration.ofSeconds(1), Counts.READS));
        Connection one = connection("con_1", "ws-1");

        granted(limits.takeOwn(one, api, READ)).unused();
        takeAndEnd(one, api, READ, "");
        denied(limits.takeOwn(one, api, READ), "rate_limited_workspace");
        denied(take(one, api, READ), "rate_limited_workspace");
    }

    @Test
    void whatTheApiRefusesIsNoFailureOfIt() {
        Connection one = connection("con_1", "ws-1");
        for (int i = 0; i < 60; i++) {
            takeAndEnd(one, api(), READ, "not_found");
        }
    }

    @Test
    void oneAddressMayFailThirtyTimesAMinuteAndAMillionAddressesAreNotAllRemembered() {
        FailureLimit failures = new FailureLimit();
        for (int i = 0; i < 30; i++) {
            assertThat(failures.failed("192.0.2.1")).isEmpty();
        }
        assertThat(failures.failed("192.0.2.1").orElseThrow()).isBetween(1L, 2L);

        for (int i = 0; i < 1_000_000; i++) {
            failures.failed("2001:db8::" + Integer.toHexString(i));
        }
        assertThat(failures.addresses()).isLessThanOrEqualTo(50_000);
    }
}
