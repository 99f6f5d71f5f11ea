package dev.toolsmith.platform.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.runtime.bundle.BundleVersion;
import dev.toolsmith.runtime.tool.ToolBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Apps move to other versions of their tools while servers are used, and servers are pinned to versions. */
class VersionsTest {

    private static final ToolBundle ONE =
            CrmJar.of("crm", "1", "crm_get_self", "crm_list_companies", "crm_list_deals", "crm_list_people");
    private static final ToolBundle TWO = CrmJar.of("crm", "2", "crm_get_self", "crm_list_companies", "crm_list_notes");
    private static final String FIRST = BundleVersion.of(ONE).digest();

    @TempDir
    private Path folder;

    private Hosting hosting;
    private Connection connection;

    @BeforeEach
    void start() {
        hosting = new Hosting(folder, Hosting.Setup.plain(), List.of(ONE));
        connection = hosting.connected();
    }

    @AfterEach
    void stop() {
        hosting.close();
    }

    private static ServerConfig tagged(String... tags) {
        return new ServerConfig(List.of(), List.of(tags), List.of(), List.of(), false, false, Optional.empty());
    }

    private static ServerConfig pinned(String digest) {
        return ServerConfig.everything().pinnedTo(Optional.of(digest));
    }

    private Client client(HostedServers.Issued server) {
        return new Client(hosting.url(server.token()));
    }

    private static List<String> names(Client client) {
        List<String> names = new ArrayList<>();
        client.list()
                .result()
                .at("/tools")
                .forEach(tool -> names.add(tool.get("name").stringValue()));
        return names;
    }

    private String lastPath() {
        List<CrmStub.Got> calls = hosting.stub.calls();
        return calls.get(calls.size() - 1).path();
    }

    private Path jar(String digest) {
        return folder.resolve("bundles").resolve("crm").resolve(digest + ".jar");
    }

    private void restart(ToolBundle... bundles) {
        hosting.close();
        hosting = new Hosting(folder, Hosting.Setup.plain(), List.of(bundles));
    }

    @Test
    void newCallsUseTheNewVersionAndACallInFlightEndsOnTheOldOne() {
        Client client = client(hosting.server(connection, ServerConfig.everything()));
        CountDownLatch arrived = hosting.stub.hold();
        CompletableFuture<Client.Got> inFlight = client.calling("crm_list_deals", "{}");
        CrmStub.await(arrived);
        hosting.moveTo(TWO);
        assertThat(names(client)).containsExactly("crm_get_self", "crm_list_companies", "crm_list_notes");
        hosting.stub.release();
        Client.Got ended = Client.got(inFlight);
        assertThat(ended.isError()).as(ended.text()).isFalse();
        assertThat(lastPath()).isEqualTo("/v1/crm_list_deals");
        assertThat(client.call("crm_list_companies", "{}").isError()).isFalse();
        assertThat(lastPath()).isEqualTo("/v2/crm_list_companies");
        assertThat(client.call("crm_list_deals", "{}")
                        .json()
                        .at("/error/message")
                        .stringValue())
                .contains("crm_list_deals");
    }

    @Test
    void aCallInFlightIsStillEndedByAChangeOfItsServer() {
        HostedServers.Issued server = hosting.server(connection, ServerConfig.everything());
        CountDownLatch arrived = hosting.stub.hold();
        CompletableFuture<Client.Got> inFlight = client(server).calling("crm_list_deals", "{}");
        CrmStub.await(arrived);
        hosting.moveTo(TWO);
        hosting.servers.change(
                Hosting.ACTOR, connection.id(), server.server().id(), was -> was.withConfig(tagged("companies")));
        hosting.stub.release();
        assertThat(Client.got(inFlight).code()).isEqualTo("revoked_in_flight");
    }

    @Test
    void wordsThatAreGoneArePassedOverAndShown() {
        HostedServers.Issued issued = hosting.server(connection, tagged("companies", "deals"));
        hosting.moveTo(TWO);
        assertThat(names(client(issued))).containsExactly("crm_list_companies");
        ServerState state = hosting.servers.stateOf(issued.server());
        assertThat(state.dropped()).isEqualTo(Map.of("tags", List.of("deals")));
        assertThat(state.notice()).contains("tags deals").contains("what is left");
        assertThat(state.version()).contains(BundleVersion.of(TWO).digest());
    }

