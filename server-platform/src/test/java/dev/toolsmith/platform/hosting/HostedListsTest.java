package dev.toolsmith.platform.hosting;

import static dev.toolsmith.platform.hosting.CrmAccounts.NAMED;
import static dev.toolsmith.platform.hosting.CrmAccounts.OTHER;
import static dev.toolsmith.platform.hosting.CrmAccounts.client;
import static dev.toolsmith.platform.hosting.CrmAccounts.listing;
import static dev.toolsmith.platform.hosting.CrmAccounts.live;
import static dev.toolsmith.platform.hosting.CrmAccounts.other;
import static dev.toolsmith.platform.hosting.CrmAccounts.reads;
import static dev.toolsmith.platform.hosting.CrmAccounts.reason;
import static dev.toolsmith.platform.hosting.CrmAccounts.server;
import static dev.toolsmith.platform.hosting.CrmAccounts.text;
import static dev.toolsmith.platform.hosting.CrmAccounts.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.runtime.tool.ListChanges.Listening;
import dev.toolsmith.runtime.tool.ToolList;
import dev.toolsmith.runtime.tool.ToolList.Listing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What hosted servers list goes by their account, and clients hear when that makes it another. */
@Timeout(180)
class HostedListsTest {

    @TempDir
    private Path folder;

    private CrmAccounts accounts;

    @BeforeEach
    void start() {
        accounts = new CrmAccounts(folder);
    }

    @AfterEach
    void stop() {
        accounts.close();
    }

    @Test
    void aNarrowerServerListsWhatIsLeftOfIt() {
        Hosting hosting = accounts.hosting();
        Connection connection = hosting.connected();
        HostedServers.Issued server = server(hosting, connection);
        CountDownLatch gate = accounts.hold(Hosting.KEY);

        CompletableFuture<Listing> list = listing(hosting, server);
        Hosting.waitUntil("the read is under way", () -> reads(hosting) == 1);
        ServerConfig deals =
                new ServerConfig(List.of(), List.of("deals"), List.of(), List.of(), false, false, Optional.empty());
        hosting.servers.change(Hosting.ACTOR, connection.id(), server.server().id(), was -> was.withConfig(deals));
        gate.countDown();

        assertThat(text(list)).contains("crm_list_deals").doesNotContain("crm_create");
        assertThat(reason(list)).contains("this server was changed while its account was read");
    }

    @Test
    void anotherCredentialIsReadAnewAndListenersHear() {
        Hosting hosting = accounts.hosting();
        HostedServers.Issued server = hosting.server();
        String connection = server.server().connectionId();
        AtomicInteger told = new AtomicInteger();
        Listening unused = live(hosting, server).listChanges().listen(told::incrementAndGet);
        assertThat(text(listing(hosting, server))).contains("Takes name");

        hosting.stub.account(OTHER, "ws-1", Hosting.ALL);
        hosting.connections.reauthorise(Hosting.ACTOR, connection, OTHER);

        assertThat(told).hasValue(1);
        assertThat(text(listing(hosting, server))).contains("Takes stage");
        assertThat(client(hosting, server).call("crm_create_company", NAMED).code())
                .isEqualTo("invalid_arguments");
    }

    @Test
    void clientsAreListedWhatTheAccountTakesUnlessTheServerIsPaused() {
        Hosting hosting = accounts.hosting();
        HostedServers.Issued server = hosting.server();
        String connection = server.server().connectionId();
        Client client = client(hosting, server);

        Client.Got exact = client.list();
        hosting.servers.pause(Hosting.ACTOR, connection, server.server().id());
        Client.Got paused = client.list();
        hosting.servers.resume(Hosting.ACTOR, connection, server.server().id());
        hosting.connections.pause(Hosting.ACTOR, connection);
        Client.Got pausedAccount = client.list();

        assertThat(exact.text()).contains("Takes name").doesNotContain("dev.toolsmith/schema");
        assertThat(List.of(paused.text(), pausedAccount.text()))
                .allSatisfy(
                        text -> assertThat(text).contains("crm_create_company").doesNotContain("Takes"));
        assertThat(List.of(used(paused), used(pausedAccount))).containsOnly("published");
        assertThat(paused.result().at("/tools")).hasSameSizeAs(exact.result().at("/tools"));
    }

    @Test
    void aListWhoseAccountIsNotAnsweredInTimeSaysSo() {
        Hosting hosting = accounts.hosting();
        HostedServers.Issued server = hosting.server();
        accounts.hold(Hosting.KEY);

        Client.Got published = client(hosting, server).list();

        assertThat(published.text()).contains("crm_create_company").doesNotContain("Takes");
        assertThat(used(published)).isEqualTo("published");
    }

