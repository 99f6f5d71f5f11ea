package dev.toolsmith.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.EchoTools;
import dev.toolsmith.runtime.tool.MirroredArgument;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the protocol asks of arguments that clients repeat in HTTP header fields. */
class MirroredArgumentsTest {

    private static final String META = "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

    private final EchoTools tools = new EchoTools();
    private final ProtocolKernel kernel =
            new ProtocolKernel(new ServerIdentity("test", "1", ""), new Asking(tools), tools, fault -> {});

    /** The same tools, of which each asks for two of its arguments. */
    private record Asking(ToolList all) implements ToolList {

        @Override
        public List<ToolDescriptor> tools() {
            return all.tools();
        }

        @Override
        public ListedTool listed(ToolDescriptor tool) {
            return all.listed(tool);
        }

        @Override
        public List<MirroredArgument> mirrored(String tool) {
            return List.of(
                    new MirroredArgument("Region", List.of("region")),
                    new MirroredArgument("Limit", List.of("page", "limit")));
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {"region":"eu"}                   | eu                      | -    | yes
            {"region":"eu"}                   | EU                      | -    | no
            {"region":"eu"}                   | -                       | -    | no
            {"region":"eu"}                   | =?base64?ZXU=?=         | -    | yes
            {"region":"eu"}                   | =?base64?ZXU?=          | -    | no
            {"region":"eu"}                   | =?base64?Z!U=?=         | -    | no
            {"region":"eu"}                   | =?BASE64?ZXU=?=         | -    | no
            {"region":"ZXU="}                 | ZXU=                    | -    | yes
            {"region":"=?base64?ZXU="}        | =?base64?ZXU=           | -    | yes
            {"region":"ZXU=?="}               | ZXU=?=                  | -    | yes
            {"region":"é"}                    | é                       | -    | no
            {"region":"é"}                    | =?base64?w6k=?=         | -    | yes
            {"region":"\\u00e9"}              | =?base64?w6k=?=         | -    | yes
            {"region":"\\ufffd"}              | =?base64?/w==?=         | -    | no
            {"region":null}                   | -                       | -    | yes
            {"region":null}                   | null                    | -    | no
            {}                                | -                       | -    | yes
            {}                                | eu                      | -    | no
            {"region":""}                     | -                       | -    | no
            {"region":true}                   | true                    | -    | yes
            {"region":true}                   | True                    | -    | no
            {"page":{"limit":42}}             | -                       | 42   | yes
            {"page":{"limit":42}}             | -                       | 42.0 | yes
            {"page":{"limit":42}}             | -                       | 4.2e1| no
            {"page":{"limit":42}}             | -                       | 43   | no
            {"page":{"limit":"42"}}           | -                       | 42   | yes
            {"page":{"limit":"42"}}           | -                       | 42.0 | no
            {"page":{"limit":42}}             | -                       | -    | no
            {"limit":42}                      | -                       | -    | yes
            {"page":42}                       | -                       | -    | yes
            {"page":[{"limit":42}]}           | -                       | -    | yes
            {"page":{"limit":[42]}}           | -                       | -    | yes
            {"x":{"region":1},"region":"eu"}  | eu                      | -    | yes
            {"region":"eu","page":{"limit":7}}| eu                      | 7    | yes
            """)
    void aCallPassesIfItsHeaderSaysWhatItsArgumentsSay(String arguments, String region, String limit, String passes) {
        Answer answer = answer(arguments, Map.of("mcp-param-region", sent(region), "mcp-param-limit", sent(limit)));

        if (passes.equals("yes")) {
            assertThat(answer.standing()).isEqualTo(Answer.Standing.ANSWERED);
            assertThat(tools.calls).hasValue(1);
        } else {
            assertThat(answer.standing()).isEqualTo(Answer.Standing.BAD_REQUEST);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                    .contains("\"id\":7", "\"code\":-32020", "Header mismatch: Mcp-Param-");
            assertThat(tools.calls).hasValue(0);
        }
    }

    @Test
    void aFieldThatStandsTwiceIsRefused() {
        Answer answer = answer("{\"region\":\"eu\"}", Map.of("mcp-param-region", List.of("eu", "eu")));

        assertThat(answer.standing()).isEqualTo(Answer.Standing.BAD_REQUEST);
        assertThat(tools.calls).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mcp-protocol-version", "mcp-method", "mcp-name"})
    void whatEveryRequestRepeatsStandsOnceOnly(String field) {
        Answer answer = answer(
                "{\"region\":\"eu\"}", Map.of("mcp-param-region", List.of("eu"), field, List.of("echo", "another")));

        assertThat(answer.standing()).isEqualTo(Answer.Standing.BAD_REQUEST);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("\"id\":7", "\"code\":-32020", "stands more than once");
        assertThat(tools.calls).hasValue(0);
    }

    @Test
    void overAPipeThereIsNothingToRepeat() {
        Answer answer =
                kernel.answer(message("{\"region\":\"eu\"}"), Peer.overPipe()).join();

        assertThat(answer.standing()).isEqualTo(Answer.Standing.ANSWERED);
        assertThat(tools.calls).hasValue(1);
    }

    private static List<String> sent(String value) {
        return value.equals("-") ? List.of() : List.of(value);
    }

    private Answer answer(String arguments, Map<String, List<String>> fields) {
        RequestHeaders headers = new RequestHeaders(
                Optional.of("2026-07-28"),
                Optional.of("tools/call"),
                Optional.of("echo"),
                name -> fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
        return kernel.answer(message(arguments), Peer.overHttp(headers, new CompletableFuture<>()))
                .join();
    }

    private static byte[] message(String arguments) {
        return ("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"echo\",\"arguments\":"
                        + arguments + "," + META + "}}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
