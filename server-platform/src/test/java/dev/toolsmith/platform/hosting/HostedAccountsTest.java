package dev.toolsmith.platform.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.platform.account.HostedApi.Counts;
import dev.toolsmith.platform.account.HostedApi.Quota;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ConnectionState;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.runtime.account.SchemaContributor;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ListChanges.Listening;
import dev.toolsmith.runtime.tool.ToolList;
import dev.toolsmith.runtime.tool.ToolList.Listing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Calls and lists of hosted servers go by what is known of their account, and by nothing of another. */
@Timeout(180)
class HostedAccountsTest {

    private static final String OTHER = "sk_other_93ab77";
    private static final String NAMED = "{\"data\":{\"name\":\"canary-value\"}}";
    private static final String STAGED = "{\"data\":{\"stage\":\"canary-value\"}}";

    @TempDir
    private Path folder;

    private final List<Hosting> open = new ArrayList<>();
    private final Map<String, String> fields = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();

    @AfterEach
    void stop() {
        held.values().forEach(CountDownLatch::countDown);
        open.forEach(Hosting::close);
    }

    private Hosting hosting(Quota... quotas) {
        return hosting(new CrmFields(), quotas);
    }

    private Hosting hosting(SchemaContributor schemas, Quota... quotas) {
        Hosting hosting = new Hosting(
                folder,
                new Hosting.Setup(List.of(quotas), DestinationHosts.any(), store -> store, Optional.of(schemas)));
        open.add(hosting);
        fields.put(Hosting.KEY, "name");
        fields.put(OTHER, "stage");
        hosting.stub.account(OTHER, "ws-2", Hosting.ALL);
        hosting.stub.answering(this::answer);
        return hosting;
    }

    private CrmStub.Reply answer(CrmStub.Got got) {
        if (!isRead(got)) {
            return new CrmStub.Reply(200, "{\"ok\":true}");
        }
        String key = got.headers().get("Authorization").get(0).replace("Bearer ", "");
        CrmStub.await(held.getOrDefault(key, new CountDownLatch(0)));
        return new CrmStub.Reply(200, "{\"fields\":[\"" + fields.get(key) + "\"]}");
    }

    private static boolean isRead(CrmStub.Got got) {
        return got.method().equals("GET") && got.path().equals("/companies");
    }

    /** Holds back the answers to reads with a key from now on. */
    private CountDownLatch hold(String key) {
        CountDownLatch gate = new CountDownLatch(1);
        held.put(key, gate);
        return gate;
    }

    private static long reads(Hosting hosting) {
        return hosting.stub.calls().stream().filter(HostedAccountsTest::isRead).count();
    }

    private static long writes(Hosting hosting) {
        return hosting.stub.calls().stream()
                .filter(got -> got.method().equals("POST"))
                .count();
    }

    private static Connection other(Hosting hosting) {
        return hosting.connections.connect(Hosting.ACTOR, "crm", "Other", OTHER);
    }

    private static HostedServers.Issued server(Hosting hosting, Connection connection) {
        return hosting.server(connection, ServerConfig.everything());
    }

    private static Client client(Hosting hosting, HostedServers.Issued server) {
        return new Client(hosting.url(server.token()));
    }

    private static CompletableFuture<Listing> listing(Hosting hosting, HostedServers.Issued server) {
        Live live = hosting.servers.directory().byId(server.server().id()).orElseThrow();
        Access access = new Access(live, live.tokens().values().iterator().next(), Optional.empty(), "127.0.0.1");
        return hosting.calls.offeredTo(access).currentListing();
    }

    private static String text(CompletableFuture<Listing> listing) {
        Listing got = listing.orTimeout(60, TimeUnit.SECONDS).join();
        return new String(got.tools().bytes(), got.tools().offset(), got.tools().length(), StandardCharsets.UTF_8);
    }

    private static String reason(CompletableFuture<Listing> listing) {
        return listing.join()
                .meta()
                .map(meta ->
                        JsonTree.read(meta).at("/dev.toolsmith~1schema/reason").stringValue())
                .orElse("");
    }

    private static boolean isOutcomeOfRead(JsonNode row) {
        return row.at("/kind").stringValue().equals("call.outcome")
                && row.at("/tool").stringValue().equals("crm_list_companies");
    }

    private static String used(Client.Got got) {
        return got.result().at("/_meta/dev.toolsmith~1schema/used").asString("exact");
    }