    @Test
    void aChangeOfShapeIsToldToAllServersOfTheConnectionAndToNoOther() {
        Hosting hosting = accounts.hosting();
        Connection connection = hosting.connected();
        HostedServers.Issued first = server(hosting, connection);
        HostedServers.Issued second = server(hosting, connection);
        HostedServers.Issued others = server(hosting, other(hosting));
        AtomicInteger told = new AtomicInteger();
        AtomicInteger toldOthers = new AtomicInteger();
        Listening one = live(hosting, first).listChanges().listen(told::incrementAndGet);
        Listening two = live(hosting, second).listChanges().listen(told::incrementAndGet);
        Listening three = live(hosting, others).listChanges().listen(toldOthers::incrementAndGet);
        text(listing(hosting, first));
        text(listing(hosting, others));

        client(hosting, first).call("crm_create_webhook", NAMED);

        assertThat(told).hasValue(2);
        assertThat(toldOthers).hasValue(0);
        accounts.fields.put(Hosting.KEY, "title");
        assertThat(text(listing(hosting, second))).contains("Takes title");
        one.close();
        two.close();
        three.close();
    }

    private static ToolList offered(Hosting hosting, HostedServers.Issued server, String address) {
        Live live = live(hosting, server);
        Access access = new Access(live, live.tokens().values().iterator().next(), Optional.empty(), address);
        return hosting.calls.offeredTo(access);
    }

    private static int toldAtOnce(ToolList offered) {
        AtomicInteger told = new AtomicInteger();
        offered.changes().orElseThrow().listen(told::incrementAndGet).close();
        return told.get();
    }

    @Test
    void aClientThatDidNotListenHearsOfAChangeThatAnotherHasSeen() {
        Hosting hosting = accounts.hosting();
        HostedServers.Issued server = hosting.server();
        ToolList one = offered(hosting, server, "127.0.0.1");
        ToolList two = offered(hosting, server, "127.0.0.2");
        text(one.currentListing());
        text(two.currentListing());
        assertThat(List.of(toldAtOnce(one), toldAtOnce(two))).containsExactly(0, 0);
        AtomicInteger told = new AtomicInteger();
        Listening listening = one.changes().orElseThrow().listen(told::incrementAndGet);

        client(hosting, server).call("crm_create_webhook", NAMED);
        text(one.currentListing());

        assertThat(told).hasValue(1);
        assertThat(List.of(toldAtOnce(one), toldAtOnce(two))).containsExactly(0, 1);
        text(two.currentListing());
        assertThat(toldAtOnce(two)).isZero();
        listening.close();
    }

    private static int toldOfPauses(Hosting hosting) {
        HostedServers.Issued server = hosting.server();
        String connection = server.server().connectionId();
        AtomicInteger told = new AtomicInteger();
        Listening listening = live(hosting, server).listChanges().listen(told::incrementAndGet);
        hosting.servers.pause(Hosting.ACTOR, connection, server.server().id());
        hosting.servers.pause(Hosting.ACTOR, connection, server.server().id());
        hosting.servers.resume(Hosting.ACTOR, connection, server.server().id());
        hosting.connections.rename(Hosting.ACTOR, connection, "Acme 2");
        hosting.connections.pause(Hosting.ACTOR, connection);
        hosting.connections.resume(Hosting.ACTOR, connection);
        listening.close();
        return told.get();
    }

    @Test
    void clientsHearWhenAPauseMakesTheListAnother() {
        assertThat(toldOfPauses(accounts.hosting())).isEqualTo(4);
    }

    @Test
    void clientsHearOfNoPauseWhereTheListStaysAsItIsPublished() {
        assertThat(toldOfPauses(accounts.plain())).isZero();
    }

    @Test
    void readsAreRecordedToTheirEndWhenThePlatformEnds() {
        Hosting hosting = accounts.hosting();
        HostedServers.Issued server = hosting.server();
        accounts.hold(Hosting.KEY);

        CompletableFuture<Listing> list = listing(hosting, server);
        Hosting.waitUntil("the read is under way", () -> reads(hosting) == 1);
        hosting.calls.accounts().close();

        assertThat(text(list)).contains("crm_create_company").doesNotContain("Takes");
        assertThat(hosting.trail())
                .filteredOn(CrmAccounts::isOutcomeOfRead)
                .singleElement()
                .satisfies(row -> assertThat(row.at("/reason").stringValue()).isEqualTo("upstream_timeout"));
    }
}
