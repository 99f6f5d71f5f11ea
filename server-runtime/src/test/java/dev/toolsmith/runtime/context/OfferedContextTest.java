package dev.toolsmith.runtime.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.account.Fact;
import dev.toolsmith.runtime.account.FactReader;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.context.ContextReference.OfPrompt;
import dev.toolsmith.runtime.context.ContextReference.OfResource;
import dev.toolsmith.runtime.fixture.ExactServer;
import dev.toolsmith.runtime.fixture.ShopFields;
import dev.toolsmith.runtime.fixture.ShopGuide;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.protocol.Answer;
import dev.toolsmith.runtime.protocol.Peer;
import dev.toolsmith.runtime.protocol.ProtocolKernel;
import dev.toolsmith.runtime.protocol.ServerIdentity;
import dev.toolsmith.runtime.tool.CallClient;
import dev.toolsmith.runtime.upstream.ApiEndpoint;
import dev.toolsmith.runtime.upstream.OwnAccounts;
import dev.toolsmith.runtime.upstream.Secret;
import dev.toolsmith.runtime.upstream.UpstreamCaller;
import dev.toolsmith.runtime.upstream.UpstreamSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class OfferedContextTest {

    private final StubApi api = new StubApi().answering(StubApi.json("{\"fields\":[\"color\",\"size\"]}"));
    private final BundleTools tools =
            BundleTools.of(List.of(ExactServer.bundle("shop"), ExactServer.bundle("cars")), ToolSelection.everything());
    private final UpstreamCaller upstream = UpstreamCaller.of(
            tools,
            UpstreamSettings.of("shop", new ApiEndpoint(api.url(), () -> Optional.of(Secret.of("k"))), "test"),
            new OwnAccounts(List.of(new ShopFields("shop"), new ShopFields("cars")), () -> {}, fault -> {
                throw new AssertionError(fault);
            }));

    @AfterEach
    void stop() {
        upstream.close();
        api.close();
    }

    private record Caller(BundleTools tools, UpstreamCaller upstream, List<ContextContributor> contributors)
            implements ContextCaller {

        @Override
        public boolean hasPrompts() {
            return true;
        }

        @Override
        public CompletableFuture<Optional<Account>> account(String app) {
            return CompletableFuture.completedFuture(upstream.account(app));
        }
    }

    private ServerContext context(String... offered) {
        BundleTools some = offered.length == 0
                ? tools
                : tools.narrowed(new ToolSelection(List.of(), List.of(), List.of(offered), List.of(), false));
        return new OfferedContext(new Caller(
                some, upstream, List.of(new ShopGuide("books"), new ShopGuide("shop"), new ShopGuide("cars"))));
    }

    private static <T> T in(CompletableFuture<T> future) {
        return future.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static String read(ServerContext context, String uri) {
        return in(context.read(uri, CallClient.NONE)).get(0).text().orElseThrow();
    }

    private static void assertUnknown(CompletableFuture<?> future, String message) {
        assertThatThrownBy(() -> in(future))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(UnknownContextException.class)
                .hasMessage(message);
    }

    @Test
    void whatAppsThatAreServedContributeIsJoined() {
        assertThat(context().prompts()).extracting(Prompt::name).containsExactly("shop_sell", "cars_sell");
        assertThat(in(context().resources()))
                .extracting(Resource::uri)
                .containsExactly("shop://fields", "cars://fields");
        assertThat(context().templates())
                .extracting(ResourceTemplate::uriTemplate)
                .containsExactly("shop://fields/{field}", "cars://fields/{field}", "toolsmith://tools/{name}/schema");
    }

    @Test
    void eachIsAskedForItsOwn() {
        PromptText text = in(context("create_cars_item").prompt("cars_sell", Map.of("what", "a car"), CallClient.NONE));

        assertThat(new String(text.messages().get(0).content(), StandardCharsets.UTF_8))
                .isEqualTo("{\"type\":\"text\",\"text\":\"Sell a car with 1 tools\"}");
    }

    @Test
    void anAccountIsKnownWhereItsApiHasAnAddress() {
        assertThat(read(context(), "shop://fields")).isEqualTo("[color, size]");
        assertThat(read(context(), "cars://fields")).isEqualTo("unknown");
        assertThat(in(context().complete(new OfResource("shop://fields/{field}"), "field", "S", Map.of()))
                        .values())
                .containsExactly("size");
        assertThat(api.only().line()).isEqualTo("GET /shop/fields HTTP/1.1");
    }

    /** Reads one fact of a shop's account after the other. */
    private record Chain(ContextContributor of, CompletableFuture<List<Boolean>> told) implements ContextContributor {

        private static final Fact<String> FIRST = fact("first");
        private static final Fact<String> SECOND = fact("second");

        private static Fact<String> fact(String name) {
            return new Fact<>(
                    name, "list_all_shop_fields", JsonNodeFactory.instance.objectNode(), answer -> answer.toString());
        }

        @Override
        public CompletableFuture<Optional<List<ResourceContent>>> read(String uri, ContextScope scope) {
            return scope.facts()
                    .thenCompose(facts -> chained(facts.orElseThrow()))
                    .thenApply(found -> {
                        told.complete(found);
                        return Optional.of(List.of(ResourceContent.text(uri, "text/plain", found.toString())));
                    });
        }

        private static CompletableFuture<List<Boolean>> chained(FactReader facts) {
            return facts.find(FIRST)
                    .thenCompose(first ->
                            facts.find(SECOND).thenApply(second -> List.of(first.isPresent(), second.isPresent())));
        }

        @Override
        public String app() {
            return of.app();
        }

        @Override
        public List<Prompt> prompts(ContextScope scope) {
            return of.prompts(scope);
        }

        @Override
        public CompletableFuture<PromptText> prompt(String name, Map<String, String> arguments, ContextScope scope) {
            return of.prompt(name, arguments, scope);
        }

        @Override
        public CompletableFuture<List<Resource>> resources(ContextScope scope) {
            return of.resources(scope);
        }

        @Override
        public List<ResourceTemplate> templates(ContextScope scope) {
            return of.templates(scope);
        }

        @Override
        public CompletableFuture<Completion> complete(
                ContextReference reference,
                String argument,
                String typed,
                Map<String, String> others,
                ContextScope scope) {
            return of.complete(reference, argument, typed, others, scope);
        }
    }

    @Test
    void whatIsCancelledReadsNothingMore() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        api.answering((request, out, socket) -> {
            asked.countDown();
            assertThat(held.await(60, TimeUnit.SECONDS)).isTrue();
            StubApi.json("{}").write(request, out, socket);
        });
        Chain chain = new Chain(new ShopGuide("shop"), new CompletableFuture<>());
        ServerContext context = new OfferedContext(new Caller(tools, upstream, List.of(chain)));
        ProtocolKernel kernel =
                new ProtocolKernel(new ServerIdentity("test", "1", ""), tools, upstream, context, fault -> {
                    throw new AssertionError(fault);
                });
        Peer peer = Peer.overPipe();
        CompletableFuture<Answer> reading = kernel.answer(
                utf8("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":\"shop://a\"}}"),
                peer);
        assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();

        in(kernel.answer(
                utf8("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}"),
                peer));
        assertThat(in(reading).standing()).isEqualTo(Answer.Standing.NOTHING);
        assertThat(in(chain.told())).containsExactly(false, false);
        held.countDown();
        assertThat(api.only().line()).isEqualTo("GET /shop/fields HTTP/1.1");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void argumentsOfPromptsAreCheckedBeforeTheAppIsAsked() {
        assertUnknown(
                context().prompt("shop_sell", Map.of("what", " "), CallClient.NONE),
                "The prompt \"shop_sell\" needs the argument \"what\": What is sold.");
        assertUnknown(
                context().prompt("shop_sell", Map.of("what", "x", "who", "y"), CallClient.NONE),
                "There is no argument \"who\" here. There are: what, why.");
        assertUnknown(
                context().prompt("n".repeat(100), Map.of(), CallClient.NONE),
                "There is no prompt \"" + "n".repeat(64) + "…\". There are: shop_sell, cars_sell.");
        assertUnknown(
                context().complete(new OfPrompt("books_sell"), "what", "", Map.of()),
                "There is no prompt \"books_sell\". There are: shop_sell, cars_sell.");
        assertUnknown(
                context().complete(new OfResource("books://{field}"), "field", "", Map.of()),
                "There is no such resource template. resources/templates/list tells which there are.");
    }

    @Test
    void schemasAreThoseOfOfferedTools() {
        JsonNode schema = JsonTree.read(
                read(context(), "toolsmith://tools/create_shop_item/schema").getBytes(StandardCharsets.UTF_8));
        assertThat(schema.isObject()).isTrue();
        assertUnknown(
                context("create_cars_item").read("toolsmith://tools/create_shop_item/schema", CallClient.NONE),
                "No tool of that name is offered, so there is no schema of it."
                        + " Did you mean toolsmith://tools/create_cars_item/schema?");
        assertUnknown(
                context().read("toolsmith://tools/create_shop_items/schema", CallClient.NONE),
                "No tool of that name is offered, so there is no schema of it."
                        + " Did you mean toolsmith://tools/create_shop_item/schema?");
        assertUnknown(
                context().complete(new OfResource("toolsmith://tools/{name}/schema"), "tool", "", Map.of()),
                "There is no argument \"tool\" here. There are: name.");
        assertUnknown(
                context().read("books://fields", CallClient.NONE),
                "There is no resource \"books://fields\". resources/list and resources/templates/list tell which there"
                        + " are.");
    }

    @Test
    void aCompletionTellsAHundredAndHowManyThereAre() {
        List<String> many = IntStream.range(0, 130).mapToObj(i -> "value" + i).toList();
        Completion completion = Completion.of(many, "VALUE");

        assertThat(completion.values()).hasSize(100).startsWith("value0");
        assertThat(completion.total()).isEqualTo(130);
        assertThat(completion.hasMore()).isTrue();
        assertThat(Completion.of(many, "lue12").values()).hasSize(11);
        assertThatThrownBy(() -> new Completion(many, 130, false)).isInstanceOf(IllegalArgumentException.class);
    }
}