    @Test
    void aRestrictionThatLosesAllOfItsWordsLetsNothingThrough() {
        Client byTag = client(hosting.server(connection, tagged("deals")));
        ServerConfig named = new ServerConfig(
                List.of(), List.of(), List.of("crm_list_people"), List.of(), false, false, Optional.empty());
        Client byName = client(hosting.server(connection, named));
        hosting.moveTo(TWO);
        assertThat(names(byTag)).isEmpty();
        assertThat(names(byName)).isEmpty();
        assertThat(byName.call("crm_list_companies", "{}").json().has("error")).isTrue();
        assertThat(hosting.stub.calls()).isEmpty();
    }

    @Test
    void anAppThatIsGoneOffersNothingUntilItIsBack() {
        HostedServers.Issued issued = hosting.server(connection, ServerConfig.everything());
        hosting.moveTo(CrmJar.of("shop", "1", "shop_list_orders"));
        assertThat(names(client(issued))).isEmpty();
        assertThat(client(issued).call("crm_list_deals", "{}").json().has("error"))
                .isTrue();
        assertThat(hosting.servers.stateOf(issued.server()).notice()).contains("no tools of the app \"crm\"");
        assertThat(hosting.connections.get(connection.id()).app()).isEqualTo("crm");
        hosting.moveTo(ONE);
        assertThat(client(issued).call("crm_list_deals", "{}").isError()).isFalse();
    }

    @Test
    void anAppThatIsNewCanBeConnectedAtOnce() {
        hosting.moveTo(ONE, CrmJar.of("shop", "7", "shop_list_orders"));
        hosting.stub.account("sk_shop", "ws-9", "");
        Connection shop = hosting.connections.connect(Hosting.ACTOR, "shop", "Shop", "sk_shop");
        Client client = client(hosting.server(shop, ServerConfig.everything()));
        assertThat(client.call("shop_list_orders", "{}").isError()).isFalse();
        assertThat(lastPath()).isEqualTo("/v7/shop_list_orders");
    }

    @Test
    void aMoveIsInTheTrailOnceAndAnEqualBundleIsNone() {
        hosting.moveTo(TWO);
        hosting.moveTo(CrmJar.of("crm", "2", "crm_get_self", "crm_list_companies", "crm_list_notes"));
        List<JsonNode> rows = hosting.trail().stream()
                .filter(row -> row.at("/kind").stringValue().equals("bundle.changed"))
                .toList();
        assertThat(rows).hasSize(1);
        JsonNode row = rows.get(0);
        assertThat(row.at("/actor").stringValue()).isEqualTo("system");
        assertThat(row.at("/detail/app").stringValue()).isEqualTo("crm");
        assertThat(row.at("/detail/before").stringValue()).isEqualTo(FIRST);
        assertThat(row.at("/detail/after").stringValue())
                .isEqualTo(BundleVersion.of(TWO).digest());
        assertThat(row.at("/detail/tools_added").stringValue()).isEqualTo("1");
        assertThat(row.at("/detail/tools_removed").stringValue()).isEqualTo("2");
    }

    @Test
    void whoeverListensHearsOfWhatItsServerListsAndOfNothingElse() {
        AtomicInteger everything = listening(ServerConfig.everything());
        AtomicInteger same = listening(tagged("companies"));
        AtomicInteger fixed = listening(pinned(FIRST));
        hosting.moveTo(TWO);
        assertThat(everything).hasValue(1);
        assertThat(same).hasValue(0);
        assertThat(fixed).hasValue(0);
    }

    private AtomicInteger listening(ServerConfig config) {
        HostedServer server = hosting.server(connection, config).server();
        AtomicInteger told = new AtomicInteger();
        hosting.servers
                .directory()
                .byId(server.id())
                .orElseThrow()
                .listChanges()
                .listen(told::incrementAndGet);
        return told;
    }

    @Test
    void aChangeOfTheRestrictionIsToldToo() {
        HostedServer server =
                hosting.server(connection, ServerConfig.everything()).server();
        AtomicInteger told = new AtomicInteger();
        hosting.servers
                .directory()
                .byId(server.id())
                .orElseThrow()
                .listChanges()
                .listen(told::incrementAndGet);
        hosting.servers.change(Hosting.ACTOR, connection.id(), server.id(), was -> was.withName("Other"));
        assertThat(told).hasValue(0);
        hosting.servers.change(Hosting.ACTOR, connection.id(), server.id(), was -> was.withConfig(tagged("deals")));
        assertThat(told).hasValue(1);
    }

