package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.account.HostedApi.Quota;
import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.runtime.account.SchemaContributor;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.ToolList.Listing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Accounts of the stub whose fields the app knows: one has a name, the other has a stage. */
final class CrmAccounts implements AutoCloseable {

    static final String OTHER = "sk_other_93ab77";
    static final String NAMED = "{\"data\":{\"name\":\"canary-value\"}}";
    static final String STAGED = "{\"data\":{\"stage\":\"canary-value\"}}";

    private final Path folder;
    private final List<Hosting> open = new ArrayList<>();

    /** The field that each credential's account has. */
    final Map<String, String> fields = new ConcurrentHashMap<>();

    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();

    CrmAccounts(Path folder) {
        this.folder = folder;
    }

    @Override
    public void close() {
        held.values().forEach(CountDownLatch::countDown);
        open.forEach(Hosting::close);
    }

    /** A platform whose app knows its accounts. */
    Hosting hosting(Quota... quotas) {
        return hosting(new CrmFields(), quotas);
    }

    Hosting hosting(SchemaContributor schemas, Quota... quotas) {
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
    CountDownLatch hold(String key) {
        CountDownLatch gate = new CountDownLatch(1);
        held.put(key, gate);
        return gate;
    }

    static long reads(Hosting hosting) {
        return hosting.stub.calls().stream().filter(CrmAccounts::isRead).count();
    }

    static long writes(Hosting hosting) {
        return hosting.stub.calls().stream()
                .filter(got -> got.method().equals("POST"))
                .count();
    }

    static Connection other(Hosting hosting) {
        return hosting.connections.connect(Hosting.ACTOR, "crm", "Other", OTHER);
    }

    static HostedServers.Issued server(Hosting hosting, Connection connection) {
        return hosting.server(connection, ServerConfig.everything());
    }

    /** A platform whose app knows nothing of its accounts. */
    Hosting plain() {
        Hosting hosting = new Hosting(folder);
        open.add(hosting);
        return hosting;
    }

    static Client client(Hosting hosting, HostedServers.Issued server) {
        return new Client(hosting.url(server.token()));
    }

    static CompletableFuture<Listing> listing(Hosting hosting, HostedServers.Issued server) {
        Live live = hosting.servers.directory().byId(server.server().id()).orElseThrow();
        Access access = new Access(live, live.tokens().values().iterator().next(), Optional.empty(), "127.0.0.1");
        return hosting.calls.offeredTo(access).currentListing();
    }

    static String text(CompletableFuture<Listing> listing) {
        Listing got = listing.orTimeout(60, TimeUnit.SECONDS).join();
        return new String(got.tools().bytes(), got.tools().offset(), got.tools().length(), StandardCharsets.UTF_8);
    }

    static String reason(CompletableFuture<Listing> listing) {
        return listing.join()
                .meta()
                .map(meta ->
                        JsonTree.read(meta).at("/dev.toolsmith~1schema/reason").stringValue())
                .orElse("");
    }

    static boolean isOutcomeOfRead(JsonNode row) {
        return row.at("/kind").stringValue().equals("call.outcome")
                && row.at("/tool").stringValue().equals("crm_list_companies");
    }

    static String used(Client.Got got) {
        return got.result().at("/_meta/dev.toolsmith~1schema/used").asString("exact");
    }

    static Live live(Hosting hosting, HostedServers.Issued server) {
        return hosting.servers.directory().byId(server.server().id()).orElseThrow();
    }
}
