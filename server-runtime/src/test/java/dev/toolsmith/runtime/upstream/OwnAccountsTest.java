package dev.toolsmith.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.account.ArgumentCheck;
import dev.toolsmith.runtime.account.FactReader;
import dev.toolsmith.runtime.account.PublishedTools;
import dev.toolsmith.runtime.account.SchemaContributor;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.fixture.ExactServer;
import dev.toolsmith.runtime.fixture.ShopFields;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolList.Listing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.ObjectNode;

@Timeout(120)
class OwnAccountsTest {

    private final StubApi api = new StubApi()
            .answering((request, out, socket) -> StubApi.json(
                            "{\"fields\":[\"" + request.target().charAt(1) + "\"]}")
                    .write(request, out, socket));
    private final AtomicInteger changes = new AtomicInteger();
    private final OwnAccounts accounts = new OwnAccounts(
            List.of(new ShopFields("shop"), new ShopFields("books")), changes::incrementAndGet, fault -> {});

    @AfterEach
    void stop() {
        api.close();
    }

    private static BundleTools tools() {
        return BundleTools.of(
                List.of(ExactServer.bundle("shop"), ExactServer.bundle("books"), ExactServer.bundle("cars")),
                ToolSelection.everything());
    }

    private UpstreamCaller caller(BundleTools tools, String... apps) {
        ApiEndpoint endpoint = new ApiEndpoint(api.url(), () -> Optional.of(Secret.of("k")));
        Map<String, ApiEndpoint> endpoints = new java.util.HashMap<>();
        for (String app : apps) {
            endpoints.put(app, endpoint);
        }
        return UpstreamCaller.of(tools, UpstreamSettings.of(endpoints, "test"), accounts);
    }

    private static Listing listed(UpstreamCaller caller) {
        return caller.currentListing().orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static String text(Listing listing) {
        return new String(
                listing.tools().bytes(),
                listing.tools().offset(),
                listing.tools().length(),
                StandardCharsets.UTF_8);
    }

    private static String tool(String name, String field) {
        return "{\"name\":\"" + name + "\""
                + (field.isEmpty()
                        ? ""
                        : ",\"inputSchema\":{\"properties\":{\"field\":{\"enum\":[\"" + field + "\"]}}}")
                + "}";
    }

    @Test
    void theToolsOfEachApiAreListedForItsOwnAccount() {
        try (UpstreamCaller caller = caller(tools(), "shop", "books", "cars")) {
            Listing listing = listed(caller);

            assertThat(text(listing))
                    .isEqualTo(String.join(
                            ",",
                            tool("create_books_item", "b"),
                            tool("create_cars_item", ""),
                            tool("create_shop_item", "s"),
                            tool("list_all_books_fields", ""),
                            tool("list_all_cars_fields", ""),
                            tool("list_all_shop_fields", "")));
            assertThat(listing.meta()).isEmpty();
        }
        assertThat(api.journal()).hasSize(2);
    }

    @Test
    void apisWithoutAnAddressAreListedAsPublished() {
        try (UpstreamCaller caller = caller(tools(), "shop")) {
            Listing listing = listed(caller);

            assertThat(text(listing)).contains(tool("create_books_item", ""), tool("create_shop_item", "s"));
            assertThat(listing.meta()).isEmpty();
        }
    }

    @Test
    void accountsAreReadByToolsThatAreNotOffered() {
        BundleTools narrow = BundleTools.of(
                List.of(ExactServer.bundle("shop")),
                new ToolSelection(List.of(), List.of(), List.of("create_shop_item"), List.of(), false));
        try (UpstreamCaller caller = caller(narrow, "shop")) {
            assertThat(text(listed(caller))).isEqualTo(tool("create_shop_item", "s"));
        }
        assertThat(api.only().line()).isEqualTo("GET /shop/fields HTTP/1.1");
    }

    @Test
    void whatIsKnownOutlivesACaller() {
        BundleTools shop = BundleTools.of(List.of(ExactServer.bundle("shop")), ToolSelection.everything());
        try (UpstreamCaller caller = caller(shop, "shop")) {
            listed(caller);
        }
        try (UpstreamCaller caller = caller(shop, "shop")) {
            assertThat(text(listed(caller))).contains(tool("create_shop_item", "s"));
        }
        assertThat(api.journal()).hasSize(1);
        assertThat(changes).hasValue(0);
    }

    @Test
    void aCallThatTheApiRefusesMakesAChangedListKnown() {
        BundleTools shop = BundleTools.of(List.of(ExactServer.bundle("shop")), ToolSelection.everything());
        try (UpstreamCaller caller = caller(shop, "shop")) {
            listed(caller);
            api.answering((request, out, socket) -> (request.line().startsWith("POST")
                            ? StubApi.json(400, "{\"message\":\"There is no field s\"}")
                            : StubApi.json("{\"fields\":[\"z\"]}"))
                    .write(request, out, socket));
            var result = caller.call(new ToolCall(
                            "create_shop_item",
                            "{\"field\":\"s\"}".getBytes(StandardCharsets.UTF_8),
                            CallOrigin.UNKNOWN,
                            new CompletableFuture<>()))
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();

            assertThat(new String(result.text(), StandardCharsets.UTF_8))
                    .contains("There is no field s", "As the account is now:", "field: there are z.");
            assertThat(changes).hasValue(1);
            assertThat(text(listed(caller))).contains(tool("create_shop_item", "z"));
        }
    }

    @Test
    void whatTheFirstCheckNeedsIsPreparedWithoutACall() {
        List<String> prepared = new ArrayList<>();
        List<Throwable> faults = new ArrayList<>();
        OwnAccounts preparing = new OwnAccounts(
                List.of(
                        new Preparing("shop", prepared),
                        new Preparing("books", prepared),
                        new Preparing("none", prepared)),
                () -> {},
                faults::add);
        ApiEndpoint endpoint = new ApiEndpoint(api.url(), () -> Optional.of(Secret.of("k")));
        UpstreamSettings settings = UpstreamSettings.of("shop", endpoint, "test");
        try (UpstreamCaller caller = UpstreamCaller.of(tools(), settings, preparing)) {
            caller.warmUp();
        }
        assertThat(prepared).containsExactlyInAnyOrder("books", "shop");
        assertThat(faults).as("one that fails holds up nothing").hasSize(2);
        assertThat(api.journal()).isEmpty();
    }

    private record Preparing(String app, List<String> prepared) implements SchemaContributor {

        @Override
        public void prepare(BundleTools tools) {
            prepared.add(app);
            throw new IllegalStateException(app);
        }

        @Override
        public boolean concerns(BundledTool tool) {
            return false;
        }

        @Override
        public CompletableFuture<ArgumentCheck> check(BundledTool tool, ObjectNode arguments, FactReader facts) {
            return CompletableFuture.completedFuture(ArgumentCheck.accepted(arguments));
        }

        @Override
        public CompletableFuture<Map<String, ObjectNode>> listed(PublishedTools tools, FactReader facts) {
            return CompletableFuture.completedFuture(Map.of());
        }
    }
}
