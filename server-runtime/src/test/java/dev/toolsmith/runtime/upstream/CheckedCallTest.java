package dev.toolsmith.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.account.AccountReads;
import dev.toolsmith.runtime.account.ArgumentCheck;
import dev.toolsmith.runtime.account.Fact;
import dev.toolsmith.runtime.account.FactReader;
import dev.toolsmith.runtime.account.KnownAccounts;
import dev.toolsmith.runtime.account.PublishedTools;
import dev.toolsmith.runtime.account.SchemaContributor;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.fixture.Shop;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.fixture.StubApi.Answer;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Calls that an account is asked about, sent to an API over HTTP. */
final class CheckedCallTest {

    private final Shop shop = new Shop().reading().writing();
    private final KnownAccounts accounts = new KnownAccounts(new Colours(), key -> {});

    /** The API has colours; one is named by its title, and taken by its number. */
    private static final class Colours implements SchemaContributor {

        private static final Fact<List<String>> COLOURS = new Fact<>(
                "colours",
                "shop_get",
                JsonNodeFactory.instance.objectNode(),
                answer -> answer.path("data")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());

        @Override
        public String app() {
            return "shop";
        }

        @Override
        public boolean concerns(BundledTool tool) {
            return tool.name().equals("shop_create");
        }

        @Override
        public CompletableFuture<ArgumentCheck> check(BundledTool tool, ObjectNode arguments, FactReader facts) {
            String said = arguments.path("data").path("colour").asString("");
            return facts.find(COLOURS).thenApply(known -> {
                if (known.isEmpty()) {
                    return ArgumentCheck.accepted(arguments);
                }
                int number = known.get().indexOf(said);
                ObjectNode sent = arguments.deepCopy();
                sent.putObject("data").put("colour", number);
                return new ArgumentCheck(
                        sent, number < 0 ? List.of("colour: \"" + said + "\" is none of " + known.get()) : List.of());
            });
        }

        @Override
        public CompletableFuture<Map<String, ObjectNode>> listed(PublishedTools tools, FactReader facts) {
            return CompletableFuture.completedFuture(Map.of());
        }

        @Override
        public Set<String> doubtful(BundledTool tool, ObjectNode arguments, ToolResult result) {
            return result.isError() ? Set.of("colours") : Set.of();
        }
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private static Answer byTarget(Answer reading, Answer writing) {
        return (request, out, socket) ->
                (request.line().startsWith("GET") ? reading : writing).write(request, out, socket);
    }

    private CompletableFuture<ToolResult> creating(String colour, CompletableFuture<Void> cancelled) {
        AccountReads reads = (tool, arguments) -> shop.caller()
                .read(
                        new ToolCall(tool, JsonTree.write(arguments), CallOrigin.UNKNOWN, new CompletableFuture<>()),
                        CallTerms.of(shop.tools().find(tool).orElseThrow()));
        Account account = accounts.of("one", reads);
        byte[] arguments = ("{\"data\":{\"colour\":\"" + colour + "\"}}").getBytes(StandardCharsets.UTF_8);
        CallTerms terms =
                CallTerms.of(shop.tools().find("shop_create").orElseThrow()).withAccount(account);
        return shop.caller().call(new ToolCall("shop_create", arguments, CallOrigin.UNKNOWN, cancelled), terms);
    }