    @Test
    void aPinnedServerStaysAsItIsOverAMoveAndARestart() throws IOException {
        HostedServers.Issued issued = hosting.server(connection, pinned(FIRST));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(jar(FIRST))))
                .isEqualTo("rw-------");
        hosting.moveTo(TWO);
        assertThat(names(client(issued))).contains("crm_list_deals");
        restart(TWO);
        assertThat(names(client(issued))).contains("crm_list_deals");
        assertThat(client(issued).call("crm_list_deals", "{}").isError()).isFalse();
        assertThat(lastPath()).isEqualTo("/v1/crm_list_deals");
    }

    @Test
    void aJarThatWasTamperedWithIsNotRun() throws IOException {
        HostedServers.Issued issued = hosting.server(connection, pinned(FIRST));
        byte[] kept = Files.readAllBytes(jar(FIRST));
        Files.write(jar(FIRST), new byte[] {0}, StandardOpenOption.APPEND);
        restart(TWO);
        assertThat(names(client(issued))).isEmpty();
        assertThat(hosting.servers.stateOf(issued.server()).notice())
                .contains("pinned to the version " + FIRST)
                .contains("not the one that was kept here")
                .contains("\"pinned_version\": null");
        Files.write(jar(FIRST), kept);
        Hosting.waitUntil("the right jar is found", () -> names(client(issued)).contains("crm_list_deals"));
        assertThat(hosting.servers.stateOf(issued.server()).notice()).isEmpty();
    }

    @Test
    void aMissingJarIsNamedAndTheServerCanBeUnpinned() throws IOException {
        HostedServers.Issued issued = hosting.server(connection, pinned(FIRST));
        Files.delete(jar(FIRST));
        restart(TWO);
        assertThat(hosting.servers.stateOf(issued.server()).notice()).contains("Put " + jar(FIRST) + " back");
        hosting.servers.change(
                Hosting.ACTOR,
                connection.id(),
                issued.server().id(),
                was -> was.withConfig(was.config().pinnedTo(Optional.empty())));
        assertThat(names(client(issued))).contains("crm_list_notes");
    }

    @Test
    void aVersionIsLetGoOnceNobodyIsPinnedToIt() {
        HostedServers.Issued one = hosting.server(connection, pinned(FIRST));
        HostedServers.Issued other = hosting.server(connection, pinned(FIRST));
        hosting.moveTo(TWO);
        hosting.servers.delete(Hosting.ACTOR, connection.id(), one.server().id());
        hosting.servers.tidyVersions();
        assertThat(jar(FIRST)).exists();
        hosting.servers.change(
                Hosting.ACTOR,
                connection.id(),
                other.server().id(),
                was -> was.withConfig(was.config().pinnedTo(Optional.empty())));
        hosting.servers.tidyVersions();
        assertThat(jar(FIRST)).doesNotExist();
        assertThat(hosting.tools.versions().find("crm", FIRST)).isEmpty();
        assertThat(hosting.tools.keeper().known("crm")).hasSize(1);
    }

    @Test
    void aVersionThatThereIsNotCannotBePinned() {
        assertThatThrownBy(() -> hosting.server(connection, pinned("000000000000")))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.code()).isEqualTo("unknown_version");
                    assertThat(problem.pointer()).isEqualTo("/config/pinned_version");
                });
        assertThat(folder.resolve("bundles")).doesNotExist();
    }

    @Test
    void pinningIsInTheTrail() {
        HostedServer server =
                hosting.server(connection, ServerConfig.everything()).server();
        hosting.servers.change(Hosting.ACTOR, connection.id(), server.id(), was -> was.withConfig(pinned(FIRST)));
        List<JsonNode> rows = hosting.trailOf(server.id());
        assertThat(rows.get(rows.size() - 1).at("/detail/config").stringValue()).isEqualTo("pinned_version=" + FIRST);
    }

    @Test
    void aBundleThatCannotBeServedChangesNothing() {
        Client client = client(hosting.server(connection, ServerConfig.everything()));
        ToolBundle nowhere = CrmJar.of(Hosting.NOWHERE, "1", Hosting.NOWHERE + "_list_things");
        assertThatThrownBy(() -> hosting.moveTo(TWO, nowhere)).hasMessageContaining("is not known where");
        assertThat(names(client)).contains("crm_list_deals");
        assertThat(hosting.trail())
                .noneMatch(row -> row.at("/kind").stringValue().equals("bundle.changed"));
    }

    @Test
    void aRestartWithOtherToolsIsInTheTrail() {
        restart(TWO);
        assertThat(hosting.trail())
                .filteredOn(row -> row.at("/kind").stringValue().equals("bundle.changed"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.at("/detail/before").stringValue()).isEqualTo(FIRST));
    }
}
