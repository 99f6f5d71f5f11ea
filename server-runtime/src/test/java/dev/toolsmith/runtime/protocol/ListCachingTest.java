package dev.toolsmith.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.EchoTools;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ListCachingTest {

    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"_meta\":{"
            + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";

    /** A list that has something to tell of itself, or nothing. */
    private record Told(EchoTools echo, Optional<byte[]> meta) implements ToolList {

        @Override
        public List<ToolDescriptor> tools() {
            return echo.tools();
        }

        @Override
        public ListedTool listed(ToolDescriptor tool) {
            return echo.listed(tool);
        }

        @Override
        public CompletableFuture<Listing> currentListing() {
            return CompletableFuture.completedFuture(new Listing(listing(), meta));
        }
    }

    private static String answer(String meta) {
        EchoTools echo = new EchoTools();
        Optional<byte[]> told =
                Optional.of(meta.getBytes(StandardCharsets.UTF_8)).filter(json -> json.length > 0);
        ProtocolKernel kernel =
                new ProtocolKernel(new ServerIdentity("test", "1", ""), new Told(echo, told), echo, fault -> {});
        Answer answer = kernel.answer(LIST.getBytes(StandardCharsets.UTF_8), Peer.overPipe())
                .join();
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void aListMayBeKeptForAMinute() {
        assertThat(answer("")).contains("\"ttlMs\":60000,\"cacheScope\":\"private\"");
    }

    @Test
    void aListThatIsNotExactIsNotKept() {
        assertThat(answer("{\"dev.toolsmith/schema\":{\"used\":\"published\",\"reason\":\"forbidden\"}}"))
                .contains("\"ttlMs\":0,\"cacheScope\":\"private\"", "\"reason\":\"forbidden\"");
    }
}
