package dev.toolsmith.platform.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.platform.model.UrlToken;
import dev.toolsmith.platform.store.ChangeLock;
import dev.toolsmith.platform.store.StoreReads;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostedServersTest {

    @TempDir
    private Path folder;

    private Hosting hosting;
    private Connection connection;

    @BeforeEach
    void start() {
        hosting = new Hosting(folder);
        connection = hosting.connected();
    }

    @AfterEach
    void stop() {
        hosting.close();
    }

    private static ServerConfig config(List<String> methods, List<String> tags, List<String> tools, boolean readOnly) {
        return new ServerConfig(methods, tags, tools, List.of(), readOnly, false, Optional.empty());
    }

    private List<String> offered(ServerConfig config) {
        return hosting.servers.preview(connection.id(), config).tools().stream()
                .map(ToolDescriptor::name)
                .toList();
    }

    private HostedServers.Issued expiring(Duration in) {
        return hosting.servers.create(
                Hosting.ACTOR,
                connection.id(),
                new HostedServers.Draft(
                        "Short",
                        ServerConfig.everything(),
                        Optional.of(hosting.clock.instant().plus(in))));
    }

    private int status(String token) {
        return new Client(hosting.url(token)).list().status();
    }

    private List<String> kinds(String serverId) {
        return hosting.trailOf(serverId).stream()
                .map(row -> row.at("/kind").stringValue())
                .toList();
    }

    private static void assertProblem(ThrowingCallable call, int status, String code, String detail) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.detail()).contains(detail);
        });
    }

    @Test
    void aNewServerHasAUrlWhoseTokenIsNotKept() {
        HostedServers.Issued issued = hosting.server(connection, ServerConfig.everything());

        assertThat(issued.url()).isEqualTo(URI.create("https://mcp.example/mcp/" + issued.token()));
        assertThat(issued.token()).startsWith("tsm_");
        assertThat(issued.toString()).doesNotContain(issued.token());
        assertThat(hosting.servers.of(connection.id())).containsExactly(issued.server());
        assertThat(hosting.servers.tokensOf(issued.server().id()).toString()).doesNotContain(issued.token());
        assertThat(kinds(issued.server().id())).containsExactly("server.created");
    }

    @Test
    void methodsAndTagsBothNarrowAndReadOnlyLooksAtWhatAToolDoes() {
        assertThat(offered(config(List.of("read"), List.of("companies"), List.of(), false)))
                .containsExactly("crm_get_company", "crm_list_companies");
        assertThat(offered(config(List.of("custom"), List.of(), List.of(), true)))
                .containsExactly("crm_search_records");
        assertThat(offered(config(List.of("create"), List.of(), List.of(), false)))
                .containsExactly("crm_create_company", "crm_create_webhook");
        assertThat(offered(new ServerConfig(
                        List.of("create"),
                        List.of(),
                        List.of(),
                        List.of("crm_create_webhook"),
                        false,
                        false,
                        Optional.empty())))
                .containsExactly("crm_create_company");
    }

    @Test
    void aSelectionThatFitsNothingIsRefusedWithWhatIsClosest() {
        assertProblem(
                () -> offered(config(List.of("raed"), List.of(), List.of(), false)), 400, "unknown_method", "\"read\"");
        assertProblem(
                () -> offered(config(List.of(), List.of("companys"), List.of(), false)),
                400,
                "unknown_tag",
                "\"companies\"");
        assertProblem(
                () -> offered(config(List.of(), List.of(), List.of("crm_list_deal"), false)),
                400,
                "unknown_tool",
                "\"crm_list_deals\"");
        assertProblem(
                () -> offered(config(List.of("create"), List.of("deals"), List.of(), false)),
                400,
                "no_tools",
                "companies, webhooks");
    }

    @Test
    void aServerLivesForAtLeastAMinute() {
        assertProblem(() -> expiring(Duration.ofSeconds(59)), 422, "expires_too_soon", "60 seconds");
        assertProblem(() -> expiring(Duration.ofSeconds(-1)), 422, "expires_too_soon", "60 seconds");
        assertThat(expiring(Duration.ofSeconds(60)).server().expiresAt()).isPresent();
    }

    @Test
    void aServerExpiresAtTheInstantAndNoClockBringsItBack() {
        HostedServers.Issued issued = expiring(Duration.ofSeconds(100));
        Instant end = issued.server().expiresAt().orElseThrow();

        hosting.clock.set(end.minusMillis(1));
        assertThat(status(issued.token())).isEqualTo(200);
        hosting.clock.set(end);
        assertThat(status(issued.token())).isEqualTo(404);
        hosting.clock.set(end.minusSeconds(3600));
        assertThat(status(issued.token())).isEqualTo(404);

        Hosting.waitUntil("the clean-up", () -> hosting.servers.all().isEmpty());
        assertThat(status(issued.token())).isEqualTo(404);
        assertThat(kinds(issued.server().id())).contains("server.expired");
        Optional<HostedServer> stored =
                hosting.store.read(reads -> reads.server(issued.server().id()));
        assertThat(stored).isEmpty();
        List<UrlToken> tokens = hosting.store.read(StoreReads::urlTokens);
        assertThat(tokens).isEmpty();
    }

    @Test
    void whatNobodyCallsIsCleanedUpToo() {
        HostedServers.Issued issued = expiring(Duration.ofSeconds(100));
        hosting.clock.move(Duration.ofDays(3650));

        hosting.servers.expiry().cleanUp();

        Hosting.waitUntil("the clean-up", () -> hosting.servers.all().isEmpty());
        assertProblem(
                () -> hosting.servers.get(connection.id(), issued.server().id()), 404, "not_found", "no such server");
    }

    @Test
    void aServerMayBeMadeToLiveForEver() {
        HostedServers.Issued issued = expiring(Duration.ofSeconds(100));

        HostedServer changed = hosting.servers.change(
                Hosting.ACTOR, connection.id(), issued.server().id(), server -> lasting(server, Optional.empty()));
        hosting.clock.move(Duration.ofDays(1));

        assertThat(changed.expiresAt()).isEmpty();
        assertThat(status(issued.token())).isEqualTo(200);
        assertProblem(
                () -> hosting.servers.change(
                        Hosting.ACTOR,
                        connection.id(),
                        issued.server().id(),
                        server -> lasting(server, Optional.of(hosting.clock.instant()))),
                422,
                "expires_too_soon",
                "over already");
    }

    @Test
    void aServerThatWasExtendedJustBeforeItsEndIsNotRemoved() {
        HostedServers.Issued issued = expiring(Duration.ofSeconds(100));
        String id = issued.server().id();
        Instant end = issued.server().expiresAt().orElseThrow();
        Directory late = hosting.store.read(reads -> Directory.of(reads, new ChangeLock()));
        Expiry expiry = new Expiry(hosting.store, late, new AtomicLong(), hosting.clock);
        HostedServer extended = hosting.servers.change(
                Hosting.ACTOR, connection.id(), id, server -> server.withExpiresAt(Optional.of(end.plusSeconds(60))));

        hosting.clock.set(end);
        expiry.cleanUp();
        hosting.store.write(writes -> true).join();
        late.update(extended, 1);

        Optional<HostedServer> stored = hosting.store.read(reads -> reads.server(id));
        assertThat(stored).contains(extended);
        assertThat(late.byId(id).orElseThrow().isExpired(end)).isFalse();
        assertThat(status(issued.token())).isEqualTo(200);
        expiry.close();
    }

    @Test
    void aServerWhoseToolsAreNoMoreCanBePausedRenamedAndLimitedInTime() {
        HostedServer before =
                hosting.server(connection, ServerConfig.everything()).server();
        String id = before.id();
        hosting.store
                .write(writes -> {
                    writes.update(before.withConfig(config(List.of(), List.of(), List.of("crm_gone"), false)));
                    return true;
                })
                .join();
        hosting.close();
        hosting = new Hosting(folder);
        Instant end = hosting.clock.instant().plusSeconds(600);

        assertThat(hosting.servers.pause(Hosting.ACTOR, connection.id(), id).paused())
                .isTrue();
        HostedServer changed = hosting.servers.change(
                Hosting.ACTOR,
                connection.id(),
                id,
                server -> server.withName("Old").withExpiresAt(Optional.of(end)));

        assertThat(changed.name()).isEqualTo("Old");
        assertThat(changed.expiresAt()).contains(end);
        assertProblem(
                () -> hosting.servers.change(
                        Hosting.ACTOR,
                        connection.id(),
                        id,
                        server -> server.withConfig(config(List.of(), List.of(), List.of("crm_lost"), false))),
                400,
                "unknown_tool",
                "crm_lost");
    }

    private static HostedServer lasting(HostedServer was, Optional<Instant> end) {
        return new HostedServer(
                "srv_another",
                "con_another",
                was.name(),
                was.config(),
                was.paused(),
                "nobody",
                was.createdAt(),
                was.updatedAt(),
                end);
    }

    @Test
    void aChangeTakesEffectAtOnceAndCannotMoveAServer() {
        HostedServers.Issued issued = hosting.server(connection, ServerConfig.everything());
        Client client = new Client(hosting.url(issued.token()));

        HostedServer changed = hosting.servers.change(
                Hosting.ACTOR,
                connection.id(),
                issued.server().id(),
                was -> new HostedServer(
                        "srv_another",
                        "con_another",
                        "Narrow",
                        config(List.of("read"), List.of("deals"), List.of(), false),
                        false,
                        "nobody",
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Optional.empty()));

        assertThat(changed.id()).isEqualTo(issued.server().id());
        assertThat(changed.connectionId()).isEqualTo(connection.id());
        assertThat(changed.createdBy()).isEqualTo(Hosting.ACTOR.id());
        assertThat(client.list().result().at("/tools").size()).isEqualTo(1);
        assertThat(client.call("crm_list_companies", "{}").text()).contains("Unknown tool");
        assertProblem(
                () -> hosting.servers.change(
                        Hosting.ACTOR,
                        connection.id(),
                        issued.server().id(),
                        was -> new HostedServer(
                                was.id(),
                                was.connectionId(),
                                was.name(),
                                config(List.of("delete"), List.of(), List.of(), false),
                                false,
                                "",
                                was.createdAt(),
                                was.updatedAt(),
                                Optional.empty())),
                400,
                "unknown_method",
                "delete");
    }

    @Test
    void aRolledServerHasANewUrlAndTheOldOneWorksForAsLongAsWasSaid() {
        HostedServers.Issued issued = hosting.server(connection, ServerConfig.everything());
        String id = issued.server().id();

        HostedServers.Issued rolled = hosting.servers.roll(Hosting.ACTOR, connection.id(), id, Duration.ofMinutes(2));
        assertThat(status(issued.token())).isEqualTo(200);
        assertThat(status(rolled.token())).isEqualTo(200);

        hosting.clock.move(Duration.ofMinutes(2));
        assertThat(status(issued.token())).isEqualTo(404);
        hosting.clock.move(Duration.ofMinutes(-1));
        assertThat(status(issued.token())).isEqualTo(404);
        assertThat(status(rolled.token())).isEqualTo(200);
        Hosting.waitUntil("the clean-up", () -> hosting.servers.tokensOf(id).size() == 1);
        assertThat(kinds(id)).contains("server.rolled");
        assertProblem(
                () -> hosting.servers.roll(Hosting.ACTOR, connection.id(), id, Duration.ofHours(25)),
                422,
                "overlap_out_of_range",
                "86400");
    }

    @Test
    void serversAndTheirUrlsOutliveARestart() {
        HostedServers.Issued kept = hosting.server(connection, ServerConfig.everything());
        HostedServers.Issued deleted = hosting.server(connection, ServerConfig.everything());
        hosting.servers.delete(Hosting.ACTOR, connection.id(), deleted.server().id());
        List<UrlToken> tokens = hosting.servers.tokensOf(kept.server().id());
        String key = kept.token();
        hosting.close();

        hosting = new Hosting(folder);

        assertThat(hosting.servers.all()).containsExactly(kept.server());
        assertThat(hosting.servers.tokensOf(kept.server().id())).isEqualTo(tokens);
        assertThat(status(key)).isEqualTo(200);
        assertThat(status(deleted.token())).isEqualTo(404);
    }

    @Test
    void anotherConnectionsServerIsNotThere() {
        HostedServers.Issued issued = hosting.server(connection, ServerConfig.everything());
        hosting.stub.account("sk_other", "ws-2", Hosting.ALL);
        Connection other = hosting.connections.connect(Hosting.ACTOR, "crm", "Other", "sk_other");

        assertProblem(() -> hosting.servers.get(other.id(), issued.server().id()), 404, "not_found", "no such server");
        assertProblem(
                () -> hosting.servers.delete(
                        Hosting.ACTOR, other.id(), issued.server().id()),
                404,
                "not_found",
                "no such server");
        assertThat(status(issued.token())).isEqualTo(200);
    }
}