    @Test
    void twoConnectionsOfOneAppSeeTheirOwn() {
        Hosting hosting = hosting();
        HostedServers.Issued mine = hosting.server();
        HostedServers.Issued others = server(hosting, other(hosting));

        Client.Got named = client(hosting, mine).call("crm_create_company", NAMED);
        Client.Got staged = client(hosting, mine).call("crm_create_company", STAGED);
        Client.Got othersNamed = client(hosting, others).call("crm_create_company", NAMED);
        Client.Got othersStaged = client(hosting, others).call("crm_create_company", STAGED);

        assertThat(List.of(named.isError(), othersStaged.isError())).containsOnly(false);
        assertThat(staged.toolText()).contains("stage is no field here: name");
        assertThat(othersNamed.toolText()).contains("name is no field here: stage");
        assertThat(List.of(used(named), used(staged), used(othersNamed), used(othersStaged)))
                .containsOnly("exact");
        assertThat(text(listing(hosting, mine))).contains("Takes name").doesNotContain("Takes stage");
        assertThat(text(listing(hosting, others))).contains("Takes stage").doesNotContain("Takes name");
        assertThat(writes(hosting)).isEqualTo(2);
        assertThat(reads(hosting)).isEqualTo(2);
    }

    @Test
    void aReadHasTheRowsOfACallAndTellsNoValueAndNoCredential() {
        Hosting hosting = hosting();
        HostedServers.Issued server = hosting.server();

        client(hosting, server).call("crm_create_company", STAGED);

        List<JsonNode> rows = hosting.trail().stream()
                .filter(row -> row.at("/tool").asString("").equals("crm_list_companies"))
                .toList();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).at("/kind").stringValue()).isEqualTo("call.intent");
        assertThat(rows.get(1).at("/kind").stringValue()).isEqualTo("call.outcome");
        assertThat(rows.get(1).at("/upstream_status").intValue()).isEqualTo(200);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.at("/actor").stringValue()).isEqualTo("system");
            assertThat(row.at("/connection_id").stringValue())
                    .isEqualTo(server.server().connectionId());
            assertThat(row.at("/server_id").asString("")).isEmpty();
            assertThat(row.at("/scopes").stringValue()).isEqualTo("company:read");
        });
        assertThat(hosting.trailOf(server.server().id()))
                .filteredOn(row -> row.at("/kind").stringValue().startsWith("call."))
                .singleElement()
                .satisfies(row -> assertThat(row.at("/reason").stringValue()).isEqualTo("invalid_arguments"));
        assertThat(hosting.trail().toString()).doesNotContain(Hosting.KEY).doesNotContain("canary-value");
    }

    @Test
    void aReadThatIsNotAnsweredKeepsNoCallWaitingForLong() {
        Hosting hosting = hosting();
        Client client = client(hosting, hosting.server());
        CountDownLatch gate = hold(Hosting.KEY);

        Client.Got unchecked = client.call("crm_create_company", STAGED);

        assertThat(unchecked.isError()).isFalse();
        assertThat(used(unchecked)).isEqualTo("published");
        assertThat(unchecked.result().at("/_meta/dev.toolsmith~1schema/reason").stringValue())
                .isEqualTo("it was not answered in time");
        gate.countDown();
        Hosting.waitUntil(
                "the read's outcome", () -> hosting.trail().stream().anyMatch(HostedAccountsTest::isOutcomeOfRead));
        Hosting.waitUntil(
                "what was read is used",
                () -> client.call("crm_create_company", STAGED).code().equals("invalid_arguments"));
    }

    @Test
    void manyReadsThatAreNotAnsweredLeaveCallsTheirPlaces() {
        Hosting hosting = hosting();
        Client client = client(hosting, hosting.server());
        hold(Hosting.KEY);

        List<CompletableFuture<Client.Got>> waiting = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            waiting.add(client.calling("crm_create_webhook", NAMED));
        }
        Hosting.waitUntil("the read is under way", () -> reads(hosting) == 1);

        assertThat(client.call("crm_list_deals", "{}").isError()).isFalse();
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void readsAreCountedInTheWorkspacesQuotas() {
        Hosting hosting = hosting(new Quota("reads", 1, Duration.ofSeconds(60), Counts.READS));
        Client client = client(hosting, hosting.server());

        assertThat(used(client.call("crm_create_company", NAMED))).isEqualTo("exact");
        assertThat(client.call("crm_list_deals", "{}").code()).isEqualTo("rate_limited_workspace");
    }

    @Test
    void aQuotaThatIsUsedUpIsNoReasonToRefuseACallThatItDoesNotCount() {
        Hosting hosting = hosting(new Quota("reads", 1, Duration.ofSeconds(60), Counts.READS));
        Client client = client(hosting, hosting.server());

        assertThat(client.call("crm_list_deals", "{}").isError()).isFalse();
        Client.Got unchecked = client.call("crm_create_company", STAGED);

        assertThat(unchecked.isError()).isFalse();
        assertThat(used(unchecked)).isEqualTo("published");
        assertThat(reads(hosting)).isZero();
    }

    @Test
    void aServersOwnLimitDoesNotCountReads() {
        Hosting hosting = hosting();
        ServerConfig one = new ServerConfig(List.of(), List.of(), List.of(), List.of(), false, false, Optional.of(1));
        Client client = client(hosting, hosting.server(hosting.connected(), one));

        Client.Got first = client.call("crm_create_company", NAMED);

        assertThat(first.isError()).isFalse();
        assertThat(used(first)).isEqualTo("exact");
        assertThat(client.call("crm_create_company", NAMED).code()).isEqualTo("rate_limited_server");
    }

    @Test
    void anAccountWithoutTheScopeIsNotRead() {
        Hosting hosting = hosting();
        hosting.stub.account(Hosting.KEY, "ws-1", "webhook:read-write");
        Client client = client(hosting, hosting.server());

        Client.Got unchecked = client.call("crm_create_webhook", STAGED);

        assertThat(unchecked.isError()).isFalse();
        assertThat(unchecked.result().at("/_meta/dev.toolsmith~1schema/reason").stringValue())
                .isEqualTo("missing_scope");
        assertThat(reads(hosting)).isZero();
    }

    @Test
    void aRefusedCredentialIsFoundOutByAReadAsByACall() {
        Hosting hosting = hosting();
        HostedServers.Issued server = hosting.server();
        hosting.stub.forget(Hosting.KEY);

        Client.Got got = client(hosting, server).call("crm_create_company", NAMED);

        assertThat(got.code()).isEqualTo("connection_revoked");
        assertThat(hosting.connections.get(server.server().connectionId()).state())
                .isEqualTo(ConnectionState.REVOKED);
        assertThat(writes(hosting)).isZero();
        assertThat(reads(hosting)).isEqualTo(1);
        assertThat(text(listing(hosting, server)))
                .contains("crm_create_company")
                .doesNotContain("Takes");
        assertThat(reads(hosting)).isEqualTo(1);
    }

    @Test
    void whatComesAfterTheConnectionWasPausedIsNotUsed() {
        Hosting hosting = hosting();
        HostedServers.Issued server = hosting.server();
        String connection = server.server().connectionId();
        CountDownLatch gate = hold(Hosting.KEY);

        CompletableFuture<Client.Got> answer = client(hosting, server).calling("crm_create_company", STAGED);
        Hosting.waitUntil("the read is under way", () -> reads(hosting) == 1);
        hosting.connections.pause(Hosting.ACTOR, connection);
        gate.countDown();

        assertThat(Client.got(answer).code()).isEqualTo("connection_paused");
        assertThat(hosting.trail())
                .filteredOn(HostedAccountsTest::isOutcomeOfRead)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.at("/decision").stringValue()).isEqualTo("refused");
                    assertThat(row.at("/reason").stringValue()).isEqualTo("revoked_in_flight");
                });
        assertThat(text(listing(hosting, server)))
                .contains("crm_create_company")
                .doesNotContain("Takes");
        assertThat(reads(hosting)).isEqualTo(1);
        assertThat(writes(hosting)).isZero();
    }

    @Test
    void nobodyHearsOfAnAccountOnceAccessHasEnded() {
        Hosting hosting = hosting();
        Connection connection = hosting.connected();
        HostedServers.Issued server = server(hosting, connection);
        CountDownLatch gate = hold(Hosting.KEY);

        CompletableFuture<Client.Got> call = client(hosting, server).calling("crm_create_company", STAGED);
        Hosting.waitUntil("the read of the call is under way", () -> reads(hosting) == 1);
        CompletableFuture<Listing> list = listing(hosting, server);
        hosting.servers.delete(Hosting.ACTOR, connection.id(), server.server().id());
        gate.countDown();

        Client.Got got = Client.got(call);
        assertThat(got.code()).isEqualTo("revoked_in_flight");
        assertThat(got.text()).doesNotContain("no field here");
        assertThat(text(list)).isEmpty();
        assertThat(writes(hosting)).isZero();
    }

    @Test
    void aNarrowerServerListsWhatIsLeftOfIt() {
        Hosting hosting = hosting();
        Connection connection = hosting.connected();
        HostedServers.Issued server = server(hosting, connection);
        CountDownLatch gate = hold(Hosting.KEY);

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
        Hosting hosting = hosting();
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
    void nothingThatIsKnownByAnotherCredentialIsTold() {
        HeldFields schemas = new HeldFields();
        Hosting hosting = hosting(schemas);
        HostedServers.Issued server = hosting.server();
        String connection = server.server().connectionId();
        hosting.stub.account(OTHER, "ws-1", Hosting.ALL);

        CompletableFuture<Client.Got> unfit = client(hosting, server).calling("crm_create_company", STAGED);
        CompletableFuture<Client.Got> fit = client(hosting, server).calling("crm_create_company", NAMED);
        CompletableFuture<Listing> list = listing(hosting, server);
        Hosting.waitUntil("the account is known", () -> schemas.known.get() == 3);
        hosting.connections.reauthorise(Hosting.ACTOR, connection, OTHER);
        schemas.gate.complete(null);

        assertThat(List.of(Client.got(unfit).code(), Client.got(fit).code())).containsOnly("revoked_in_flight");
        assertThat(Client.got(unfit).text()).doesNotContain("no field here");
        assertThat(text(list)).contains("crm_create_company").doesNotContain("Takes name");
        assertThat(reason(list)).isEqualTo("this server was changed while its account was read");
        assertThat(writes(hosting)).isZero();
        assertThat(client(hosting, server).call("crm_create_company", STAGED).isError())
                .isFalse();
    }

    @Test
    void clientsAreListedWhatTheAccountTakesUnlessTheServerIsPaused() {
        Hosting hosting = hosting();
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
        Hosting hosting = hosting();
        HostedServers.Issued server = hosting.server();
        hold(Hosting.KEY);

        Client.Got published = client(hosting, server).list();

        assertThat(published.text()).contains("crm_create_company").doesNotContain("Takes");
        assertThat(used(published)).isEqualTo("published");
    }

    @Test
    void theCallsOfABatchAreLookedAtOneByOneAndReadOnce() {
        Hosting hosting = hosting();
        Client client = client(hosting, hosting.server());

        Client.Got batch = client.send("[" + callOf(1, STAGED) + "," + callOf(2, NAMED) + "]");

        assertThat(batch.json()).hasSize(2);
        assertThat(batch.text()).contains("stage is no field here").contains("\\\"ok\\\"");
        assertThat(reads(hosting)).isEqualTo(1);
        assertThat(writes(hosting)).isEqualTo(1);
    }

    private static String callOf(int id, String arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id
                + ",\"method\":\"tools/call\",\"params\":{\"name\":\"crm_create_company\",\"arguments\":"
                + arguments + "}}";
    }

    private static Live live(Hosting hosting, HostedServers.Issued server) {
        return hosting.servers.directory().byId(server.server().id()).orElseThrow();
    }

    @Test
    void aChangeOfShapeIsToldToAllServersOfTheConnectionAndToNoOther() {
        Hosting hosting = hosting();
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
        fields.put(Hosting.KEY, "title");
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
        Hosting hosting = hosting();
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
        assertThat(toldOfPauses(hosting())).isEqualTo(4);
    }

    @Test
    void clientsHearOfNoPauseWhereTheListStaysAsItIsPublished() {
        Hosting plain = new Hosting(folder);
        open.add(plain);

        assertThat(toldOfPauses(plain)).isZero();
    }

    @Test
    void aDeletedConnectionIsForgotten() {
        Hosting hosting = hosting();
        HostedServers.Issued server = hosting.server();
        assertThat(text(listing(hosting, server))).contains("Takes name");
        assertThat(hosting.calls.accounts().count()).isEqualTo(1);

        hosting.connections.delete(Hosting.ACTOR, server.server().connectionId());

        assertThat(hosting.calls.accounts().count()).isZero();
    }

    @Test
    void readsAreRecordedToTheirEndWhenThePlatformEnds() {
        Hosting hosting = hosting();
        HostedServers.Issued server = hosting.server();
        hold(Hosting.KEY);

        CompletableFuture<Listing> list = listing(hosting, server);
        Hosting.waitUntil("the read is under way", () -> reads(hosting) == 1);
        hosting.calls.accounts().close();

        assertThat(text(list)).contains("crm_create_company").doesNotContain("Takes");
        assertThat(hosting.trail())
                .filteredOn(HostedAccountsTest::isOutcomeOfRead)
                .singleElement()
                .satisfies(row -> assertThat(row.at("/reason").stringValue()).isEqualTo("upstream_timeout"));
    }
}