    private ToolResult create(String colour) {
        return creating(colour, new CompletableFuture<>())
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private static String text(ToolResult result) {
        return new String(result.text(), StandardCharsets.UTF_8);
    }

    private List<String> written() {
        return shop.api().journal().stream()
                .filter(got -> got.line().startsWith("POST"))
                .map(StubApi.Got::text)
                .toList();
    }

    @Test
    void whatIsSentIsWhatTheAccountTakes() {
        shop.api().answering(byTarget(StubApi.json("{\"data\":[\"red\",\"blue\"]}"), StubApi.json("{\"ok\":true}")));
        ToolResult result = create("blue");
        assertThat(text(result)).isEqualTo("{\"ok\":true}");
        assertThat(result.meta()).isEmpty();
        create("red");
        assertThat(written()).containsExactly("{\"data\":{\"colour\":1}}", "{\"data\":{\"colour\":0}}");
        assertThat(shop.api().journal()).hasSize(3);
    }

    @Test
    void whatTheAccountDoesNotTakeIsNotSent() {
        shop.api().answering(StubApi.json("{\"data\":[\"red\",\"blue\"]}"));
        ToolResult result = create("green");
        assertThat(result.isError()).isTrue();
        assertThat(result.code()).isEqualTo("invalid_arguments");
        assertThat(text(result)).isEqualTo("""
                These arguments do not fit this account. Nothing was sent.
                - colour: "green" is none of [red, blue]
                Mend it and call the tool again.""");
        assertThat(written()).isEmpty();
    }

    @Test
    void aListThatIsLongerThanAResultIsReadWhole() {
        String padding = "x".repeat(300 << 10);
        shop.api()
                .answering(byTarget(
                        StubApi.json("{\"data\":[\"" + padding + "\",\"blue\"]}"), StubApi.json("{\"ok\":true}")));
        assertThat(create("blue").meta()).isEmpty();
        assertThat(written()).containsExactly("{\"data\":{\"colour\":1}}");
    }

    @Test
    void aCallOfAnAccountThatCannotBeReadIsSentAsItIsAndToldSo() {
        shop.api().answering(byTarget(StubApi.json(403, "{}"), StubApi.json("{\"ok\":true}")));
        ToolResult result = create("green");
        assertThat(text(result)).isEqualTo("{\"ok\":true}");
        assertThat(result.meta().map(meta -> new String(meta, StandardCharsets.UTF_8)))
                .hasValue("{\"dev.toolsmith/schema\":{\"used\":\"published\",\"reason\":\"forbidden\"}}");
        assertThat(written()).containsExactly("{\"data\":{\"colour\":\"green\"}}");
    }

    @Test
    void aCallThatTheApiRefusedTellsHowTheAccountIsNow() {
        shop.api()
                .answering(byTarget(
                        StubApi.inTurn(StubApi.json("{\"data\":[\"red\"]}"), StubApi.json("{\"data\":[\"Red!\"]}")),
                        StubApi.json(400, "{\"code\":\"bad\",\"message\":\"No such colour\"}")));
        ToolResult result = create("red");
        assertThat(text(result))
                .startsWith("Shop refused the call: 400 bad. No such colour.")
                .endsWith("\nAs the account is now:\n- colour: \"red\" is none of [Red!]");
        assertThat(result.meta().map(meta -> new String(meta, StandardCharsets.UTF_8)))
                .hasValueSatisfying(
                        meta -> assertThat(meta).contains("\"status\":400").doesNotContain("schema"));
    }

    @Test
    void aCallThatIsCancelledWhileItsAccountIsReadIsNotSent() throws InterruptedException {
        CompletableFuture<Void> reading = new CompletableFuture<>();
        CompletableFuture<Void> answer = new CompletableFuture<>();
        shop.api().answering((request, out, socket) -> {
            reading.complete(null);
            answer.get(60, TimeUnit.SECONDS);
            StubApi.json("{\"data\":[\"red\"]}").write(request, out, socket);
        });
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        CompletableFuture<ToolResult> call = creating("red", cancelled);
        reading.orTimeout(60, TimeUnit.SECONDS).join();
        cancelled.complete(null);
        answer.complete(null);
        ToolResult result = call.orTimeout(60, TimeUnit.SECONDS).join();
        assertThat(result.code()).isEqualTo("cancelled");
        assertThat(written()).isEmpty();
    }

    @Test
    void anAccountThatDoesNotAnswerHoldsNoCallUp() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        shop.api()
                .answering(byTarget(
                        (request, out, socket) -> end.get(60, TimeUnit.SECONDS), StubApi.json("{\"ok\":true}")));
        ToolResult result = create("green");
        assertThat(end).isNotDone();
        assertThat(text(result)).isEqualTo("{\"ok\":true}");
        assertThat(result.meta().map(meta -> new String(meta, StandardCharsets.UTF_8)))
                .hasValueSatisfying(meta -> assertThat(meta).contains("it was not answered in time"));
        assertThat(Optional.of(create("green")).map(CheckedCallTest::text)).hasValue("{\"ok\":true}");
        end.complete(null);
    }
}
